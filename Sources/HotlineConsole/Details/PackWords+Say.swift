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

    /// Days, months and quarters by their names, months from one to another by those of the ends; a year is its number.
    private static func name(_ period: Period, isInside: Bool, _ say: Say) -> String {
        let (first, last) = (period.first, period.last)
        func inside(_ date: BusinessDate) -> String { say.monthName(year: date.year, month: date.month) }
        if first == last { return say.date(year: first.year, month: first.month, day: first.day) }
        let begin = isInside ? inside(first) : say.monthTitle(year: first.year, month: first.month)
        if period.months == [period] { return begin }
        if period.name.contains("/") { return "\(begin) \u{2013} \(inside(last))" }
        guard period.months.count == 3 else { return period.name }
        let quarter = say("pack.quarter.\((first.month + 2) / 3)", ["year": String(first.year)])
        return isInside ? quarter : quarter.prefix(1).uppercased() + quarter.dropFirst()
    }
}
