import HotlineProfiles
import Testing

@Suite("Broken profiles")
struct BrokenProfilesTests {
    @Test("the sample is clean")
    func clean() { #expect(HotlineProfile.check(text: Sample.text, file: "sample.toml") == []) }

    @Test("what cannot be read is named with its line", arguments: ProfileBreak.form)
    func form(_ broken: ProfileBreak) { expect(broken) }

    @Test("a character nobody sees is named with its line, wherever it stands", arguments: ProfileBreak.unseen)
    func unseen(_ broken: ProfileBreak) { expect(broken) }

    @Test("escapes of what everybody sees are no problem", arguments: ProfileBreak.seen)
    func seen(_ broken: ProfileBreak) { expect(broken) }

    @Test("the place of an escape is its own, and it is named")
    func place() throws {
        let text = Sample.with("name = \"Moldova\"", "name = \"Mol\\u001Bdova\"")
        let problem = try #require(HotlineProfile.check(text: text, file: "sample.toml").first)
        #expect(problem.column == 12)
        #expect(problem.details["character"] == .text("U+001B"))
    }

    @Test("what is not known is named with its line", arguments: ProfileBreak.codes)
    func codes(_ broken: ProfileBreak) { expect(broken) }

    @Test("what is wrong with a plan is named with its line", arguments: ProfileBreak.plan)
    func plan(_ broken: ProfileBreak) { expect(broken) }

    @Test("what is wrong with a donor is named with its line", arguments: ProfileBreak.donors)
    func donors(_ broken: ProfileBreak) { expect(broken) }

    @Test("what is wrong with an indicator is named with its line", arguments: ProfileBreak.indicators)
    func indicators(_ broken: ProfileBreak) { expect(broken) }

    @Test("what is wrong with what is published is named with its line", arguments: ProfileBreak.packs)
    func packs(_ broken: ProfileBreak) { expect(broken) }

    private func expect(_ broken: ProfileBreak) {
        let problems = HotlineProfile.check(text: broken.text, file: "sample.toml")
        #expect(problems.map(\.short).sorted() == broken.problems.sorted())
        let blocks = problems.contains(where: \.rule.blocks)
        let read = Result { try HotlineProfile.read(text: broken.text, file: "sample.toml") }
        switch read {
        case .success(let profile): #expect(!blocks && profile.remarks == problems)
        case .failure(let error): #expect(blocks && (error as? BrokenProfile)?.problems == problems)
        }
    }
}
