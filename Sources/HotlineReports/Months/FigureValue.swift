/// What can be said of a figure. Four things that are not the same: a number
/// (nothing is one too), not known, not asked for, and known but not told.
public enum FigureValue: Hashable, Sendable {
    case exact(Int)
    /// It is recorded, and in this case nobody could say.
    case unknown
    /// Nobody records it.
    case notCollected
    /// Telling it could give somebody away.
    case withheld

    public var number: Int? { if case .exact(let number) = self { number } else { nil } }

    /// As it is written in the canonical text: digits, or the status.
    var text: String {
        switch self {
        case .exact(let number): String(number)
        case .unknown: "unknown"
        case .notCollected: "not_collected"
        case .withheld: "withheld"
        }
    }

    init?(text: some StringProtocol) {
        switch text {
        case "unknown": self = .unknown
        case "not_collected": self = .notCollected
        case "withheld": self = .withheld
        default:
            guard let number = Int(text), String(number) == text else { return nil }
            self = .exact(number)
        }
    }

    /// A sum is as well known as the least known of its parts.
    public static func + (a: FigureValue, b: FigureValue) -> FigureValue {
        switch (a, b) {
        case (.exact(let first), .exact(let second)): .exact(first + second)
        case (.withheld, _), (_, .withheld): .withheld
        case (.notCollected, .notCollected): .notCollected
        default: .unknown
        }
    }
}
