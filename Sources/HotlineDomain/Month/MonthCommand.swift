/// What can be asked of a month.
public enum MonthCommand: Hashable, Sendable {
    /// The figures are those of the very transaction that closes it.
    case close(MonthFigures)

    /// Of the whole month.
    var dates: ClosedRange<BusinessDate> {
        switch self {
        case .close(let figures):
            let month = Period(month: figures.month)
            return month.first...month.last
        }
    }
}

/// A month counted, on its way to be closed.
public struct MonthFigures: Hashable, Sendable {
    /// Its first day.
    public let month: BusinessDate
    public let definitions: Int
    public let text: String
    public let digest: String
    public let balance: MonthBalance

    public init(month: BusinessDate, definitions: Int, text: String, digest: String, balance: MonthBalance) {
        self.month = month
        self.definitions = definitions
        self.text = text
        self.digest = digest
        self.balance = balance
    }
}

/// The cases of a month: open at start + opened + reopened - closed - merged =
/// open at end (DOMAIN.md section 6).
public struct MonthBalance: Hashable, Sendable {
    public var openAtStart = 0
    public var opened = 0
    public var reopened = 0
    public var closed = 0
    public var merged = 0
    public var openAtEnd = 0

    public init() {}

    /// What must be open at the end, from what happened.
    public var expected: Int { openAtStart + opened + reopened - closed - merged }
    public var reconciles: Bool { expected == openAtEnd }
}
