import HotlineDomain

/// Whose the events of a node are, as people name it.
public enum NodeOwner: Hashable, Sendable {
    /// Programs of a hotline that never joined a server, or of the server in its first term.
    case house
    case desk(DeskMark)
    /// Programs of the server in a later term, by the mark in its numbers.
    case term(DeskMark)

    init(_ node: Int64, _ connection: any Connection) throws {
        guard let mark = DeskMark(node: node) else {
            self = .house
            return
        }
        self = try HouseTerm.mark(atNodesOf: mark, connection).map(NodeOwner.term) ?? .desk(mark)
    }
}

extension Store {
    /// A store that never joined has no desks: each of its nodes is its own.
    public func owner(ofNode node: Int64) throws -> NodeOwner {
        try engine.read { connection in
            try NodeOwner(node, connection)
        }
    }
}
