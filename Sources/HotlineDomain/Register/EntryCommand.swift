/// What can be asked of a line of a register.
public enum EntryCommand: Hashable, Sendable {
    /// `what`: a task's words.
    case add(EntryContent, what: Written?)
    case done(EntryResult)
    /// A task goes to somebody else.
    case assign(to: String)
    case withdraw(reason: String)
}

/// What came of it, by kind.
public enum EntryResult: Hashable, Sendable, Codable {
    /// A mission took place: when, and whom it brought home.
    case carriedOut(on: BusinessDate, persons: [PersonCount])
    /// An indicator's figure; a later one replaces it.
    case measured(actual: Int, source: String, asOf: BusinessDate)
    case received(on: BusinessDate, figures: [NamedFigure])
    case notReceived
    /// A task is done.
    case did

    public var kind: EntryKind {
        switch self {
        case .carriedOut: .mission
        case .measured: .indicator
        case .received, .notReceived: .return
        case .did: .task
        }
    }
}
