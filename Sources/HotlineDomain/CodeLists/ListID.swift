/// The code lists there are; the raw value names the list in its file, in
/// exports and on the command line.
public enum ListID: String, CaseIterable, Sendable, Hashable {
    // The call.
    case callClass = "call_class"
    case nonCounselling = "non_counselling"
    case callOutcome = "call_outcome"
    case topic
    case heard
    case country
    case language
    case discardedBecause = "discarded_because"
    case amendedBecause = "amended_because"

    // The people it is about.
    case caller
    case beneficiary
    case sex
    case ageBand = "age_band"
    case caseRole = "case_role"
    case caseType = "case_type"
    /// Yes and no, and the three ways not to know.
    case answer
    case sosQuestion = "sos_question"
    case gbvType = "gbv_type"
    case gbvAggressor = "gbv_aggressor"
    case abduction
    case gbvContext = "gbv_context"
    case protectionOrder = "protection_order"

    // What comes of it.
    case service
    case escalationOutcome = "escalation_outcome"
    case referralOutcome = "referral_outcome"
    case rejectedBecause = "rejected_because"
    case consentOverriddenBecause = "consent_overridden_because"
    case caseClosing = "case_closing"
    case holdBecause = "hold_because"
    case reopenedBecause = "reopened_because"
    case resident
    case leftBecause = "left_because"
    case fullOverriddenBecause = "full_overridden_because"

    // The words that were written about it.
    case erasedBecause = "erased_because"
    case keptBecause = "kept_because"
    case releasedBecause = "released_because"

    // The shift.
    case operatorState = "operator_state"
    case offShiftBecause = "off_shift_because"
    case absentBecause = "absent_because"
    case shiftEndedBecause = "shift_ended_because"

    // The Human Trafficking Case Data Standard 2.0 (IOM, CC BY 4.0), its codes as they stand.
    case exploitation
    case sexExploitation = "sex_exploitation"
    case industry
    case control
    case recruitment
    case website
    case traffickingStatus = "trafficking_status"
    case decidingBody = "deciding_body"
    case relationToTrafficker = "relation_to_trafficker"
    case gender
    case maritalStatus = "marital_status"
    case educationLevel = "education_level"
    case traffickingEvent = "trafficking_event"
    case organisationType = "organisation_type"
    case roleInProcess = "role_in_process"
    case referralReason = "referral_reason"
    case htcdsCaseStatus = "htcds_case_status"
    case supportPlan = "support_plan"
    case vulnerability
}
