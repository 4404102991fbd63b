extension Heads {
    /// So many events are in this journal and not in that one.
    public func events(beyond other: Heads) -> Int {
        sequences.reduce(0) { $0 + Int(max(0, $1.value - other[$1.key])) }
    }

    /// With what was added to it.
    func raised(to other: Heads) -> Heads { Heads(sequences.merging(other.sequences) { max($0, $1) }) }
}
