/// The rules that can stand in the way of a line.
public enum LineRule: String, RuleName {
    case unknown = "line.unknown"
    case exists = "line.exists"
    case badCode = "line.bad_code"
    case badName = "line.bad_name"
    case badNumber = "line.bad_number"
    case needsCountry = "line.needs_country"
    case needsLanguage = "line.needs_language"
    case unknownZone = "line.unknown_zone"
    case endsBeforeItBegins = "line.ends_before_it_begins"
    /// A hotline has a line without a last day: an SOS must always find one.
    case lastOpen = "line.last_open"
}
