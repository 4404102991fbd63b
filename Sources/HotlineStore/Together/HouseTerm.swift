import HotlineDomain

/// How long one server is the one where desks meet. Whoever takes its place may
/// lack the last of what it told desks, and does not know that it does: so what is
/// written straight at it goes under nodes, and numbers are given by a mark, that
/// the one before it cannot have used. Desks bring what it lacks, whenever they
/// come, and nothing of it stands where something else was written meanwhile.
public struct HouseTerm: Hashable, Sendable {
    /// Stands in the numbers that are given at the server; nil in the first term: 26-0417.
    public let mark: DeskMark?
    /// Desks up to this mark may have been enrolled at the server before it.
    let desksBefore: Int

    /// Marks no desk gets as long as there are others.
    static let marks = 901...DeskMark.all.upperBound
    /// So many of them are one term's: each stands for the nodes of four programs.
    private static let marksEach = 4
    /// So many desks may have been enrolled without the new server knowing of it.
    private static let desksUnknown = 20

    static let first = HouseTerm(mark: nil, desksBefore: 0)

    /// What programs at the server itself go by.
    public var nodes: ClosedRange<Int64> {
        guard let mark, let last = HouseTerm.group(of: mark).last else { return DeskMark.nodesOfHouse }
        return mark.nodes.lowerBound...last.nodes.upperBound
    }

    /// Whether it is one of this term's, and no desk's.
    func holds(_ other: DeskMark) -> Bool { mark.map { HouseTerm.group(of: $0).contains(other) } ?? false }

    private static func group(of first: DeskMark) -> [DeskMark] {
        (0..<marksEach).compactMap { DeskMark(first.number + $0) }
    }
}

// What a store knows of it.
extension HouseTerm {
    /// The mark of the term that has this one's nodes; nil where they are a desk's.
    static func mark(atNodesOf other: DeskMark, _ connection: any Connection) throws -> DeskMark? {
        guard marks.contains(other.number),
            try !Store.desks(connection, hotline: 1).contains(where: { $0.mark == other })
        else { return nil }
        return DeskMark(other.number - (other.number - marks.lowerBound) % marksEach)
    }

    private static let server = "server_life"
    private static let began = "server_term"

    /// The one that is going on.
    static func read(_ connection: any Connection) throws -> HouseTerm {
        let numbers = try Store.meta(began, connection)?.split(separator: " ").compactMap { Int($0) } ?? []
        guard numbers.count == 2, let mark = DeskMark(numbers[0]) else { return first }
        return HouseTerm(mark: mark, desksBefore: numbers[1])
    }

    /// Of a store that is made at this server: nobody has been told anything of it.
    static func note(_ connection: any Connection, _ dialect: Dialect) throws {
        guard let life = try life(connection, dialect) else { return }
        try Store.putMeta(server, life, connection)
    }

    /// The one that is going on at the server behind the connection; nil where that is not the server that the
    /// last one was of, and another one is to begin.
    public static func known(_ connection: any Connection, _ dialect: Dialect) throws -> HouseTerm? {
        let tables = Set(try connection.all(dialect.tableNames) { $0.text(0) })
        guard tables.isSuperset(of: ["meta", "event", "node"]), let life = try life(connection, dialect) else {
            return first
        }
        return try Store.meta(server, connection) == life ? read(connection) : nil
    }

    /// Within a transaction that writes and waits for nobody: begins one, unless somebody else just did.
    public static func begin(_ connection: any Connection, _ dialect: Dialect) throws -> HouseTerm {
        if let known = try known(connection, dialect) { return known }
        var chance = SystemRandomNumberGenerator()
        return try begin(at: life(connection, dialect) ?? "", connection, &chance)
    }

    /// `life`: what tells a server from those before and after it.
    static func begin(
        at life: String, _ connection: any Connection, _ chance: inout some RandomNumberGenerator
    ) throws -> HouseTerm {
        try Store.putMeta(server, life, connection)
        let desks = try Store.desks(connection, hotline: 1)
        // Nobody was told of what there was.
        guard let last = desks.map(\.mark).filter({ !marks.contains($0.number) }).max() else {
            return try read(connection)
        }
        let used = try connection.all("SELECT node FROM node") { DeskMark(node: $0.integer(0)) }.compactMap(\.self)
        let taken = Set(used + desks.map(\.mark))
        let old = try read(connection)
        let free = stride(from: marks.lowerBound, through: marks.upperBound, by: marksEach)
            .compactMap { DeskMark($0) }
            .filter { first in first != old.mark && taken.isDisjoint(with: group(of: first)) }
        // By chance: of two that take one server's place by mistake, neither knows what the other took.
        guard let mark = free.randomElement(using: &chance) else {
            throw Refusal(DeskRule.noneFree, ["count": String(DeskMark.all.count)])
        }
        let term = HouseTerm(mark: mark, desksBefore: last.number + desksUnknown)
        try Store.putMeta(began, "\(mark) \(term.desksBefore)", connection)
        return term
    }

    private static func life(_ connection: any Connection, _ dialect: Dialect) throws -> String? {
        guard let question = dialect.life else { return nil }
        return try connection.first(question) { $0.isNull(0) ? nil : $0.text(0) } ?? nil
    }
}
