@testable import HotlineStore

/// An engine that does what another one does, but for what a test wants of it.
protocol WrappingEngine: Engine {
    associatedtype Base: Engine
    var base: Base { get }
}

extension WrappingEngine {
    func read<T>(_ body: (any Connection) throws -> T) throws -> T { try base.read(body) }
    func write<T>(_ body: (any Connection) throws -> T) throws -> T { try base.write(body) }
    func writeRepeatably<T>(_ body: (any Connection) throws -> T) throws -> T { try base.writeRepeatably(body) }
    func writeTogether<T>(on keys: Set<Int64>, _ body: (any Connection) throws -> T) throws -> T {
        try base.writeTogether(on: keys, body)
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
