/// The numbers people say aloud: two digits of the business year, the mark of the desk that gave it, and a
/// counter of the hotline, the year and the desk. `09-0417` is a call and `09-19` a case of a hotline whose
/// desks share one store; `09-3-0417` is a call that desk 3 gave its number.
public enum SpokenNumber {
    /// `digits`: how many the counter has at least.
    public static func text(year: Int, desk: DeskMark?, counter: Int, digits: Int) -> String {
        let mark = desk.map { "\($0)-" } ?? ""
        return "\((year % 100).padded(2))-\(mark)\(counter.padded(digits))"
    }

    /// Year, desk and counter; nil for anything that is no such number. Two digits
    /// name a year of this century.
    public static func parts(_ text: some StringProtocol) -> (year: Int, desk: DeskMark?, counter: Int)? {
        let parts = text.split(separator: "-", maxSplits: 3, omittingEmptySubsequences: false)
        guard let front = parts.first, front.utf8.count == 2, let year = Int(digits: front), let back = parts.last,
            back.utf8.count >= 2, let counter = Int(digits: back)
        else { return nil }
        switch parts.count {
        case 2: return (2000 + year, nil, counter)
        case 3:
            guard let desk = DeskMark(parts[1]) else { return nil }
            return (2000 + year, desk, counter)
        default: return nil
        }
    }

    /// As it is written, however many zeros it was typed with: `9` of this year and this desk too.
    /// Nil for what is no number.
    ///
    /// - Parameter here: the desk it is typed at.
    public static func typed(_ text: String, year: Int, here: DeskMark?, digits: Int) -> String? {
        if let (year, desk, counter) = parts(text) {
            return self.text(year: year, desk: desk, counter: counter, digits: digits)
        }
        guard let counter = Int(digits: text), counter > 0 else { return nil }
        return self.text(year: year, desk: here, counter: counter, digits: digits)
    }
}

/// People and tasks within a case, and what joins a handover, are numbered by the desk that adds them: from 1 in
/// the house, from 301 at desk 3, so that two desks that cannot see each other never give the same number.
enum NumberWithin {
    private static let block = 100

    static func next(after given: [Int], at desk: DeskMark?) -> Int {
        let own = desk?.number ?? 0
        // Who has used up a hundred goes on where nobody else's hundred can come.
        let blocks = DeskMark.all.upperBound + 1
        let count = given.filter { ($0 - 1) / block % blocks == own }.count
        return (count / block * blocks + own) * block + count % block + 1
    }
}
