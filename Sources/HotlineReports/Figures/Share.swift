/// A part of a whole, always with both numbers: a percentage without its n and
/// its total says nothing about a small hotline.
public struct Share: Hashable, Sendable {
    public let n: Int
    public let of: Int

    public init(_ n: Int, of total: Int) {
        self.n = n
        of = total
    }

    /// What a percentage may be said to be. Rounding never makes nothing out
    /// of something, nor everything out of nearly everything.
    public enum Percentage: Hashable, Sendable {
        /// There is no whole: 0 % and 100 % would both be wrong.
        case undefined
        /// Rounded to the nearest tenth of a percent, half upwards.
        case tenths(Int)
        /// More than nothing, less than 0.1 %.
        case underOneTenth
        /// Less than the whole, more than 99.9 %.
        case overNineHundredNinetyNineTenths
    }

    public var percentage: Percentage {
        guard of > 0 else { return .undefined }
        let tenths = (n * 2000 + of) / (of * 2)
        if tenths == 0, n > 0 { return .underOneTenth }
        if tenths == 1000, n < of { return .overNineHundredNinetyNineTenths }
        return .tenths(tenths)
    }

    /// Under 30 the count leads and the percentage stands back.
    public var isSmall: Bool { of < 30 }

    /// The number alone, `9.4`; `-` where there is no whole. The sign belongs
    /// to the sentence it stands in.
    public func number(decimalMark: Character = ".") -> String {
        switch percentage {
        case .undefined: "-"
        case .tenths(let tenths): "\(tenths / 10)\(decimalMark)\(tenths % 10)"
        case .underOneTenth: "<0\(decimalMark)1"
        case .overNineHundredNinetyNineTenths: ">99\(decimalMark)9"
        }
    }

    /// `126/1346`
    public var fraction: String { "\(n)/\(of)" }
}
