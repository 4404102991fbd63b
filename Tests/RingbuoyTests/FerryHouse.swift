import Foundation
import HotlineDomain
import HotlineStore
import StoreSQLite
import Testing

@testable import ringbuoy

/// A hotline of two desks and the server where they meet, each with a store of
/// its own in one folder; a test cuts the line to the server and mends it.
final class FerryHouse: Sendable {
    let folder: URL
    let line: DistantEngine
    let server: Store
    let desks: [Store]

    static let start = Instant(seconds: 1_252_908_000)
    static let moscow = ZoneRules(name: "Europe/Moscow", firstOffsetSeconds: 10_800, changes: [])

    static let hotline: Hotline = {
        let since = BusinessDate("2004-11-01")!
        let allDay = OpeningHours(from: LocalTime("00:00")!, to: LocalTime("24:00")!)
        return Hotline(
            code: "angel-coalition", name: "Angel Coalition",
            lines: [
                Line(
                    code: "ru", name: "Russia", dialled: "8-800-200-24-00", countries: ["RU"], languages: ["ru"],
                    zone: "Europe/Moscow", hours: allDay, since: since)
            ],
            operators: [
                Operator(code: "01", roles: [.operator]), Operator(code: "02", roles: [.operator]),
                Operator(code: "51", roles: [.specialist]), Operator(code: "52", roles: [.specialist]),
                Operator(code: "91", roles: [.supervisor]),
            ],
            patterns: [Pattern(code: "day", from: LocalTime("08:00")!, to: LocalTime("20:00")!, staff: 2)],
            roster: [RosterEntry(pattern: "day", operators: ["01", "02"], first: since)], providers: [])
    }()

    init(desks count: Int = 2) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("ferry-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        line = DistantEngine(
            try SQLiteEngine.open(path: folder.appendingPathComponent("server.db").path, create: .new))
        server = try Store.create(line, hotline: FerryHouse.hotline, at: FerryHouse.start) { _ in FerryHouse.moscow }
        var joined: [Store] = []
        for number in 1..<(count + 1) {
            let path = folder.appendingPathComponent("desk-\(number).db").path
            let making = try SQLiteEngine.open(path: path, create: .new)
            let marks = ["server": line.path, "desk": String(number)]
            let empty = try Store.createToReceive(making, server.origin(), marks: marks) { _ in FerryHouse.moscow }
            if let whole = try server.shipment(after: Heads(), limit: .max) { try empty.receive(whole) }
            making.close()
            joined.append(try Store.open(SQLiteEngine.open(path: path)) { _ in FerryHouse.moscow })
        }
        desks = joined
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The server as a desk reaches it: over a line that may be cut.
    var reach: @Sendable () throws -> Store {
        let (line, server) = (line, server)
        return {
            try line.reach()
            return server
        }
    }

    /// A ferry of this desk that loses no time over a server that is away.
    func ferry(_ desk: Int, told: @escaping @Sendable () -> Void = {}) throws -> FerryRun {
        var waits = FerryWaits()
        waits.retryFirst = Span(milliseconds: 5)
        waits.retryMax = Span(milliseconds: 20)
        waits.compareEvery = Span(milliseconds: 50)
        waits.eventsMax = 40
        let run = try FerryRun(desks[desk], server: reach, waits: waits, seed: UInt64(desk), told: told)
        run.begin()
        return run
    }

    /// Waits until every desk and the server hold the same.
    func settle(seconds: Double = 20) throws {
        let end = Date(timeIntervalSinceNow: seconds)
        while try !isEven, Date() < end { usleep(5_000) }
        #expect(try isEven)
        let digest = try server.stateDigest()
        for desk in desks { #expect(try desk.stateDigest() == digest) }
    }

    private var isEven: Bool {
        get throws {
            let heads = try server.heads()
            return try desks.allSatisfy { try $0.heads() == heads }
        }
    }
}
