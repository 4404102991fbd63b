/// One stay of a call in one line, as a switch told it (DOMAIN.md section 6).
/// A call that is passed on to another line makes a second visit and stays one
/// call. Who called is not known here, and never was.
public struct Visit: Aggregate {
    public static let kind = SubjectKind.visit

    public let id: VisitID
    /// Which feed told it: `asterisk`, or what its administrator called it.
    public let source: String
    public internal(set) var facts: VisitFacts
    /// Of the moment it was offered; by this it is counted.
    public let businessDate: BusinessDate
    /// Of the line's clock, 0 ... 23.
    public let hour: Int
    /// Whether it came within the line's hours; a line nobody mapped is always open.
    public let cameWhileOpen: Bool
    public internal(set) var lastChanged: Stamp

    /// As a read table gives it back.
    public init(
        id: VisitID, source: String, facts: VisitFacts, businessDate: BusinessDate, hour: Int, cameWhileOpen: Bool,
        lastChanged: Stamp
    ) {
        self.id = id
        self.source = source
        self.facts = facts
        self.businessDate = businessDate
        self.hour = hour
        self.cameWhileOpen = cameWhileOpen
        self.lastChanged = lastChanged
    }

    /// Nil while the caller waits. Nobody on duty outside the line's hours is no
    /// failing of the line: such a visit is counted apart, as closed.
    public var outcome: VisitFacts.Outcome? { Visit.outcome(of: facts.ending, cameWhileOpen: cameWhileOpen) }

    public static func outcome(of ending: VisitFacts.Ending?, cameWhileOpen: Bool) -> VisitFacts.Outcome? {
        ending?.outcome == .unstaffed && !cameWhileOpen ? .closed : ending?.outcome
    }
}
