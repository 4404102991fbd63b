import HotlineDomain

/// How one kind of aggregate stands in its read table: one row each, holding
/// all of its state, so that it can be listed, found and given back as it was.
protocol ReadTable {
    associatedtype A: Aggregate
    static var name: String { get }
    /// In the order of `values` and `read`; `id` first, `hotline` second.
    static var columns: [String] { get }
    /// Inserts a row or brings it up to date; written out once.
    static var upsertSQL: String { get }
    static func values(_ a: A, hotline: Int64) throws -> [SQLValue]
    static func read(_ row: any SQLRow) throws -> A
}

extension ReadTable {
    static var columnList: String { columns.joined(separator: ", ") }

    static func makeUpsertSQL() -> String {
        let places = (1...columns.count).map { "$\($0)" }.joined(separator: ", ")
        let updates = columns.dropFirst(2).map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        return "INSERT INTO \(name) (\(columnList)) VALUES (\(places)) ON CONFLICT (id) DO UPDATE SET \(updates)"
    }

    static func find(_ id: A.ID, _ connection: any Connection) throws -> A? {
        try connection.first("SELECT \(columnList) FROM \(name) WHERE id = $1", [.integer(id.raw)], read)
    }

    static func select(
        _ condition: String, _ arguments: [SQLValue], _ connection: any Connection
    ) throws -> [A] {
        try connection.all("SELECT \(columnList) FROM \(name) WHERE \(condition)", arguments, read)
    }
}

/// Something in a read table that this release cannot read; a rebuild from the
/// journal mends it.
struct UnreadableRow: Error {
    let table: String
    let column: String
}

extension SQLRow {
    /// A value of a closed set, by its raw text.
    func value<V: RawRepresentable<String>>(_ column: Int, _ table: String, _ name: String) throws -> V {
        guard let value = V(rawValue: text(column)) else { throw UnreadableRow(table: table, column: name) }
        return value
    }
    func instant(_ column: Int) -> Instant { Instant(milliseconds: integer(column)) }
    func instantOrNil(_ column: Int) -> Instant? { integerOrNil(column).map(Instant.init(milliseconds:)) }
    func idOrNil<Kind>(_ column: Int) -> ID<Kind>? { integerOrNil(column).map(ID.init(raw:)) }
    func id<Kind>(_ column: Int) -> ID<Kind> { ID(raw: integer(column)) }
    func stamp(_ column: Int) -> Stamp { Stamp(by: text(column + 1), at: instant(column)) }
}

extension SQLValue {
    static func instant(_ value: Instant?) -> SQLValue { .integer(value?.milliseconds) }
    static func id<Kind>(_ value: ID<Kind>?) -> SQLValue { .integer(value?.raw) }
}
