/// What a feed says of a visit. It says again what it said before when it is
/// replayed or was out of reach; only what is new becomes an event.
public enum VisitCommand: Hashable, Sendable {
    case observe(source: String, VisitFacts)

    var observed: (source: String, facts: VisitFacts) {
        switch self {
        case .observe(let source, let facts): (source, facts)
        }
    }
}
