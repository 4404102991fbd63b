import HotlineDomain
import HotlineReports
import Wording

extension PackWords {
    /// A pack in one of the languages the program speaks.
    public init(_ say: Say) {
        self.init(
            language: say.language.rawValue, decimalMark: say.language == .en ? "." : ",",
            sentence: { key, details in say(key, details) }, grouped: { say.integer($0) },
            calendar: { PackWords.name($0, say) })
    }

    /// A month, and months from one to another, by their names; quarters and years as they are written.
    private static func name(_ period: Period, _ say: Say) -> String {
        func title(_ date: BusinessDate) -> String { say.monthTitle(year: date.year, month: date.month) }
        if period.months == [period] { return title(period.first) }
        return period.name.contains("/") ? "\(title(period.first)) \u{2013} \(title(period.last))" : period.name
    }
}
