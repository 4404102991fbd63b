import HotlineDomain
import HotlineStore

/// A search among what callers said, until whoever types has stopped: then it is
/// as much in the journal as a look, once, with how many calls it found. What
/// was typed is not kept.
struct SearchNote {
    /// So long nothing more is typed.
    private static let pause = Span.seconds(2)

    private var pending: (person: String, found: Int, at: Instant)?
    /// Pages of one search are one search.
    private var noted: CallFilter?

    mutating func take(_ filter: CallFilter, found: Int, by person: String, at now: Instant) {
        guard filter.searchesPlaces else {
            noted = nil
            return
        }
        if filter == noted { return }
        noted = filter
        pending = (person, found, now)
    }

    /// What is to be written now; `ended`: nothing more will be typed.
    mutating func due(at now: Instant, ended: Bool = false) -> (person: String, command: Command)? {
        guard let search = pending, ended || now - search.at >= SearchNote.pause else { return nil }
        pending = nil
        return (search.person, .access(.search(found: search.found)))
    }
}

extension CallFilter {
    /// A typed word may be a place, which is what somebody said.
    fileprivate var searchesPlaces: Bool { terms.contains { $0.place != nil } }
}
