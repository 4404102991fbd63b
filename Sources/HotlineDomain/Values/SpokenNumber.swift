/// The numbers people say aloud: two digits of the business year, a hyphen, and
/// a counter of the hotline and the year. `09-0417` is a call, `09-19` a case.
public enum SpokenNumber {
    /// `digits`: how many the counter has at least.
    public static func text(year: Int, counter: Int, digits: Int) -> String {
        "\((year % 100).padded(2))-\(counter.padded(digits))"
    }

    /// Year and counter; nil for anything that is no such number. Two digits
    /// name a year of this century.
    public static func parts(_ text: some StringProtocol) -> (year: Int, counter: Int)? {
        guard let hyphen = text.utf8.firstIndex(of: UInt8(ascii: "-")) else { return nil }
        let (front, back) = (text[..<hyphen], text[text.utf8.index(after: hyphen)...])
        guard front.utf8.count == 2, back.utf8.count >= 2, let year = Int(digits: front),
            let counter = Int(digits: back)
        else { return nil }
        return (2000 + year, counter)
    }
}
