/// The fields of a call, in the order in which one asks. Their raw values name
/// them in drafts and, after `call.field.`, in the catalogue.
public enum CallField: String, CaseIterable, Sendable {
    case knownAs = "known_as"
    case line, started, ended
    case callClass = "class"
    case code, topic, caller, note, outcome
    case callBack = "call_back"
    case callBackConsent = "call_back_consent"
    case callBackNumber = "call_back_number"
    case callBackSafe = "call_back_safe"
    case callBackMessage = "call_back_message"
    case offShift = "off_shift"
    case further, country, region, language, sex
    case ageBand = "age_band"
    case heard
}
