import HotlineDomain

/// What a store holds, as far as it matters to whoever would put another one
/// in its place.
struct Holding {
    let code: String
    /// What the hotline calls itself.
    let name: String
    let isPractice: Bool
    /// Somebody did something in it; else it is as setting up left it.
    let isTouched: Bool
    /// The last sequence of each node's chain.
    let heads: [Int64: Int64]
    private let connection: any Connection

    init(_ connection: any Connection) throws {
        self.connection = connection
        let setup = try connection.first("SELECT setup FROM hotline WHERE id = 1") { $0.text(0) }
        guard let hotline = try? setup.map({ try EventCodec().value(Hotline.self, $0) }) else {
            throw StoreError.damaged(detail: "hotline 1 has no set-up")
        }
        code = hotline.code
        name = hotline.name
        isPractice = try Store.meta("practice", connection) == "1"
        // Setting up is one event of the hotline and shifts planned, by nobody.
        let acts = try connection.count(
            "SELECT count(*) FROM event WHERE by_operator <> $1", [.text(Stamp.systemCode)])
        let setUps = try connection.count("SELECT count(*) FROM event WHERE kind = 'hotline'")
        isTouched = acts > 0 || setUps > 1
        let heads = try connection.all("SELECT node, last_sequence FROM node") { ($0.integer(0), $0.integer(1)) }
        self.heads = Dictionary(heads, uniquingKeysWith: { first, _ in first })
    }

    /// The journal's own notes of copies that were made: the copy itself never
    /// holds the one about it, and nothing that anybody did is lost with them.
    private static let isCopyMade = Store.tellsOfCopy

    /// How many events it has that the other one lacks, and when the last of
    /// them was; that a copy was made is not counted.
    func eventsLacking(in other: Holding) throws -> (count: Int64, last: Instant?) {
        var count: Int64 = 0
        var last: Instant?
        for (node, head) in heads {
            let shared = try shared(node, upTo: min(head, other.heads[node] ?? 0), with: other)
            let range = "FROM event WHERE node = $1 AND sequence > $2 AND"
            let place: [SQLValue] = [.integer(node), .integer(shared)]
            let copies = try connection.count("SELECT count(*) \(range) \(Holding.isCopyMade)", place)
            count += head - shared - copies
            let latest = try connection.first("SELECT max(at) \(range) NOT (\(Holding.isCopyMade))", place) {
                $0.instantOrNil(0)
            }
            last = [last, latest ?? nil].compactMap { $0 }.max()
        }
        return (count, last)
    }

    /// How far a node's two chains are one: each event stands for all before it,
    /// so the last they share is found by halving.
    private func shared(_ node: Int64, upTo end: Int64, with other: Holding) throws -> Int64 {
        var low: Int64 = 0
        var high = end
        while low < high {
            let middle = low + (high - low + 1) / 2
            if let mine = try hash(node, middle), try other.hash(node, middle) == mine {
                low = middle
            } else {
                high = middle - 1
            }
        }
        return low
    }

    private func hash(_ node: Int64, _ sequence: Int64) throws -> [UInt8]? {
        try connection.first(
            "SELECT hash FROM event WHERE node = $1 AND sequence = $2", [.integer(node), .integer(sequence)]
        ) { $0.bytes(0) }
    }
}
