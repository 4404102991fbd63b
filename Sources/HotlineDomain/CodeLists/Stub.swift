public enum ListID: String { case country, language, nonCounselling, caller, topic, sex, ageBand, heard, callOutcome, offShiftBecause, escalationOutcome, reopenedBecause, caseClosing, service, consentOverriddenBecause, rejectedBecause, referralOutcome, absentBecause, shiftEndedBecause, amendedBecause, discardedBecause }
public enum CodeLists { public static func list(_ id: ListID) -> CodeList { CodeList(id: "", version: 1, source: "", codes: []) } }
extension CodeList { func nearest(to: String, limit: Int) -> [Code] { [] } }
