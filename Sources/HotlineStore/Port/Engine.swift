/// A database that keeps a store. Two sides: SQLite and PostgreSQL.
/// All SQL is written once, above this line, in the part the two share;
/// placeholders are `$1`, `$2` ...
public protocol Engine: Sendable {
    /// A snapshot that does not change while `body` runs. Throws `StoreError`
    /// for what goes wrong in the database, and whatever `body` throws.
    func read<T>(_ body: (any Connection) throws -> T) throws -> T
    /// One transaction, begun for writing. Committed durably when `body`
    /// returns; rolled back, all of it, when it throws. Runs it once.
    func write<T>(_ body: (any Connection) throws -> T) throws -> T
    /// The same, for a `body` that changes nothing but what is behind the
    /// connection: after a full disk an engine that can make room does so and
    /// runs it once more, before anybody is told.
    func writeRepeatably<T>(_ body: (any Connection) throws -> T) throws -> T
    /// One transaction beside those of other desks, for a `body` that takes what
    /// was judged elsewhere and changes nothing but what is behind the
    /// connection: it may be run once more. `keys` are what it is about, each
    /// once: others who are about one of them wait, and so does whoever judges
    /// anything.
    func writeTogether<T>(on keys: Set<Int64>, _ body: (any Connection) throws -> T) throws -> T
    /// Words of the data definition language that differ.
    var dialect: Dialect { get }
    /// Changes whenever anybody committed, this process or another one. Cheap:
    /// asked once a second by every console.
    /// Ask first, read afterwards: then nothing that comes in between is missed.
    func changeMark() throws -> Int64
    /// What errors name: the file's path, empty in memory.
    var path: String { get }
    /// What the names of files beside the store begin with, symbolic links
    /// resolved; nil where there is no such place.
    var beside: String? { get }
    /// What the names of this user's own files for the store begin with, drafts
    /// above all: beside it, or in a folder of theirs where it is on a server.
    var ownFiles: String? { get }
    /// The disk is so full that it could be opened to be read only.
    var onlyReads: Bool { get }
    /// Lets go of it. Nothing may be asked of the engine afterwards.
    func close()
    /// This process's node number, 1 ... 4095: no two processes that are
    /// alive at the same time hold the same one.
    /// Used again when its holder is gone: the store keeps the last id made
    /// under each, so that a clock set back in between repeats none.
    var node: Int64 { get }
    /// Findings of the engine's own integrity check, none for a sound file.
    func integrityFindings() throws -> [String]
    /// A consistent copy of everything into a new file, while others write.
    func backup(to path: String, progress: (Double) -> Void) throws
    /// Leaves nothing of what was erased in any file of the store: what was
    /// written before lies in the journal beside it until then. False where
    /// somebody still reads an older state; then it is to be asked again.
    func wipe(within seconds: Double) throws -> Bool
    /// A descriptor that becomes readable when another process committed, for
    /// the console's poll; nil where the engine has none. `drainBell` empties it.
    var bell: Int32? { get }
    func drainBell()
    /// What the clock of the database's own machine says, in milliseconds since
    /// 1970; nil where that is this machine.
    func clock() throws -> Int64?
}

extension Engine {
    public var ownFiles: String? { beside }
    public var onlyReads: Bool { false }
    public func close() {}

    /// An engine that keeps nothing beside its tables.
    public func wipe(within seconds: Double) throws -> Bool { true }

    /// An engine on this machine.
    public func clock() throws -> Int64? { nil }

    /// An engine in which one writes at a time.
    public func writeTogether<T>(on keys: Set<Int64>, _ body: (any Connection) throws -> T) throws -> T {
        try writeRepeatably(body)
    }

    /// An engine with no room to make.
    public func writeRepeatably<T>(_ body: (any Connection) throws -> T) throws -> T { try write(body) }
}

/// One connection inside a transaction.
public protocol Connection {
    /// Runs a statement that returns nothing, from the cache of prepared ones.
    func run(_ sql: String, _ arguments: [SQLValue]) throws
    /// Rows one by one until there are no more or `body` returns false.
    func rows(_ sql: String, _ arguments: [SQLValue], _ body: (any SQLRow) throws -> Bool) throws
    /// The same for a result that may lie in memory whole: some rows, not the history.
    func rowsAtOnce(_ sql: String, _ arguments: [SQLValue], _ body: (any SQLRow) throws -> Bool) throws
    /// Several statements without arguments: data definition.
    func script(_ sql: String) throws
    /// Says what is going to be asked next, in this order, and whole: a server far away is asked all of it on one
    /// journey. Whoever asks something else instead loses that journey and nothing more.
    func announce(_ questions: [Question]) throws
}

/// A statement that gives rows back.
public struct Question: Hashable, Sendable {
    public let sql: String
    public let arguments: [SQLValue]

    public init(_ sql: String, _ arguments: [SQLValue] = []) {
        self.sql = sql
        self.arguments = arguments
    }
}

extension Connection {
    /// An engine that answers at once.
    public func announce(_ questions: [Question]) throws {}

    /// An engine whose rows lie beside it.
    public func rowsAtOnce(
        _ sql: String, _ arguments: [SQLValue], _ body: (any SQLRow) throws -> Bool
    ) throws {
        try rows(sql, arguments, body)
    }

    func first<T>(_ sql: String, _ arguments: [SQLValue] = [], _ body: (any SQLRow) throws -> T) throws -> T? {
        var found: T?
        try rowsAtOnce(sql, arguments) { row in
            found = try body(row)
            return false
        }
        return found
    }

    func all<T>(_ sql: String, _ arguments: [SQLValue] = [], _ body: (any SQLRow) throws -> T) throws -> [T] {
        var found: [T] = []
        try rowsAtOnce(sql, arguments) { row in
            found.append(try body(row))
            return true
        }
        return found
    }

    func first<T>(_ question: Question, _ body: (any SQLRow) throws -> T) throws -> T? {
        try first(question.sql, question.arguments, body)
    }

    func all<T>(_ question: Question, _ body: (any SQLRow) throws -> T) throws -> [T] {
        try all(question.sql, question.arguments, body)
    }

    func count(_ sql: String, _ arguments: [SQLValue] = []) throws -> Int64 {
        try first(sql, arguments) { $0.integer(0) } ?? 0
    }
}

/// The words in which the two engines' data definition differs.
public struct Dialect: Sendable {
    /// `BLOB` or `BYTEA`
    public let bytes: String
    /// `INTEGER` or `BIGINT`
    public let integer: String
    /// `TEXT`, compared byte by byte: its order must not depend on a server's language.
    public let text: String
    /// Goes after the closing parenthesis of a table: `STRICT` or nothing.
    public let tableSuffix: String
    /// A 64-bit key the engine counts up itself.
    public let countedKey: String
    /// A statement that names the tables there are.
    public let tableNames: String
    /// And the indexes.
    public let indexNames: String
    /// A question to which no two servers that have held one store give the same answer, whether one took the
    /// other's place or was made from its copy; nil where there is no server.
    public let life: String?
    public init(
        bytes: String, integer: String, text: String, tableSuffix: String, countedKey: String,
        tableNames: String, indexNames: String, life: String? = nil
    ) {
        self.bytes = bytes
        self.integer = integer
        self.text = text
        self.tableSuffix = tableSuffix
        self.countedKey = countedKey
        self.tableNames = tableNames
        self.indexNames = indexNames
        self.life = life
    }
}
