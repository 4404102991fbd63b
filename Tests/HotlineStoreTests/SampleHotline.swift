import Foundation
import HotlineDomain
import HotlineStore
import PostgresCluster
import StorePostgres
import StoreSQLite
import Testing

/// A small invented hotline that the store's tests work on: one line in a zone
/// two hours ahead of UTC, day and night shifts, four people.
enum Sample {
    static let hotline = Hotline(
        code: "sample", name: "Sample line",
        lines: [
            Line(
                code: "md", name: "Moldova", dialled: "0 800 00 000", countries: ["MD"], languages: ["ro", "ru"],
                zone: "Test/Zone", hours: OpeningHours(from: LocalTime("00:00")!, to: LocalTime("24:00")!),
                since: BusinessDate("2008-10-01")!)
        ],
        operators: [
            Operator(code: "01", roles: [.operator]), Operator(code: "02", roles: [.operator]),
            Operator(code: "51", roles: [.specialist]), Operator(code: "91", roles: [.supervisor]),
            Operator(code: "71", roles: [.reportingOfficer]), Operator(code: "99", roles: [.admin]),
        ],
        patterns: [
            Pattern(code: "day", from: LocalTime("08:00")!, to: LocalTime("20:00")!, staff: 1),
            Pattern(code: "night", from: LocalTime("20:00")!, to: LocalTime("08:00")!, staff: 1),
        ],
        roster: [
            RosterEntry(pattern: "day", operators: ["01"], first: BusinessDate("2008-10-01")!),
            RosterEntry(pattern: "night", operators: ["02"], first: BusinessDate("2008-10-01")!),
        ],
        providers: [Provider(code: "capc", name: "CAPC", services: ["safe_accommodation", "social_reintegration"])])

    static let zone = ZoneRules(name: "Test/Zone", firstOffsetSeconds: 7200, changes: [])

    static func store() throws -> Store {
        try Store.create(try engine(), hotline: hotline, at: at("2009-09-01", "00:00")) { _ in zone }
    }

    static let isOnServer = ProcessInfo.processInfo.environment["RINGBUOY_TESTS_ON_SERVER"] != nil

    /// In memory; with `RINGBUOY_TESTS_ON_SERVER` set, every suite that makes its
    /// store of this is a suite about a server's.
    static func engine() throws -> any Engine {
        guard isOnServer else { return try SQLiteEngine.inMemory() }
        let cluster = try PostgresCluster.shared.get()
        return try PostgresEngine.open(url: cluster.url(cluster.makeDatabase()), create: .new)
    }

    /// In a file, open unless it says otherwise.
    static func store(in path: String, _ protection: Protection = .open) throws -> Store {
        try Store.create(
            try SQLiteEngine.open(path: path, create: .ifMissing), hotline: hotline, protection,
            at: at("2009-09-01", "00:00")
        ) { _ in zone }
    }

    static func reopened(_ path: String) throws -> Store {
        try Store.open(try SQLiteEngine.open(path: path)) { _ in zone }
    }

    /// Cheap enough to be done hundreds of times; the real cost has a test of its own.
    static let cost = Slot.Cost(rounds: 16)
    static let passphrase = Passphrase("harbour lamp seven ropes")
    static let recovery = RecoveryKey.make()
    static var sealed: Protection {
        .sealed(FirstSlots(admin: "99", passphrase: passphrase, recovery: recovery, cost: cost))
    }

    /// A moment on the line's own clock.
    static func at(_ date: String, _ time: String) -> Instant {
        zone.instant(BusinessDate(date)!, LocalTime(time)!)
    }
}

extension Trait where Self == ConditionTrait {
    /// A test of what only a file's engine has, or of what its owner does: on a server it is left out, and says why.
    static func notOnServer(_ why: Comment) -> Self { .disabled(if: Sample.isOnServer, why) }
}

extension Store {
    /// Enters a call that is over, as one act.
    @discardableResult
    func log(
        _ callClass: CallClass, at started: Instant, by code: String = "01", outcome: String? = "information_given",
        nonCounselling: String? = nil, country: String? = nil, topic: String? = nil, region: String? = nil,
        note: String? = nil
    ) throws -> CallID {
        let ended = started + .minutes(5)
        let id = newID(Call.self, at: ended)
        let content = CallContent(
            callClass: callClass, code: nonCounselling, country: country, topics: topic.map { [$0] } ?? [],
            outcome: nonCounselling == nil ? outcome : nil)
        let entry = CallEntry(
            content, region: region.map { written($0, at: ended) }, note: note.map { written($0, at: ended) })
        var commands: [Command] = [.call(id, .enter(line: "md", started: started, ended: ended, entry))]
        if callClass == .sos {
            commands.append(.escalation(newID(Escalation.self, at: ended), .raise(call: id)))
        }
        commands.append(.call(id, .finalise))
        try perform(commands, by: code, at: ended)
        return id
    }
}
