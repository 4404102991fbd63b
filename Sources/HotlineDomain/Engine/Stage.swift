/// Aggregates of one kind as a piece of work sees them: read once, then as its
/// own events have changed them.
struct Stage<A: Aggregate> {
    private var original: [A.ID: A] = [:]
    private var current: [A.ID: A] = [:]
    private var touched: [A.ID] = []

    mutating func load(_ id: A.ID, _ fetch: (A.ID) throws -> A?) rethrows -> A? {
        if let staged = current[id] { return staged }
        guard let found = try fetch(id) else { return nil }
        original[id] = found
        current[id] = found
        return found
    }

    mutating func apply(_ event: A.Event, to id: A.ID, stamp: Stamp) {
        if !touched.contains(id) { touched.append(id) }
        current[id] = A.applying(event, to: current[id], id: id, stamp: stamp)
    }

    /// As this work has changed it, where it has read it at all.
    subscript(id: A.ID) -> A? { current[id] }

    /// As it was before this work; nil where it is new or was not read.
    func before(_ id: A.ID) -> A? { original[id] }

    /// As this work has left it, whether it was read before or not.
    func latest(_ read: A) -> A { current[read.id] ?? read }

    /// Before and after, for everything an event happened to, in order of first touch.
    var changes: [Change<A>] {
        touched.compactMap { id in current[id].map { Change(old: original[id], new: $0) } }
    }
}

/// What became of one aggregate; `old` is nil where it is new.
public struct Change<A: Aggregate>: Sendable {
    public let old: A?
    public let new: A
    public init(old: A?, new: A) {
        self.old = old
        self.new = new
    }
}
