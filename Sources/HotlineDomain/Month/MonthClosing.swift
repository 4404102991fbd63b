/// That a month is over for good, with its figures as they were counted then.
/// Nothing changes them again: what comes late counts in the first open month,
/// what was wrong becomes a note in the next closing (DISCLOSURE.md, "Release ledger").
public struct MonthClosing: Aggregate {
    public static let kind = SubjectKind.monthClosing

    public let id: MonthClosingID
    /// Its first day.
    public let month: BusinessDate
    /// Which version of the formulas it was counted by, 1 and up.
    public let definitions: Int
    /// Every figure, one a line; counts and codes, never a person's words.
    public let figures: String
    /// SHA-256 of `figures`, in hexadecimal digits.
    public let digest: String
    /// Who closed it, and when.
    public let lastChanged: Stamp

    /// As a read table gives it back.
    public init(
        id: MonthClosingID, month: BusinessDate, definitions: Int, figures: String, digest: String,
        lastChanged: Stamp
    ) {
        self.id = id
        self.month = month
        self.definitions = definitions
        self.figures = figures
        self.digest = digest
        self.lastChanged = lastChanged
    }

    public var period: Period { Period(month: month) }

    /// As it stands in the list of all months.
    public var state: MonthState {
        MonthState(period, .closed(digest: digest, definitions: definitions, lastChanged))
    }
}
