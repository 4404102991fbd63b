import HotlineDomain

/// A year of a hotline to practise on: October 2008 to September 2009 of the
/// Transnistria line, with the figures that line published.
public enum PracticeYear {
    public static let calls = 1346
    public static let sos = 126
    public static let casesOpened = 19
    public static let referred = 3

    public static let firstDate = date(2008, 10, 1)
    public static let lastDate = date(2009, 9, 30)
    /// `2008-10/2009-09`
    public static let period: Period = {
        guard let period = Period("2008-10/2009-09") else { preconditionFailure("a period in form") }
        return period
    }()

    private static func date(_ year: Int, _ month: Int, _ day: Int) -> BusinessDate {
        guard let date = BusinessDate(year: year, month: month, day: day) else {
            preconditionFailure("a day of the calendar")
        }
        return date
    }
}
