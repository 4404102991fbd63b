import HotlineDomain
import HotlineSwitch
import Testing

@Suite("The switch's own log")
struct QueueLogTests {
    private func events(_ lines: [String]) -> [SwitchEvent] {
        var feed = QueueLogFeed()
        return lines.flatMap { feed.take($0) }
    }

    @Test("a line is read, bars in its data and all")
    func line() throws {
        let line = try QueueLogLine("1795|1.2|q|Ana|PAUSE|lunch | tea|", number: 1)
        #expect(line.at == Instant(seconds: 1795) && line.queue == "q" && line.agent == "Ana")
        #expect(line.data == ["lunch ", " tea", ""])
        #expect(
            events(["1795|NONE|q|Ana|ADDMEMBER|", "1796|NONE|q|Ana|PAUSE|a|b"]).last
                == .agentPaused("Ana", reason: "a|b", at: Instant(seconds: 1796)))
    }

    @Test(
        "a line that is none is told with its number, and the next one counts",
        arguments: [
            ("", nil), ("hello", "feed.missing"), ("x|1|q|a|CONNECT|1", "feed.wrong"),
            ("1|2|3|4", "feed.missing"), (String(repeating: "x", count: 10_000), "feed.too_long"),
        ] as [(String, String?)])
    func badLine(text: String, rule: String?) {
        let events = events(["1|1|q|NONE|ENTERQUEUE||5|1", text, "9|1|q|NONE|ABANDON|1|1|8"])
        let bad = events.compactMap { if case .trouble(.badLine(let bad), _) = $0 { bad } else { nil } }
        #expect(bad.map(\.rule) == (rule.map { [$0] } ?? []))
        if let first = bad.first { #expect(first.number == 2 && first.details["line"] == "2") }
        #expect(Kept(events).visits.values.first?.wait == .seconds(8))
    }

    @Test(
        "every way out of a queue has its meaning",
        arguments: [
            ("EXITWITHTIMEOUT|1|1|9", VisitFacts.Ending.left(.timedOut)), ("EXITEMPTY|1|1|9", .left(.nobodyOnDuty)),
            ("EXITWITHKEY|2|1|1|9", .left(.byKey)), ("WITHDRAW|1|1|9|x", .left(.withdrawn)),
            ("ABANDON|1|1|9", .abandoned), ("CONNECT|9|leg|3", .answered(by: "Ana")),
        ])
    func endings(verb: String, ending: VisitFacts.Ending) {
        let told = events(["1|1|q|NONE|ENTERQUEUE||5|1", "10|1|q|Ana|\(verb)"])
        #expect(Kept(told).visits.values.first?.ending == ending)
        #expect(Kept(told).visits.values.first?.wait == .seconds(9))
    }

    @Test("a log that begins in the middle of a call reckons its wait")
    func middle() {
        let kept = Kept(
            events(["100|1|q|Ana|CONNECT|42|leg|3", "110|1|q|Ana|COMPLETEAGENT|42|10|1"]), isExact: false)
        let visit = kept.visit(of: "1")[0]
        #expect(visit.wait == .seconds(42) && visit.talkTime == .seconds(10))
        #expect(events(["110|7|q|Ana|COMPLETEAGENT|42|10|1"]).isEmpty)
    }

    @Test("a log that is written, rotated, and cut short is followed without losing or repeating a line")
    func tail() {
        var tail = LogTail()
        func look(_ inode: UInt64, _ size: UInt64) -> LogTail.Look {
            LogTail.Look(device: 1, inode: inode, size: size)
        }
        #expect(tail.step(look(1, 10)) == .read(from: 0))
        #expect(tail.take(Array("one\ntwo\nth".utf8)) == ["one", "two"])
        #expect(tail.step(look(1, 10)) == .nothing)
        // Where one would go on after a restart: whole lines only.
        var later = LogTail(device: 1, inode: 1, offset: tail.offset)
        #expect(later.step(look(1, 10)) == .read(from: 8))
        #expect(tail.step(look(1, 14)) == .read(from: 10))
        #expect(tail.take(Array("ree\n".utf8)) == ["three"])
        // Rotated: the rest of the old file first.
        #expect(tail.step(look(2, 4)) == .finishThenReopen(from: 14))
        #expect(tail.take(Array("last".utf8)) == [] && tail.finish() == ["last"])
        tail.reopened(look(2, 4))
        #expect(tail.step(look(2, 4)) == .read(from: 0))
        #expect(tail.take(Array("new\n".utf8)) == ["new"])
        // Emptied in place.
        #expect(tail.step(look(2, 2)) == .restart)
        #expect(tail.step(look(2, 2)) == .read(from: 0))
        #expect(tail.take(Array("a\r\n".utf8)) == ["a"])
    }

    @Test("wherever a read ends, the same lines come out")
    func cuts() {
        let bytes = Array("1|1|q|NONE|ENTERQUEUE||5|1\n9|1|q|NONE|ABANDON|1|1|8\n".utf8)
        for cut in 0...bytes.count {
            var tail = LogTail()
            #expect((tail.take(Array(bytes[..<cut])) + tail.take(Array(bytes[cut...]))).count == 2)
            #expect(tail.offset == UInt64(bytes.count))
        }
    }

    @Test("a log whose clock is a little off ours fills the gap all the same", arguments: [-20, 0, 20])
    func skewed(seconds: Int64) {
        var backfill = QueueLogBackfill(from: Instant(seconds: 1000), to: Instant(seconds: 1010))
        // Came and gave up within the gap, by our clock.
        for line in ["\(1001 + seconds)|1|q|NONE|ENTERQUEUE||5|1", "\(1009 + seconds)|1|q|NONE|ABANDON|1|1|8"] {
            backfill.take(line)
        }
        #expect(backfill.over.map(\.ending) == [.abandoned] && backfill.over.first?.wait == .seconds(8))
    }

    @Test("a hundred thousand lines take no more room than a hundred")
    func flat() {
        var feed = QueueLogFeed()
        for call in 0..<50_000 {
            _ = feed.take("\(call)|c\(call)|q|NONE|ENTERQUEUE||5|1")
            _ = feed.take("\(call + 2)|c\(call)|q|NONE|ABANDON|1|1|2")
        }
        #expect(feed.openVisits == 0 && feed.held < 4096)
    }
}
