import HotlineStore

/// An engine that does what another one does, but for what a test wants of it: the one place in the tests where
/// all that the port asks for is passed on.
public protocol WrappingEngine: Engine {
    var base: any Engine { get }
    /// What a transaction works with in the place of the other's connection.
    func inside(_ connection: any Connection) -> any Connection
}

extension WrappingEngine {
    public func inside(_ connection: any Connection) -> any Connection { connection }

    public func read<T>(_ body: (any Connection) throws -> T) throws -> T {
        try base.read { try body(inside($0)) }
    }
    public func write<T>(_ body: (any Connection) throws -> T) throws -> T {
        try base.write { try body(inside($0)) }
    }
    public func writeRepeatably<T>(_ body: (any Connection) throws -> T) throws -> T {
        try base.writeRepeatably { try body(inside($0)) }
    }
    public func writeTogether<T>(on keys: Set<Int64>, _ body: (any Connection) throws -> T) throws -> T {
        try base.writeTogether(on: keys) { try body(inside($0)) }
    }
    public var dialect: Dialect { base.dialect }
    public func changeMark() throws -> Int64 { try base.changeMark() }
    public var path: String { base.path }
    public var beside: String? { base.beside }
    public var ownFiles: String? { base.ownFiles }
    public var onlyReads: Bool { base.onlyReads }
    public func close() { base.close() }
    public var node: Int64 { base.node }
    public func integrityFindings() throws -> [String] { try base.integrityFindings() }
    public func backup(to path: String, progress: (Double) -> Void) throws {
        try base.backup(to: path, progress: progress)
    }
    public func wipe(within seconds: Double) throws -> Bool { try base.wipe(within: seconds) }
    public var bell: Int32? { base.bell }
    public func drainBell() { base.drainBell() }
    public func clock() throws -> Int64? { try base.clock() }
}
