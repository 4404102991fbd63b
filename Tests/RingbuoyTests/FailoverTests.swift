import Foundation
import HotlineDomain
import HotlineStore
import PostgresCluster
import StorePostgres
import StoreSQLite
import Synchronization
import Testing

@testable import ringbuoy

/// Documentation/ManyDesks.md promises what is held here.
@Suite("The server is lost, and its standby takes over", .enabled(if: PostgresCluster.isWanted), .serialized)
struct FailoverTests {
    @Test("synchronous: nothing acknowledged is lost, and desks are back within seconds")
    func synchronous() throws {
        let house = try FailoverHouse()
        try house.primary.waitForStandby()
        try house.begin()
        defer { house.end() }
        house.work(until: { house.runs.allSatisfy { $0.note.there.events(beyond: Heads()) > 20 } })
        try house.primary.kill()
        let killed = ContinuousClock.now
        house.work(until: { house.runs.allSatisfy { $0.note.away != nil } })
        let acknowledged = house.runs.map(\.note.there)
        try house.second.takeInRest()
        let kept = try house.headsOfSecond()
        for heads in acknowledged { #expect(heads.events(beyond: kept) == 0) }
        try house.second.promote()
        let promoted = ContinuousClock.now
        house.work(until: { house.runs.allSatisfy(\.note.isConnected) })
        try house.settle()
        let (away, back) = (promoted - killed, ContinuousClock.now - promoted)
        print("failover: promoted after \(away), all desks even \(back) after that")
        #expect(back < .seconds(15))
    }

    @Test("asynchronous: what the standby lacks comes from the desks, also that of a desk which burnt")
    func asynchronous() throws {
        let house = try FailoverHouse()
        try house.begin()
        defer { house.end() }
        house.work(until: { house.runs.allSatisfy { $0.note.there.events(beyond: Heads()) > 20 } })
        try house.second.stopFollowing()
        let before = try house.headsOfSecond()
        house.work(until: { house.runs.allSatisfy { $0.note.there.events(beyond: before) > 20 } })
        try house.wait { house.runs.allSatisfy(\.note.isEven) }
        house.burn(2)
        try house.primary.kill()
        try house.second.takeInRest()
        let kept = try house.headsOfSecond()
        let lost = try house.desks[0].heads().events(beyond: kept)
        #expect(lost > 20)
        try house.second.promote()
        try house.settle()
        print("failover: \(lost) events lost by the standby, all of them healed")
    }

    @Test("what was done straight at the server and was lost with it comes back, beside what is done at the next one")
    func houseWork() throws {
        let house = try FailoverHouse()
        let enrolled = try house.atServer { try $0.enrol("north", token: "1", by: "99", at: FerryHouse.start) }
        try house.begin()
        defer { house.end() }
        try house.wait { house.runs.allSatisfy(\.note.isEven) }
        try house.second.waitToHaveAll(of: house.primary)
        try house.second.stopFollowing()
        let lost = try house.atServer { server in
            try house.log(at: server)
            return try server.enrol("south", token: "2", by: "99", at: FerryHouse.start)
        }
        try house.wait { try house.desks.allSatisfy { try $0.desks().count == 2 } }
        // No desk is there when the next one begins.
        house.end()
        try house.primary.kill()
        try house.second.takeInRest()
        try house.second.promote()
        let next = try house.atServer { server in
            try house.log(at: server)
            return try server.enrol("east", token: "3", by: "99", at: FerryHouse.start)
        }
        #expect(Set([enrolled.mark, lost.mark, next.mark]).count == 3)
        try house.beginAgain()
        try house.settle()
        let numbers = try house.desks[0].calls(limit: 10).calls.map(\.number)
        #expect(numbers.count == 2 && Set(numbers).count == 2, "\(numbers)")
    }
}

/// Three desks, and two servers that are reached by one address.
private final class FailoverHouse: Sendable {
    let primary: PostgresCluster
    let second: PostgresCluster
    let desks: [Store]
    private let url: String
    private let running = Mutex<[FerryRun]>([])
    private let calls = Mutex(0)
    private static let database = "hotline"

    init() throws {
        primary = try PostgresCluster()
        try primary.run("CREATE DATABASE \(FailoverHouse.database)")
        second = try PostgresCluster(following: primary)
        url = primary.url(FailoverHouse.database, or: second)
        let engine = try PostgresEngine.open(url: url, create: .new)
        defer { engine.close() }
        var hotline = FerryHouse.hotline
        hotline.operators.append(Operator(code: "99", roles: [.admin]))
        let server = try Store.create(engine, hotline: hotline, at: FerryHouse.start) { _ in
            FerryHouse.moscow
        }
        let whole = try #require(try server.shipment(after: Heads(), limit: .max))
        desks = try (1...3).map { number in
            let mark = try #require(DeskMark(number))
            let desk = try Store.createToReceive(
                SQLiteEngine.inMemory(node: mark.nodes.lowerBound), server.origin(), marks: ["desk": "\(mark)"]
            ) { _ in FerryHouse.moscow }
            try desk.receive(whole)
            return desk
        }
    }

    var runs: [FerryRun] { running.withLock { $0 } }

    func begin() throws {
        var waits = FerryWaits()
        waits.retryFirst = Span(milliseconds: 20)
        waits.retryMax = Span(milliseconds: 200)
        for (place, desk) in desks.enumerated() {
            let (url, mark) = (url, try #require(DeskMark(place + 1)))
            let run = try FerryRun(
                desk,
                server: {
                    try Store.open(PostgresEngine.open(url: url, nodes: mark.nodes)) { _ in FerryHouse.moscow }
                }, ear: .others, waits: waits, seed: UInt64(place))
            run.begin()
            running.withLock { $0.append(run) }
        }
    }

    func end() { for run in runs { run.end(within: .seconds(5)) } }

    func beginAgain() throws {
        running.withLock { $0 = [] }
        try begin()
    }

    /// What a program does that works straight at whichever server takes writes.
    func atServer<T>(_ body: (Store) throws -> T) throws -> T {
        let engine = try PostgresEngine.open(url: url)
        defer { engine.close() }
        return try body(try Store.open(engine) { _ in FerryHouse.moscow })
    }

    /// A desk that is never seen again.
    func burn(_ place: Int) {
        let run = running.withLock { $0.remove(at: place) }
        run.end(within: .seconds(5))
    }

    /// Every desk logs call after call, whatever becomes of the server.
    func work(until holds: () -> Bool) {
        let end = Date(timeIntervalSinceNow: 20)
        while !holds(), Date() < end {
            for (desk, run) in zip(desks, runs) {
                do { try log(at: desk) } catch { Issue.record(error) }
                run.wake()
            }
            usleep(20_000)
        }
        #expect(holds())
    }

    func wait(until holds: () throws -> Bool) throws {
        let end = Date(timeIntervalSinceNow: 20)
        while try !holds(), Date() < end { usleep(5_000) }
        #expect(try holds())
    }

    /// Until all that are left hold the same as the server, table by table.
    func settle() throws {
        let engine = try PostgresEngine.open(url: url)
        defer { engine.close() }
        let server = try Store.open(engine) { _ in FerryHouse.moscow }
        let left = Array(desks.prefix(runs.count))
        try wait { try left.allSatisfy { try $0.heads() == server.heads() } }
        let digest = try server.stateDigest()
        for desk in left { #expect(try desk.stateDigest() == digest) }
        for desk in desks { #expect(try desk.heads().events(beyond: server.heads()) == 0) }
        #expect(try server.verify().findings == [])
    }

    /// Asked as a standby answers: read only.
    func headsOfSecond() throws -> Heads {
        let rows = try second.run("SELECT node, last_sequence FROM ringbuoy.node", in: FailoverHouse.database)
        let numbers = rows.split(separator: "\n").map { $0.split(separator: "|").compactMap { Int64($0) } }
        return Heads(Dictionary(numbers.map { ($0[0], $0[1]) }, uniquingKeysWith: max))
    }

    func log(at desk: Store) throws {
        let number = calls.withLock { number in
            number += 1
            return number
        }
        let now = FerryHouse.start + .hours(1) + .seconds(Int64(number))
        let content = CallContent(
            callClass: .information, country: "RU", language: "ru", topics: ["documents"],
            outcome: "information_given")
        let entry = CallEntry(content, note: desk.written("asks about papers", at: now))
        let id = desk.newID(Call.self, at: now)
        let enter = CallCommand.enter(line: "ru", started: now - .minutes(5), ended: now, entry)
        try desk.perform([.call(id, enter), .call(id, .finalise)], by: "01", at: now)
    }
}
