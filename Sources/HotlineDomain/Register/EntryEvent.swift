/// What happened to a line of a register.
public enum EntryEvent: Hashable, Sendable, Codable {
    case added(content: EntryContent, what: WordsID?, businessDate: BusinessDate)
    case done(result: EntryResult)
    case assigned(to: String)
    case withdrawn(reason: String)
}
