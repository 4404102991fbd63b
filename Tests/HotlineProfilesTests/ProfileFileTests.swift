import Foundation
import HotlineProfiles
import Testing

@Suite("Profile files")
struct ProfileFileTests {
    private func withFile(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).toml").path
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(path)
    }

    @Test("a file that is not there is a problem of its own")
    func notThere() {
        let problems = HotlineProfile.check(path: "/nowhere/at-all.toml")
        #expect(problems.map(\.rule) == [.unreadable])
        let broken = #expect(throws: BrokenProfile.self) { try HotlineProfile.read(path: "/nowhere/at-all.toml") }
        #expect(broken?.problems == problems)
    }

    @Test("bytes that are not UTF-8 are named with their line")
    func notUTF8() throws {
        try withFile(Array("code = \"x\"\nname = \"".utf8) + [0xCF, 0x20] + Array("\"\n".utf8)) { path in
            #expect(HotlineProfile.check(path: path).map(\.short) == ["profile.not_utf8 2"])
        }
    }

    @Test("a file with a byte order mark and Windows line ends is read")
    func windows() throws {
        try withFile([0xEF, 0xBB, 0xBF] + Array(Sample.text.replacing("\n", with: "\r\n").utf8)) { path in
            #expect(HotlineProfile.check(path: path).map(\.short) == [])
            let hotline = try HotlineProfile.read(path: path).hotline
            #expect(try hotline == Sample.hotline())
        }
    }

    @Test("an empty file, and one that is something else, are told what they lack")
    func empty() {
        let missing = HotlineProfile.check(text: "", file: "empty.toml")
        #expect(Set(missing.map(\.rule)) == [.missingKey])
        #expect(
            missing.map { $0.detail("key") ?? "" }.sorted() == [
                "code", "line", "name", "operator", "pattern", "roster",
            ])
        #expect(HotlineProfile.check(text: "{\"code\": 1}", file: "x.json").map(\.rule) == [.syntax])
    }

    @Test("a syntax problem has the parser's line and column")
    func syntax() {
        let problems = HotlineProfile.check(text: "code = \"x\"\nname = = \"y\"\n", file: "x.toml")
        #expect(problems.map(\.place) == ["x.toml:2:8"])
    }

    @Test(
        "whatever a slip makes of a profile, it is read or told where it is wrong",
        arguments: [1, 2026, UInt64.random(in: 0...UInt64.max)])
    func slips(seed: UInt64) {
        var state = seed
        func random(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(count))
        }
        let slips = Array("\"'[]{}=#.,-0129:T \n\\aZé\u{0}")
        for _ in 0..<200 {
            var text = Array(Sample.text)
            for _ in 0...random(3) {
                let place = random(text.count)
                switch random(3) {
                case 0: text.remove(at: place)
                case 1: text.insert(slips[random(slips.count)], at: place)
                default: text[place] = slips[random(slips.count)]
                }
            }
            let problems = HotlineProfile.check(text: String(text), file: "x.toml")
            let lines = text.count { $0 == "\n" } + 1
            #expect(problems.allSatisfy { (1...lines).contains($0.line) && $0.column > 0 }, "seed \(seed)")
        }
    }

    @Test("five problems are five problems at once")
    func all() {
        let text = Sample.text.replacing("2026-01-01", with: "2026-02-30").replacing("\"MD\"", with: "\"MDX\"")
            .replacing("[\"03\"]", with: "[\"33\"]").replacing("staff = 2", with: "staff = 3")
            .replacing("on_call =", with: "oncall =")
        #expect(
            HotlineProfile.check(text: text, file: "x.toml").map(\.rule.rawValue) == [
                "line.unknown_country", "line.bad_date", "roster.understaffed", "roster.unknown_operator",
                "profile.unknown_key",
            ])
    }
}
