import Testing

@testable import TerminalUI

@Suite("A question before what cannot be taken back")
struct ConfirmBoxTests {
    private let box = ConfirmBox(
        title: "Erase", text: "The note goes and does not come back.",
        bar: KeyBar([.init(keys: "y", label: "erase", isDangerous: true), .init(keys: "Esc", label: "back")]))

    @Test("stands in the middle over what was there")
    func golden() {
        var surface = Surface(columns: 30, rows: 9)
        surface.fill(nil, ".")
        box.draw(on: &surface, widthMax: 26)
        #expect(
            surface.text == """
                ..............................
                ..┌ Erase ─────────────────┐..
                ..│                        │..
                ..│ The note goes and does │..
                ..│ not come back.         │..
                ..│                        │..
                ..│ y erase  Esc back      │..
                ..└────────────────────────┘..
                ..............................
                """)
        #expect(surface.texts(in: .danger).contains("y"))
    }

    @Test("its keys are seen as long as there is any room", arguments: [(0, 0), (1, 1), (3, 3), (20, 4), (400, 120)])
    func sizes(columns: Int, rows: Int) {
        var surface = Surface(columns: columns, rows: rows)
        box.draw(on: &surface)
        if columns == 20 { #expect(surface.text.contains("y erase")) }
    }
}
