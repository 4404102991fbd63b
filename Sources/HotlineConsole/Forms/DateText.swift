import HotlineDomain
import TerminalUI

/// A date as people type it: `2009-09-14`, `14.9.2009`, `14/9`, `14.9`, `14`.
public enum DateText {
    /// What is left out is taken from today's date; a day or month ahead of it
    /// means the last one that was. Nil where it is no date.
    public static func date(_ text: String, today: BusinessDate) -> BusinessDate? {
        if let date = BusinessDate(text) { return date }
        let numbers = text.split(whereSeparator: { $0 == "." || $0 == "/" || $0 == " " }).map { Int($0) ?? 0 }
        switch numbers.count {
        case 3:
            return BusinessDate(
                year: numbers[2] < 100 ? 2000 + numbers[2] : numbers[2], month: numbers[1], day: numbers[0])
        case 2:
            guard let date = BusinessDate(year: today.year, month: numbers[1], day: numbers[0]) else { return nil }
            return date <= today ? date : BusinessDate(year: today.year - 1, month: numbers[1], day: numbers[0])
        case 1:
            guard let date = BusinessDate(year: today.year, month: today.month, day: numbers[0]) else { return nil }
            let before = today.firstOfMonth - 1
            return date <= today ? date : BusinessDate(year: before.year, month: before.month, day: numbers[0])
        default: return nil
        }
    }
}
