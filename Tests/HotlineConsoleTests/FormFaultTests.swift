import HotlineDomain
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

@Suite("What is wrong with a field is said whole")
struct FormFaultTests {
    private static let short = FieldFault(says: "act.no_number")
    private static let long = FieldFault(says: "refusal.line.last_open", ["line": "ru"])

    private func form(_ fault: FieldFault) -> Form<AdminField> {
        var form = Form<AdminField>(
            labels: "admin.field.",
            [
                (.confidentialAddress, .text(TextField("x"))), (.until, .text(TextField("9"))),
                (.name, .text(TextField())),
            ])
        form.hasLongLabels = true
        form.faults[.until] = fault
        form.go(to: .name)
        return form
    }

    private func drawn(_ form: Form<AdminField>, rows: Int, _ say: Say) -> [String] {
        // As wide as a form is where the screen has 80 columns.
        var surface = Surface(Size(columns: 48, rows: rows))
        form.draw(on: &surface, in: surface.bounds, say)
        return surface.lines
    }

    private func words(_ lines: [String]) -> String {
        lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
    }

    @Test("beside the field where there is room, and every field keeps its line", arguments: Language.allCases)
    func beside(language: Language) {
        let say = Say(language)
        let form = form(Self.short)
        #expect(form.rows(width: 48, say) == 3)
        #expect(drawn(form, rows: 3, say)[1].contains(say("act.no_number")))
    }

    @Test("in lines under it where there is none, and the fields below move down", arguments: Language.allCases)
    func under(language: Language) {
        let say = Say(language)
        let form = form(Self.long)
        let rows = form.rows(width: 48, say)
        #expect(rows > 4)
        let lines = drawn(form, rows: rows, say)
        #expect(words(lines).contains(say(Self.long.key, Self.long.arguments)))
        #expect(lines[rows - 1].contains(say("admin.field.name")))
    }

    @Test("the field one is in stays on the screen however much is said above it", arguments: Language.allCases)
    func focus(language: Language) {
        let say = Say(language)
        #expect(drawn(form(Self.long), rows: 2, say)[1].contains(say("admin.field.name")))
    }
}
