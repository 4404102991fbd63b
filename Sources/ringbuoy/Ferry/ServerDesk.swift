import HotlineConsole
import HotlineDomain
import HotlineStore
import Wording
import Synchronization

/// A desk that has joined a server: its ferry, and the server's store for what
/// needs everybody's work.
final class ServerDesk: DeskFerry, Sendable {
    private let desk: Store
    private let openHouse: @Sendable () throws -> Store
    private let run: FerryRun
    /// Opened once, and kept as long as it answers.
    private let opened = Mutex<Store?>(nil)

    /// So long what was written here is waited for, before something is done there.
    private static let patience = Span.seconds(3)

    /// Nil for a desk that works by itself.
    /// `told`: there is something else to be seen or said; called on the ferry's thread.
    convenience init?(
        _ desk: Store, ear: FerryRun.Ear, told: @escaping @Sendable () -> Void = {}
    ) throws {
        guard let way = try ServerWay(of: desk) else { return nil }
        let run = try FerryRun(desk, server: { try way.open() }, ear: ear, told: told)
        self.init(desk, run) { try way.openHouse() }
    }

    init(_ desk: Store, _ run: FerryRun, house: @escaping @Sendable () throws -> Store) {
        self.desk = desk
        self.run = run
        openHouse = house
    }

    func begin() { run.begin() }
    func end() { run.end(within: ServerDesk.patience) }

    /// What was done at the server is brought here before one goes, where it takes no time.
    func bring(within span: Span) {
        let asked = Clock.now
        run.look()
        run.wait(within: span) { $0.isSettled && $0.at > asked }
    }

    var note: FerryNote { run.note }
    func wake() { run.wake() }
    func look() { run.look() }

    /// Everything that was done here is there first: what is counted there counts it.
    func house() throws -> Store { try house(within: ServerDesk.patience) }

    func house(within patience: Span) throws -> Store {
        run.wake()
        run.wait(within: patience) { ($0.isConnected && $0.waiting == 0) || $0.away != nil || !$0.refused.isEmpty }
        let note = note
        guard note.away == nil, note.isConnected else {
            throw note.away.map { ServerDesk.refusal($0, desk) } ?? ServerDesk.outOfReach(since: Clock.now, desk)
        }
        do {
            let store = try opened.withLock { known in
                if let known { return known }
                let store = try openHouse()
                known = store
                return store
            }
            try store.enter(as: desk)
            let waiting = try desk.heads().events(beyond: store.heads())
            guard waiting == 0 else { throw Refusal(ServerRule.notShipped, ["count": String(waiting)]) }
            return store
        } catch is StoreError {
            opened.withLock { $0 = nil }
            throw ServerDesk.outOfReach(since: Clock.now, desk)
        }
    }

    /// Why the server is not to be used, as it was told when it was tried last.
    static func refusal(_ away: FerryNote.Trouble, _ desk: Store) -> Refusal {
        away.moved ?? refusal(.outOfReach, away, desk)
    }

    static func outOfReach(since moment: Instant, _ desk: Store) -> Refusal {
        Refusal(ServerRule.outOfReach, ["time": spoken(moment, desk)])
    }

    /// What waits at the desk, for whoever asked that it be carried.
    static func notCarried(_ away: FerryNote.Trouble, waiting: Int, _ desk: Store) -> Refusal {
        away.moved ?? refusal(.notCarried, away, desk, ["count": say.integer(waiting)])
    }

    /// Whether it comes back by itself decides what is said of it.
    private static func refusal(
        _ rule: ServerRule, _ away: FerryNote.Trouble, _ desk: Store, _ more: [String: String] = [:]
    ) -> Refusal {
        var details = more
        details["time"] = spoken(away.since, desk)
        if away.isFull { return Refusal(rule, details, told: .full) }
        guard let mend = ServerMend(away) else { return Refusal(rule, details) }
        let words = ServerWords(say) { spoken($0, desk) }
        details["because"] = words.cause(away)
        details["mend"] = words.mend(mend, away)
        return Refusal(rule, details, told: .barred)
    }

    private static func spoken(_ moment: Instant, _ desk: Store) -> String {
        let zone = try? desk.zone(desk.hotline().zone)
        return zone?.spoken(moment) ?? "-"
    }
}

extension Store {
    /// As whoever sits at the desk: the slots are the same there.
    func enter(as desk: Store) throws {
        guard case .signedIn(let code) = desk.access, access != desk.access else { return }
        try resume(code, desk.handOn())
    }
}
