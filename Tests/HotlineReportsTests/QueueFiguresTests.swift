import HotlineDomain
import HotlineReports
import Testing

@Suite("The figures of a queue")
struct QueueFiguresTests {
    private let start = Instant(seconds: 1_795_000_000)

    private func visit(
        _ outcome: QueueVisit.Outcome?, _ seconds: Int64, at offset: Int64 = 0, handled: Int64? = nil
    ) -> QueueVisit {
        QueueVisit(
            line: "ru", offeredAt: start + .seconds(offset), outcome: outcome,
            wait: outcome == nil ? nil : .seconds(seconds), handled: handled.map { .seconds($0) })
    }

    /// Ten calls: six answered in time, two later, one gave up at 3 s, one at 40 s.
    private var vector: [QueueVisit] {
        [3, 5, 8, 12, 20, 19, 21, 44].map { visit(.answered, $0, handled: 60) }
            + [visit(.abandoned, 3), visit(.abandoned, 40)]
    }

    @Test("the field's own example: 6/9 and 1/9, not the 75 % and 70 % a switch would say")
    func example() {
        let counts = QueueCounts(vector, targets: QueueTargets())
        #expect(counts.serviceLevel == Share(6, of: 9) && counts.serviceLevel.number() == "66.7")
        #expect(counts.abandonRate == Share(1, of: 9) && counts.abandonRate.number() == "11.1")
        #expect(counts.answerRate == Share(8, of: 9))
        #expect(counts.offered == 10 && counts.shortAbandoned == 1)
    }

    @Test("targets may be asked for otherwise")
    func targets() {
        let strict = QueueCounts(vector, targets: QueueTargets(answer: .seconds(10), shortAbandon: .seconds(2)))
        #expect(strict.serviceLevel == Share(3, of: 10) && strict.shortAbandoned == 0)
        var settings = Settings()
        settings.answerTargetSeconds = 44
        #expect(QueueCounts(vector, targets: QueueTargets(settings)).serviceLevel == Share(8, of: 9))
    }

    @Test("over nothing every rate is a dash and every length missing")
    func empty() {
        let counts = QueueCounts([], targets: QueueTargets())
        for share in [counts.serviceLevel, counts.answerRate, counts.abandonRate, counts.unstaffedRate] {
            #expect(share.percentage == .undefined && share.number() == "-")
        }
        #expect(
            counts.speedOfAnswerMean == nil && counts.speedOfAnswerMedian == nil && counts.speedOfAnswerP90 == nil)
        #expect(counts.handleTime == nil && QueueCounts.longestWait([], at: start) == nil)
        // Only short abandoned and lost: still nothing to divide by.
        let thin = QueueCounts([visit(.abandoned, 1), visit(.lost, 9)], targets: QueueTargets())
        #expect(thin.answerRate.number() == "-" && thin.serviceLevel.number() == "-" && thin.offered == 2)
    }

    @Test("every visit is exactly one of the seven, whoever waits or came to a closed line is apart")
    func identity() {
        let others: [QueueVisit] = [
            visit(.overflowed, 30), visit(.unstaffed, 0), visit(.refused, 0), visit(.lost, 7), visit(.closed, 0),
            visit(nil, 0),
        ]
        let counts = QueueCounts(vector + others, targets: QueueTargets())
        #expect(counts.identity.map(\.n) == [8, 1, 1, 1, 1, 1, 1] && counts.offered == 14)
        #expect(counts.identity.map(\.outcome.letter).joined() == "ABbFURL")
        #expect(counts.closed == 1 && counts.waiting == 1)
        #expect(counts.serviceLevel == Share(6, of: 12))
        #expect(counts.answerRate == Share(8, of: 12) && counts.unstaffedRate == Share(1, of: 13))
    }

    @Test("speed of answer: the true mean, the middle, and what nine of ten did not exceed")
    func speed() {
        let counts = QueueCounts(vector, targets: QueueTargets())
        #expect(counts.speedOfAnswerMean == Span(milliseconds: 16_500))
        #expect(counts.speedOfAnswerMedian == Span(milliseconds: 15_500))
        #expect(counts.speedOfAnswerP90 == .seconds(44))
        #expect(counts.handleTime == .seconds(60) && counts.handledOfAnswered == Share(8, of: 8))
        let one = QueueCounts([visit(.answered, 7)], targets: QueueTargets())
        #expect(one.speedOfAnswerMedian == .seconds(7) && one.speedOfAnswerP90 == .seconds(7))
        #expect(one.handleTime == nil && one.handledOfAnswered == Share(0, of: 1))
    }

    @Test("a period is half open")
    func period() {
        let visits = [
            visit(.answered, 1, at: -1), visit(.answered, 1), visit(.answered, 1, at: 59),
            visit(.answered, 1, at: 60),
        ]
        #expect(QueueCounts(visits, from: start, to: start + .seconds(60), targets: QueueTargets()).answered == 2)
    }

    @Test("longest wait now is of those who wait")
    func longest() {
        let visits = [visit(nil, 0, at: 10), visit(nil, 0, at: 4), visit(.answered, 900)]
        #expect(QueueCounts.longestWait(visits, at: start + .seconds(30)) == .seconds(26))
    }

    @Test("taking out and putting in is the same as counting anew", arguments: 1...20 as ClosedRange<UInt64>)
    func incremental(seed: UInt64) {
        var state = seed
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        func any() -> QueueVisit {
            let outcomes = QueueVisit.Outcome.allCases.map { Optional($0) } + [nil]
            return visit(
                outcomes[next(outcomes.count)], Int64(next(90)), handled: next(2) == 0 ? nil : Int64(next(600)))
        }
        var visits = (0..<50).map { _ in any() }
        var counts = QueueCounts(visits, targets: QueueTargets())
        for _ in 0..<200 {
            let place = next(visits.count)
            counts.remove(visits[place])
            visits[place] = any()
            counts.add(visits[place])
        }
        #expect(counts == QueueCounts(visits, targets: QueueTargets()), "seed \(seed)")
        let halves = QueueCounts(visits.prefix(20), targets: QueueTargets())
            .adding(QueueCounts(visits.dropFirst(20), targets: QueueTargets()))
        #expect(halves == counts, "seed \(seed)")
    }

    @Test("a histogram has a place for every wait")
    func histogram() {
        let counts = QueueCounts(vector, targets: QueueTargets())
        #expect(
            counts.waits.histogram(upTo: [.seconds(5), .seconds(10), .seconds(20), .seconds(30)]) == [2, 1, 3, 1, 1])
    }
}
