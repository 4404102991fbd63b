/// The rules that can stand in the way of a donor.
public enum DonorRule: String, RuleName {
    case unknown = "donor.unknown"
    case exists = "donor.exists"
    case badCode = "donor.bad_code"
    case badName = "donor.bad_name"
    case badDueDay = "donor.bad_due_day"
    case unknownLanguage = "donor.unknown_language"
    /// It is to be shown figures by an attribute that the hotline publishes nothing by.
    case familyNotPublished = "donor.family_not_published"
    case endsBeforeItBegins = "donor.ends_before_it_begins"
    /// Two indicators of one code.
    case indicatorTwice = "donor.indicator_twice"
    case indicatorBadCode = "donor.indicator_bad_code"
    case indicatorNeedsWording = "donor.indicator_needs_wording"
    case indicatorOutOfRange = "donor.indicator_out_of_range"
    /// No table of a pack counts that, or not by that.
    case indicatorHasNoTable = "donor.indicator_has_no_table"
    /// The attribute has no such code.
    case indicatorUnknownCode = "donor.indicator_unknown_code"
}
