import Foundation
import Glibc
import HotlineDomain
import HotlineStore
import Synchronization

/// Desks that log a call now and then, each carried at once; some of them show what others logged.
final class LoadPace: Sendable {
    let logged = Samples()
    let given = Samples()
    /// From the commit at one desk until it stands in another's store.
    let fresh = Samples()
    private let desks: [LoadDesk]
    private let options: LoadBench.Options
    private let committed = Mutex<[Int64: ContinuousClock.Instant]>([:])
    private let left: Atomic<Int>
    private let elapsed = Mutex(Duration.zero)

    init(_ desks: [LoadDesk], _ options: LoadBench.Options) {
        self.desks = desks
        self.options = options
        left = Atomic(options.acts)
    }

    var rate: Double { Double(given.count) / elapsed.withLock { $0.seconds } }

    func run() throws {
        let start = ContinuousClock.now
        let connected = try desks.map { ($0, try $0.connect()) }
        try Crowd.run(connected) { [self] desk, server in
            let isBoard = desk.number <= options.boards
            try work(desk, server, hearing: isBoard ? server.engine.bell : nil)
        }
        elapsed.withLock { $0 = ContinuousClock.now - start }
    }

    private func work(_ desk: LoadDesk, _ server: Store, hearing bell: Int32?) throws {
        var heads = try server.heads()
        var next = ContinuousClock.now + pause()
        // Others' last calls are still to come when the last one is logged.
        var end: ContinuousClock.Instant?
        while end.map({ ContinuousClock.now < $0 }) ?? true {
            if ContinuousClock.now >= next, left.subtract(1, ordering: .relaxed).oldValue > 0 {
                try logAndShip(desk, server, &heads)
                next += pause()
            }
            if end == nil, left.load(ordering: .relaxed) <= 0 { end = ContinuousClock.now + .seconds(2) }
            let limit = min(end ?? next, ContinuousClock.now + .milliseconds(500))
            if LoadPace.rings(bell, until: max(limit, ContinuousClock.now)) {
                server.engine.drainBell()
                try show(desk, server)
            }
        }
    }

    private func logAndShip(_ desk: LoadDesk, _ server: Store, _ heads: inout Heads) throws {
        let call = try logged.timed { try desk.log(at: .clock) }
        committed.withLock { $0[call.raw] = ContinuousClock.now }
        try given.timed {
            while let shipment = try desk.packed(after: &heads) { _ = try LoadDesk.give(shipment, to: server) }
        }
    }

    private func show(_ desk: LoadDesk, _ server: Store) throws {
        let told = try desk.fetch(from: server)
        let now = ContinuousClock.now
        for start in committed.withLock({ known in told.compactMap { known[$0] } }) { fresh.add(now - start) }
    }

    /// As people ring: at any time, as likely in this second as in the next.
    private func pause() -> Duration { .seconds(-log(Double.random(in: 1e-9...1)) * options.every) }

    private static func rings(_ bell: Int32?, until limit: ContinuousClock.Instant) -> Bool {
        let wait = Int32(max(0, (limit - ContinuousClock.now).seconds * 1_000).rounded(.up))
        var question = pollfd(fd: bell ?? -1, events: Int16(POLLIN), revents: 0)
        return poll(&question, 1, wait) > 0
    }
}
