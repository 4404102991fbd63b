import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

extension LeafedLists {
    /// Under the registers' names stands what they come to.
    static func registers(_ size: Size) -> LeafedLists { LeafedLists(size, headRows: 2, tenths: 6) }
}

extension RegistersScreen {
    public func draw(on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        let layout = LeafedLists.registers(surface.bounds.size)
        layout.draw(RegisterKind.kinds(situation), shown: kind, on: &surface) {
            say("registers.part.\($0.rawValue)")
        }
        surface.put(summary(situation), x: 1, y: 1, role: .faint, maxWidth: max(0, surface.width - 2))
        let rows = list.window.rows.map { RegisterLine($0, situation) }
        let widths = RegisterLine.widths(of: rows, room: layout.list.width)
        let empty = list.isFiltered ? "list.nothing_fits" : openOnly ? "list.nothing_open" : "list.nothing"
        list.draw(on: &surface, in: layout.list, say, isActive: true, empty: empty) { row, surface in
            RegisterLine(row, situation).draw(on: &surface, widths)
        }
        layout.draw(on: &surface) { list.selected?.sheet(width: $0, situation) }
    }

    /// How many answered of those who were asked, what was reached of what was promised.
    private func summary(_ situation: Situation) -> String {
        let say = situation.say
        let shown = say(openOnly ? "list.open_only" : "list.all")
        guard kind == .return, !files.isEmpty else { return shown }
        let answers = files.compactMap { file -> EntryContent.TerritoryReturn? in
            if case .return(let asked) = file.entry.content { asked } else { nil }
        }
        let silent = answers.count { $0.answer == .some(.none) }
        let received = answers.count { $0.answer != nil } - silent
        return shown + "   "
            + say(
                "registers.returns",
                ["n": String(received), "of": String(answers.count), "silent": String(silent)])
    }
}
