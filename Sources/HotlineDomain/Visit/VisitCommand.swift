/// What a feed says of a visit. It says again what it said before when it is
/// replayed or was out of reach; only what is new becomes an event.
public enum VisitCommand: Hashable, Sendable {
    /// `number` is the caller's, where the switch tells it: sealed at once for the
    /// desk that answers, and in no event.
    case observe(source: String, VisitFacts, number: Private<String>? = nil)

    var observed: (source: String, facts: VisitFacts, number: Private<String>?) {
        switch self {
        case .observe(let source, let facts, let number): (source, facts, number)
        }
    }
}
