import HotlineDomain
import TerminalUI

/// A date as people type it: `2009-09-14`, `14.9.2009`, `14/9`, `14.9`, `14`.
public enum DateText {
    /// A day that comes: `2009-09-14`, `14.9.2009`, `14.9`, `14`, or `+3` for in
    /// three days. What is left out means the next one there is.
    public static func ahead(_ text: String, today: BusinessDate) -> BusinessDate? {
        let text = text.filter { $0 != " " }
        if text.hasPrefix("+") { return Int(text.dropFirst()).flatMap { $0 <= 3660 ? today + $0 : nil } }
        let parts = text.split(whereSeparator: { $0 == "." || $0 == "/" })
        guard let date = date(text, today: today) else { return next(parts, today) }
        return date < today && parts.count < 3 && !text.contains("-") ? next(parts, today) : date
    }

    private static func next(_ parts: [Substring], _ today: BusinessDate) -> BusinessDate? {
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == parts.count, (1...2).contains(numbers.count) else { return nil }
        // No day is further away than the next 29th of February.
        return (0...2922).lazy.map { today + $0 }.first {
            $0.day == numbers[0] && (numbers.count == 1 || $0.month == numbers[1])
        }
    }

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
