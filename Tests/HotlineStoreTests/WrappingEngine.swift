@testable import HotlineStore

/// An engine that does what another one does, but for what a test wants of it.
protocol WrappingEngine: Engine {
    var base: any Engine { get }
    /// What a transaction works with in the place of the other's connection.
    func inside(_ connection: any Connection) -> any Connection
}

extension WrappingEngine {
    func inside(_ connection: any Connection) -> any Connection { connection }
    func read<T>(_ body: (any Connection) throws -> T) throws -> T { try base.read { try body(inside($0)) } }
    func write<T>(_ body: (any Connection) throws -> T) throws -> T { try base.write { try body(inside($0)) } }
    func writeRepeatably<T>(_ body: (any Connection) throws -> T) throws -> T {
        try base.writeRepeatably { try body(inside($0)) }
    }
    func writeTogether<T>(on keys: Set<Int64>, _ body: (any Connection) throws -> T) throws -> T {
        try base.writeTogether(on: keys) { try body(inside($0)) }
    }
    var dialect: Dialect { base.dialect }
    func changeMark() throws -> Int64 { try base.changeMark() }
    var path: String { base.path }
    var beside: String? { base.beside }
    var ownFiles: String? { base.ownFiles }
    var onlyReads: Bool { base.onlyReads }
    func close() { base.close() }
    var node: Int64 { base.node }
    func integrityFindings() throws -> [String] { try base.integrityFindings() }
    func backup(to path: String, progress: (Double) -> Void) throws { try base.backup(to: path, progress: progress) }
    func wipe(within seconds: Double) throws -> Bool { try base.wipe(within: seconds) }
    var bell: Int32? { base.bell }
    func drainBell() { base.drainBell() }
    func clock() throws -> Int64? { try base.clock() }
}
