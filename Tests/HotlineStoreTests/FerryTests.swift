import HotlineDomain
import Testing

@testable import HotlineStore

/// One thing that happens to a ferry, and what it then asks for.
private struct Step: Sendable {
    let second: Double
    let input: Ferry.Input
    let effects: [Ferry.Effect]

    init(_ second: Double, _ input: Ferry.Input, _ effects: Ferry.Effect...) {
        self.second = second
        self.input = input
        self.effects = effects
    }
}

private struct Story: Sendable, CustomTestStringConvertible {
    let name: String
    var here: Heads = [96: 10]
    let steps: [Step]
    /// What there is to be said at the end.
    var ends: @Sendable (FerryNote) -> Bool = { _ in true }
    var testDescription: String { name }
}

@Suite("A desk's ferry")
struct FerryTests {
    static let gone = StoreError.unavailable(path: "postgres://house", detail: "Connection refused")
    static let full = StoreError.diskFull(path: "postgres://house")
    static let start = Instant(seconds: 1_252_920_000)

    static func moment(_ second: Double) -> FerryMoment {
        let passed = Span(milliseconds: Int64((second * 1000).rounded()))
        return FerryMoment(wall: start + passed, steady: .seconds(500) + passed)
    }

    static func refusal(_ rule: ShipmentRule) -> Refusal { Refusal(rule, ["node": "100"]) }

    static func ship(_ heads: Heads) -> Ferry.Effect { .ship(after: heads, limit: 500) }
    static func fetch(_ heads: Heads) -> Ferry.Effect { .fetch(after: heads, limit: 500) }

    private static let stories: [Story] = [
        Story(
            name: "it reaches the server, ships what that lacks, brings what is new, and is even",
            steps: [
                Step(0, .tick, .connect),
                Step(0, .connected([96: 7, 100: 5], clock: nil), ship([96: 7, 100: 5])),
                Step(0, .shipped([96: 10], events: 3), fetch([96: 10])),
                Step(0, .fetched([96: 10, 100: 5], events: 5)),
                Step(1, .tick),
            ], ends: { $0.isWell && $0.isConnected && $0.waiting == 0 && $0.evenAt == moment(1).wall }),
        Story(
            name: "an own act is shipped at once",
            steps: [
                Step(0, .tick, .connect), Step(0, .connected([96: 10], clock: nil)),
                Step(5, .written([96: 12]), ship([96: 10])), Step(5, .shipped([96: 12], events: 2)),
            ], ends: { $0.isWell && $0.waiting == 0 }),
        Story(
            name: "when the server's bell rings the heads are compared, and what is new is brought",
            steps: [
                Step(0, .tick, .connect), Step(0, .connected([96: 10], clock: nil)),
                Step(5, .bell, .compare), Step(5, .compared([96: 10, 100: 2]), fetch([96: 10])),
                Step(5, .fetched([96: 10, 100: 2], events: 2)),
            ], ends: { $0.isWell }),
        Story(
            name: "bells that ring while something is carried are heard afterwards, all at once",
            steps: [
                Step(0, .tick, .connect), Step(0, .connected([96: 8], clock: nil), ship([96: 8])),
                Step(0, .bell), Step(0, .bell), Step(1, .shipped([96: 10], events: 2), .compare),
                Step(1, .bell), Step(1, .compared([96: 10]), .compare), Step(1, .compared([96: 10])),
            ]),
        Story(
            name: "all heads are compared once a minute, whatever was told",
            steps: [
                Step(0, .tick, .connect), Step(0, .connected([96: 10], clock: nil)),
                Step(59.9, .tick), Step(60, .tick, .compare),
                Step(60, .compared([96: 10, 100: 1]), fetch([96: 10])),
                Step(60, .fetched([100: 1], events: 1)), Step(119.9, .tick), Step(120, .tick, .compare),
            ]),
        Story(
            name: "while a month is caught up with, what is new here goes out in between",
            steps: [
                Step(0, .tick, .connect), Step(0, .connected([96: 10, 100: 1200], clock: nil), fetch([96: 10])),
                Step(1, .written([96: 11])),
                Step(2, .fetched([100: 500], events: 500), ship([96: 10, 100: 1200])),
                Step(3, .shipped([96: 11], events: 1), fetch([96: 11, 100: 500])),
                Step(4, .fetched([100: 1000], events: 500), fetch([96: 11, 100: 1000])),
            ], ends: { $0.progress == [.init(way: .fetch, done: 1000, total: 1200)] }),
        Story(
            name: "a server that is gone is said with the time and what waits; acts go on",
            steps: [
                Step(0, .tick, .connect), Step(0, .connected([96: 10], clock: nil)),
                Step(5, .written([96: 11]), ship([96: 10])), Step(6, .lost(gone)), Step(6.4, .written([96: 13])),
            ],
            ends: {
                $0.away == .init(gone, since: moment(6).wall) && $0.waiting == 3 && !$0.isConnected && !$0.isWell
            }),
        Story(
            name: "what was under way when the server went is found out from the heads, not done twice",
            steps: [
                Step(0, .tick, .connect), Step(0, .connected([96: 10], clock: nil)),
                Step(5, .written([96: 11]), ship([96: 10])), Step(6, .lost(gone)), Step(7, .tick, .connect),
                Step(7, .connected([96: 11], clock: nil)),
            ], ends: { $0.isWell && $0.waiting == 0 }),
        Story(
            name: "a standby that lost commits gets them again, by whoever comes first",
            steps: [
                Step(0, .tick, .connect), Step(0, .connected([96: 10, 100: 4], clock: nil), fetch([96: 10])),
                Step(0, .fetched([100: 4], events: 4)), Step(9, .bell, .compare),
                Step(9, .lost(gone)), Step(10, .tick, .connect),
                Step(10, .connected([96: 8, 100: 3], clock: nil), ship([96: 8, 100: 3])),
                Step(10, .shipped([96: 10, 100: 4], events: 3)),
            ], ends: { $0.isWell }),
        Story(
            name: "a gap is looked into before it is told: the server may have lost what it had",
            steps: [
                Step(0, .tick, .connect), Step(0, .connected([96: 10], clock: nil)),
                Step(5, .written([96: 11]), ship([96: 10])),
                Step(5, .refused(refusal(.gapped)), .compare),
                Step(5, .compared([96: 9]), ship([96: 9])), Step(5, .shipped([96: 11], events: 2)),
            ], ends: { $0.isWell }),
        Story(
            name: "a gap that stays is told, and the other way goes on",
            steps: [
                Step(0, .tick, .connect), Step(0, .connected([96: 10], clock: nil)),
                Step(5, .written([96: 11]), ship([96: 10])),
                Step(5, .refused(refusal(.gapped)), .compare),
                Step(5, .compared([96: 10, 100: 1]), fetch([96: 11])),
                Step(5, .fetched([100: 1], events: 1), ship([96: 10, 100: 1])),
                Step(5, .refused(refusal(.gapped))), Step(6, .written([96: 12, 100: 1])),
            ], ends: { $0.refused.map(\.rule) == ["shipment.gapped"] && $0.waiting == 2 && $0.isConnected }),
        Story(
            name: "what was refused is tried again once a minute, and is well when it is taken",
            steps: [
                Step(0, .tick, .connect), Step(0, .connected([96: 9], clock: nil), ship([96: 9])),
                Step(0, .refused(refusal(.keyTurned))), Step(30, .written([96: 11])),
                Step(60, .tick, .compare), Step(60, .compared([96: 9]), ship([96: 9])),
                Step(60, .shipped([96: 11], events: 2)),
            ], ends: { $0.isWell }),
        Story(
            name:
                "another desk's chain that is another one there is told at once, and keeps nobody's work from going",
            steps: [
                Step(0, .tick, .connect),
                Step(0, .connected([96: 9, 100: 4], clock: nil, fork: refusal(.forked)), ship([96: 9, 100: 4])),
                Step(0, .shipped([96: 10], events: 1), fetch([96: 10])), Step(0, .fetched([100: 4], events: 4)),
            ], ends: { $0.refused.map(\.rule) == ["shipment.forked"] && $0.waiting == 0 }),
        Story(
            name: "it is told no longer when it is the same again",
            steps: [
                Step(0, .tick, .connect), Step(0, .connected([96: 10], clock: nil, fork: refusal(.forked))),
                Step(60, .tick, .compare), Step(60, .compared([96: 10])),
            ], ends: { $0.isWell }),
        Story(
            name: "what was refused and came by another way is refused no more",
            steps: [
                Step(0, .tick, .connect), Step(0, .connected([96: 9], clock: nil), ship([96: 9])),
                Step(0, .refused(refusal(.forked))), Step(60, .tick, .compare),
                Step(60, .compared([96: 10])),
            ], ends: { $0.isWell }),
        Story(
            name: "a server whose disk is full is not there again before it takes something",
            steps: [
                Step(0, .tick, .connect), Step(0, .connected([96: 9], clock: nil), ship([96: 9])),
                Step(0, .lost(full)), Step(1, .tick, .connect),
                Step(1, .connected([96: 9], clock: nil), ship([96: 9])),
                Step(1, .lost(full)), Step(3, .tick, .connect),
                Step(3, .connected([96: 9], clock: nil), ship([96: 9])),
            ], ends: { $0.away == .init(full, since: moment(0).wall) && $0.waiting == 1 }),
        Story(
            name: "the desk's own full disk keeps nothing of others' work, and is tried again",
            steps: [
                Step(0, .tick, .connect), Step(0, .connected([96: 10, 100: 2], clock: nil), fetch([96: 10])),
                Step(0, .failed(.diskFull(path: "hotline.db"))), Step(10, .tick), Step(31, .tick, fetch([96: 10])),
                Step(31, .fetched([100: 2], events: 2)),
            ], ends: { $0.isWell }),
        Story(
            name: "what the desk could not write and another program of it could is no trouble any more",
            steps: [
                Step(0, .tick, .connect), Step(0, .connected([96: 10, 100: 2], clock: nil), fetch([96: 10])),
                Step(0, .failed(.diskFull(path: "hotline.db"))), Step(5, .written([96: 10, 100: 2])),
                Step(60, .tick, .compare), Step(60, .compared([96: 10, 100: 2])),
            ], ends: { $0.isWell }),
        Story(
            name: "a clock more than a minute off is said, and no longer once it is right",
            steps: [
                Step(0, .tick, .connect), Step(0, .connected([96: 10], clock: start + .seconds(120))),
                Step(1, .bell, .compare), Step(1, .lost(gone)), Step(2, .tick, .connect),
                Step(2, .connected([96: 10], clock: start + .seconds(60))),
            ], ends: { $0.clockOff == nil && $0.isWell }),
        Story(
            name: "an answer to nothing changes nothing",
            steps: [
                Step(0, .tick, .connect), Step(0, .shipped([96: 99], events: 9)), Step(0, .refused(refusal(.forked))),
                Step(0, .connected([96: 10], clock: nil)), Step(0, .fetched([100: 9], events: 9)),
                Step(0, .connected([96: 2], clock: nil)),
            ], ends: { $0.isWell && $0.waiting == 0 }),
        Story(
            name: "what is asked for and does not come is not asked for at once again",
            steps: [
                Step(0, .tick, .connect), Step(0, .connected([96: 10, 100: 3], clock: nil), fetch([96: 10])),
                Step(0, .fetched([:], events: 0)), Step(5, .tick), Step(60, .tick, .compare),
                Step(60, .compared([96: 10, 100: 3]), fetch([96: 10])),
            ]),
        Story(
            name: "once it is over it asks for nothing any more",
            steps: [
                Step(0, .tick, .connect), Step(0, .connected([96: 10], clock: nil)), Step(1, .stop, .leave),
                Step(2, .written([96: 20])), Step(90, .tick),
            ]),
    ]

    @Test("what happens to it, and what it then asks for", arguments: stories)
    private func story(_ story: Story) {
        var ferry = Ferry(here: story.here, there: [96: 10], seed: 1)
        for step in story.steps {
            let effects = ferry.take(step.input, at: FerryTests.moment(step.second))
            #expect(effects == step.effects, "at \(step.second): \(step.input)")
        }
        let note = ferry.note(at: FerryTests.moment(story.steps.last!.second), evenAt: nil)
        #expect(story.ends(note), "\(note)")
    }

    @Test("it tries again after a second, then after twice as long, up to half a minute, never all desks at once")
    func backOff() {
        var pauses: [[Int64]] = []
        for seed: UInt64 in 1...50 {
            var ferry = Ferry(here: [:], seed: seed)
            var now = 0.0
            var own: [Int64] = []
            _ = ferry.take(.tick, at: FerryTests.moment(now))
            for _ in 0..<8 {
                _ = ferry.take(.lost(FerryTests.gone), at: FerryTests.moment(now))
                let wake = ferry.wakeAt!.milliseconds - FerryTests.moment(now).steady.milliseconds
                own.append(wake)
                now += Double(wake) / 1000
                #expect(ferry.take(.tick, at: FerryTests.moment(now)) == [.connect])
            }
            pauses.append(own)
        }
        for (place, most) in [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000].enumerated() {
            let all = pauses.map { $0[place] }
            #expect(all.allSatisfy { (Int64(most) / 2...Int64(most)).contains($0) }, "\(place): \(all)")
            #expect(Set(all).count > 30, "desks come back at different moments")
        }
    }

    @Test("a clock that is set while the server is away does not make it wait longer")
    func clockSet() {
        var ferry = Ferry(here: [96: 1], seed: 3)
        _ = ferry.take(.tick, at: FerryTests.moment(0))
        _ = ferry.take(.lost(FerryTests.gone), at: FerryTests.moment(0))
        let later = FerryMoment(wall: FerryTests.start - Span.hours(2), steady: FerryTests.moment(1).steady)
        #expect(ferry.take(.tick, at: later) == [.connect])
        #expect(ferry.note(at: later, evenAt: nil).away?.since == FerryTests.start)
    }

    @Test("since when the server is out of reach is known beyond the program that found it out")
    func awayBefore() {
        let since = FerryTests.start - Span.hours(1)
        var ferry = Ferry(here: [:], awayBefore: since, seed: 3)
        _ = ferry.take(.tick, at: FerryTests.moment(0))
        _ = ferry.take(.lost(FerryTests.gone), at: FerryTests.moment(0))
        #expect(ferry.note(at: FerryTests.moment(0), evenAt: nil).away?.since == since)
        _ = ferry.take(.tick, at: FerryTests.moment(2))
        _ = ferry.take(.connected([:], clock: nil), at: FerryTests.moment(2))
        _ = ferry.take(.bell, at: FerryTests.moment(3))
        _ = ferry.take(.lost(FerryTests.gone), at: FerryTests.moment(3))
        #expect(ferry.note(at: FerryTests.moment(3), evenAt: nil).away?.since == FerryTests.moment(3).wall)
    }

    @Test("how far the clocks are apart is said with its sign")
    func clockOff() {
        for seconds: Int64 in [-7200, -61, -60, 0, 60, 61, 300] {
            var ferry = Ferry(here: [:], seed: 3)
            _ = ferry.take(.tick, at: FerryTests.moment(0))
            _ = ferry.take(.connected([:], clock: FerryTests.start + .seconds(seconds)), at: FerryTests.moment(0))
            let off = ferry.note(at: FerryTests.moment(0), evenAt: nil).clockOff
            #expect(off == (abs(seconds) > 60 ? .seconds(seconds) : nil))
        }
    }
}
