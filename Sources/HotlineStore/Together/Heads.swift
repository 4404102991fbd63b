/// Up to where a journal goes: of each node the number of its last event.
public struct Heads: Hashable, Sendable, Codable, ExpressibleByDictionaryLiteral {
    /// Nodes of which there is nothing are not in it.
    public private(set) var sequences: [Int64: Int64]

    public init(_ sequences: [Int64: Int64] = [:]) { self.sequences = sequences.filter { $0.value > 0 } }

    public init(dictionaryLiteral pairs: (Int64, Int64)...) { self.init(Dictionary(pairs) { max($0, $1) }) }

    /// 0 where there is nothing of it.
    public subscript(node: Int64) -> Int64 { sequences[node] ?? 0 }
}
