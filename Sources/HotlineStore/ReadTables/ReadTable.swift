import HotlineDomain

/// How one kind of aggregate stands in its read table: one row each, holding
/// all of its state, so that it can be listed, found and given back as it was.
protocol ReadTable {
    associatedtype A: Aggregate
    static var name: String { get }
    /// In the order of `values` and `read`; `id` first, `hotline` second.
    static var columns: [String] { get }
    /// Stored, not made for each use.
    static var sql: TableSQL { get }
    static func values(_ a: A, hotline: Int64) throws -> [SQLValue]
    static func read(_ row: any SQLRow) throws -> A
}

/// The statements every read table has, put together once.
struct TableSQL {
    /// All columns, up to a condition.
    let selectWhere: String
    let find: String
    /// Inserts a row or brings it up to date.
    let upsert: String

    init(_ name: String, _ columns: [String]) {
        let list = columns.joined(separator: ", ")
        let places = (1...columns.count).map { "$\($0)" }.joined(separator: ", ")
        let updates = columns.dropFirst(2).map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        selectWhere = "SELECT \(list) FROM \(name) WHERE "
        find = selectWhere + "id = $1"
        upsert = "INSERT INTO \(name) (\(list)) VALUES (\(places)) ON CONFLICT (id) DO UPDATE SET \(updates)"
    }
}

extension ReadTable {
    static func find(_ id: A.ID, _ connection: any Connection) throws -> A? {
        try connection.first(sql.find, [.integer(id.raw)], read)
    }

    static func select(
        _ condition: String, _ arguments: [SQLValue], _ connection: any Connection
    ) throws -> [A] {
        try connection.all(sql.selectWhere + condition, arguments, read)
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
