import HotlineDomain
import HotlineReports
import Wording

extension PackWords {
    /// A pack in one of the languages the program speaks.
    public init(_ say: Say) {
        self.init(
            language: say.language.rawValue, decimalMark: say.language == .en ? "." : ",",
            sentence: { key, details in say(key, details) }, grouped: { say.integer($0) },
            calendar: { PackWords.name($0, isInside: $1, say) })
    }

    /// A month, and months from one to another, by their names; quarters and years as they are written.
    private static func name(_ period: Period, isInside: Bool, _ say: Say) -> String {
        func inside(_ date: BusinessDate) -> String { say.monthName(year: date.year, month: date.month) }
        let first = period.first
        let begin = isInside ? inside(first) : say.monthTitle(year: first.year, month: first.month)
        if period.months == [period] { return begin }
        return period.name.contains("/") ? "\(begin) \u{2013} \(inside(period.last))" : period.name
    }
}
