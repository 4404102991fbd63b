import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

extension CallsScreen {
    public func draw(on surface: inout Surface, _ situation: Situation) {
        let layout = HeadedLayout(surface.bounds.size)
        surface.draw(in: layout.head) { drawHead(on: &$0, situation) }
        if layout.isWide || !isLooking { drawList(on: &surface, in: layout.list, situation) }
        if layout.isWide {
            surface.verticalLine(x: layout.rule, y: layout.list.y, length: layout.list.height)
            surface.draw(in: layout.detail) { drawSelected(on: &$0, situation) }
        } else if isLooking {
            surface.draw(in: layout.list) { drawSelected(on: &$0, situation) }
        }
    }

    /// What the list holds, and the day the cursor stands on.
    private func drawHead(on surface: inout Surface, _ situation: Situation) {
        let heading = base.behind.map { situation.title(of: $0) } ?? situation.say("calls.all")
        let used = surface.put(heading, x: 1, y: 0, role: .heading, maxWidth: surface.width - 2)
        guard let date = selected?.placement.businessDate else { return }
        let say = situation.say
        let day =
            "\(say.weekdayShort(date.weekday.rawValue)) "
            + say.date(year: date.year, month: date.month, day: date.day)
        surface.put(
            day, x: used + 3, y: 0, role: .faint, maxWidth: max(0, surface.width - used - 4), align: .right)
    }

    private func drawList(on surface: inout Surface, in rect: Rect, _ situation: Situation) {
        let empty = list.isFiltered ? "list.nothing_fits" : "calls.none"
        let number = NumberColumn.width(list.window.rows.lazy.map(\.call.number))
        list.draw(on: &surface, in: rect, situation.say, isActive: true, empty: empty) { row, surface in
            surface.put(row.call.number, x: 1, y: 0, role: .strong, maxWidth: number)
            surface.draw(in: surface.bounds.cutLeft(number + 1).rest) {
                CallLine.draw(row.call, on: &$0, situation, withDate: true)
            }
        }
    }

    private func drawSelected(on surface: inout Surface, _ situation: Situation) {
        guard let selected else { return }
        let file = file.flatMap { $0.call.id == selected.id ? $0 : nil } ?? CallFile(call: selected)
        CallCard(file, situation).draw(on: &surface)
    }
}
