/// What happened to a visit.
public enum VisitEvent: Hashable, Sendable, Codable {
    case offered(source: String, facts: VisitFacts, businessDate: BusinessDate, hour: Int, cameWhileOpen: Bool)
    /// All that is known from now on.
    case told(facts: VisitFacts)
}
