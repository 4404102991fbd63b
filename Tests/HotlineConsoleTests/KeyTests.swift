import Foundation
import HotlineDomain
import HotlineStore
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

@Suite("Key tables")
struct KeyTests {
    private func clashes<Screen: ConsoleScreen>(_ screen: Screen.Type) -> [Key] {
        screen.stages.flatMap(\.clashes)
    }

    @Test("no key stands twice in a table")
    func noClashes() {
        for screen in AllScreens.types { #expect(clashes(screen) == [], "\(screen)") }
        #expect(GlobalCommand.keys.clashes == [])
        #expect(FormCommand.keys.clashes == [])
    }

    @Test("no screen takes a key away that works everywhere", arguments: GlobalCommand.allCases)
    func globalKeysAreFree(command: GlobalCommand) {
        let row = GlobalCommand.keys.row(for: command)!
        for screen in AllScreens.types {
            // Saving stands in the screen's own table where there is something to save.
            if command == .save { continue }
            let listing = screen.listing
            for key in row.keys { #expect(listing.row(for: key)?.label == row.label, "\(screen) hides \(key)") }
        }
    }

    @Test("every requirement has its sentence", arguments: Requirement.allCases, Language.allCases)
    func requirements(requirement: Requirement, language: Language) {
        #expect(Say(language).has("needs.\(requirement.rawValue)"))
    }

    @Test("every dangerous act has its question and its text", arguments: DangerousAct.allCases)
    func dangerousActs(act: DangerousAct) {
        #expect(Say(.en).has("confirm.\(act.rawValue)") && Say(.en).has("confirm.\(act.rawValue).text"))
    }

    @Test("every field of a call has its name", arguments: CallField.allCases)
    func fields(field: CallField) {
        #expect(Say(.en).has("call.field.\(field.rawValue)"))
    }

    @Test("every role has its name", arguments: HotlineDomain.Role.allCases)
    func roles(role: HotlineDomain.Role) { #expect(Say(.en).has("role.\(role.rawValue)")) }

    @Test("the Russian layout on: a command key is the Latin one at its place, a letter in a note stays a letter")
    func russianLayout() throws {
        let bench = try Bench.onDesk()
        bench.type("т")
        #expect(bench.console.top is CallScreen)
        bench.type("<Tab><Tab><Tab>ы")
        #expect(try bench.store.escalations(limit: 1).isEmpty)
        bench.type("<Esc>ы")
        #expect(try bench.store.escalations(limit: 1).count == 1)
    }

    @Test("Documentation/Keys.md is what the tables say")
    func manual() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Documentation/Keys.md").standardized
        let text = KeysManual.text(.en)
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" { try Data(text.utf8).write(to: file) }
        #expect(
            try String(contentsOf: file, encoding: .utf8) == text, "stale: RECORD_GOLDEN=1 swift test writes it anew")
    }
}
