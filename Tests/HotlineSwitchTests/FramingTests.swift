import HotlineSwitch
import Testing

@Suite("Framing of the manager interface")
struct FramingTests {
    private static let text =
        "Asterisk Call Manager/11.0.0\r\nResponse: Success\r\nActionID: a\r\n\r\n"
        + "Event: Join\r\nQueue:line-ru\r\nUniqueid:  1.2\r\nVariable: a=1\r\nVariable: b=2\r\n\r\n\r\n"
        + "Event: Leave\nQueue: line-ru\n\n"

    private func frames(_ bytes: [UInt8], piece: Int = .max) -> [AMIFraming.Frame] {
        var framing = AMIFraming()
        var frames: [AMIFraming.Frame] = []
        for start in stride(from: 0, to: bytes.count, by: min(piece, bytes.count)) {
            frames += framing.take(Array(bytes[start..<min(bytes.count, start + min(piece, bytes.count))]))
        }
        return frames
    }

    private func messages(_ frames: [AMIFraming.Frame]) -> [AMIMessage] {
        frames.compactMap { if case .message(let message) = $0 { message } else { nil } }
    }

    @Test("a greeting, messages, keys without a space, keys that repeat, line ends of either kind")
    func reads() throws {
        let frames = frames(Array(FramingTests.text.utf8))
        #expect(frames.first == .banner("Asterisk Call Manager/11.0.0"))
        let messages = messages(frames)
        #expect(messages.count == 3)
        #expect(messages[0]["actionid"] == "a" && messages[0]["Event"] == nil)
        #expect(messages[1]["Queue"] == "line-ru" && messages[1]["UniqueID"] == "1.2")
        #expect(messages[1].all("Variable") == ["a=1", "b=2"])
        #expect(messages[2]["Event"] == "Leave")
    }

    @Test("wherever the network cuts, the same messages come out")
    func cuts() {
        let bytes = Array(FramingTests.text.utf8)
        let whole = frames(bytes)
        for cut in 1..<bytes.count {
            var framing = AMIFraming()
            #expect(framing.take(Array(bytes[..<cut])) + framing.take(Array(bytes[cut...])) == whole, "cut at \(cut)")
        }
        #expect(frames(bytes, piece: 1) == whole)
    }

    @Test("what is no part of a message is told and does no harm")
    func garbage() throws {
        let junk: [UInt8] = [0xFF, 0xFE, 0x80] + Array(" broken\r\n".utf8)
        let bytes = Array("Event: A\r\n".utf8) + junk + Array(": no key\r\nQueue: q\r\n\r\n%% nothing\r\n\r\n".utf8)
        var framing = AMIFraming(expectsBanner: false)
        let frames = framing.take(bytes)
        let message = try #require(messages(frames).first)
        #expect(message["Queue"] == "q" && message.garbageLines == 2)
        #expect(frames.last == .garbage(lines: 1))
    }

    @Test("bytes that are no text become a mark")
    func notText() throws {
        var framing = AMIFraming(expectsBanner: false)
        let bytes = Array("CallerIDName: ".utf8) + [0xC3, 0x28] + Array("\nQueue: q\n\n".utf8)
        let message = try #require(messages(framing.take(bytes)).first)
        #expect(message["CallerIDName"] == "\u{FFFD}(" && message["Queue"] == "q")
    }

    @Test("a huge line is dropped and told, the rest of its message stays", arguments: [9_000, 5_000_000])
    func hugeLine(size: Int) throws {
        var framing = AMIFraming(expectsBanner: false)
        let bytes =
            Array("Event: A\nX-Huge: ".utf8) + Array(repeating: 0x78, count: size) + Array("\nQueue: q\n\n".utf8)
        let frames = framing.take(bytes)
        let message = try #require(messages(frames).first)
        #expect(message["Queue"] == "q" && message["X-Huge"] == nil)
        #expect(frames.contains { if case .oversized(let bytes) = $0 { bytes >= size } else { false } })
    }

    @Test("a message without an end is bounded")
    func endless() throws {
        var framing = AMIFraming(expectsBanner: false)
        let line = Array("Key: value that goes on for a while\n".utf8)
        for _ in 0..<10_000 { #expect(framing.take(line).isEmpty) }
        let frames = framing.take(Array("\n".utf8))
        #expect(frames.contains { if case .oversized = $0 { true } else { false } })
        #expect(messages(frames).count == 1)
    }

    @Test("a recording says where it is broken and keeps what came before")
    func brokenRecording() throws {
        var replay = AsteriskReplay()
        let events = replay.take(Array("@1.5 0\n@2.5 x\nrest".utf8))
        guard case .trouble(.badLine(let bad), _)? = events.last else {
            Issue.record("no trouble in \(events)")
            return
        }
        #expect(bad.number == 2 && bad.rule == "feed.malformed")
        #expect(replay.take(Array("more".utf8)).isEmpty)
    }
}
