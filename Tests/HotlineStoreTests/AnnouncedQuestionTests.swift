import HotlineDomain
import PostgresCluster
import StorePostgres
import Synchronization
import Testing
import WrappingEngine

@testable import HotlineStore

/// What is asked of a server far away goes there in as few journeys as it can.
@Suite("Questions that are announced")
struct AnnouncedQuestionTests {
    @Test(
        "whatever was announced, and whatever is asked then, in whichever order, is answered rightly",
        .enabled(if: PostgresCluster.isWanted), arguments: [1, 2, 3, .random(in: 4...(.max))] as [UInt64])
    func anyOrder(seed: UInt64) throws {
        var chance = SeededChance(state: seed)
        try PostgresCluster.withDatabase { url in
            let engine = try PostgresEngine.open(url: url, create: .new).withNotes()
            defer { engine.close() }
            let questions = (0..<5).map { Question("SELECT n + $1 FROM generate_series(1, 3) AS n", [.integer($0)]) }
            var written: Int64 = 0
            for _ in 0..<30 {
                let isWriting = Bool.random(using: &chance)
                let work = { (connection: any Connection) in
                    for _ in 0..<Int.random(in: 1...4, using: &chance) {
                        try connection.announce(Array(questions.shuffled(using: &chance).prefix(3)))
                        for place in (0..<5).shuffled(using: &chance).prefix(Int.random(in: 0...4, using: &chance)) {
                            let answer = try connection.all(questions[place]) { $0.integer(0) }
                            #expect(answer == (1...3).map { $0 + Int64(place) }, "seed \(seed)")
                            guard isWriting, Bool.random(using: &chance) else { continue }
                            try connection.run("INSERT INTO note (body) VALUES ($1)", [.text("\(written)")])
                            written += 1
                        }
                    }
                }
                if isWriting { try engine.write(work) } else { try engine.read(work) }
            }
            #expect(try engine.notes() == written, "seed \(seed)")
        }
    }

    @Test(
        "a question that fails is told when it is asked, and the transaction is undone",
        .enabled(if: PostgresCluster.isWanted))
    func failing() throws {
        try PostgresCluster.withDatabase { url in
            let engine = try PostgresEngine.open(url: url, create: .new).withNotes()
            defer { engine.close() }
            let questions = [
                Question("SELECT 1::bigint"), Question("SELECT 1 / $1", [.integer(0)]), Question("SELECT 2::bigint"),
            ]
            #expect(throws: StoreError.self) {
                try engine.write { connection in
                    try connection.run("INSERT INTO note (body) VALUES ($1)", [.text("undone")])
                    try connection.announce(questions)
                    #expect(try connection.first(questions[0]) { $0.integer(0) } == 1)
                    _ = try connection.first(questions[1]) { $0.integer(0) }
                }
            }
            #expect(try engine.notes() == 0)
            #expect(try engine.read { try $0.first(questions[2]) { $0.integer(0) } } == 2)
        }
    }

    @Test("what one call leaves for another desk is asked for in four journeys")
    func journeys() throws {
        let now = Sample.at("2009-09-14", "14:00")
        let stores = try Sample.together(desks: 2)
        try stores.exchange()
        try stores[1].log(.sos, at: now, note: "she is at the station")
        let counting = CountingEngine(stores[1].engine)
        let asked = try Store.open(counting) { _ in Sample.zone }
        counting.begin()
        let shipment = try #require(try asked.shipment(after: stores[0].heads(), limit: 100))
        #expect(!shipment.words.isEmpty)
        #expect(counting.journeys == 4)
    }
}

/// Counts how often somebody waits for an answer.
private final class CountingEngine: WrappingEngine {
    let base: any Engine
    private let count = Mutex(0)

    init(_ base: any Engine) { self.base = base }

    var journeys: Int { count.withLock { $0 } }
    func begin() { count.withLock { $0 = 0 } }
    func inside(_ connection: any Connection) -> any Connection {
        Counter(base: connection) { [self] in count.withLock { $0 += 1 } }
    }

    private final class Counter: Connection {
        private let base: any Connection
        private let travel: () -> Void
        private var onTheirWay: [Question] = []

        init(base: any Connection, travel: @escaping () -> Void) {
            self.base = base
            self.travel = travel
        }

        func announce(_ questions: [Question]) {
            if !questions.isEmpty { travel() }
            onTheirWay = questions
        }

        func rows(_ sql: String, _ arguments: [SQLValue], _ body: (any SQLRow) throws -> Bool) throws {
            if onTheirWay.first == Question(sql, arguments) {
                onTheirWay.removeFirst()
            } else {
                onTheirWay = []
                travel()
            }
            try base.rows(sql, arguments, body)
        }

        func run(_ sql: String, _ arguments: [SQLValue]) throws { try base.run(sql, arguments) }
        func script(_ sql: String) throws { try base.script(sql) }
    }
}
