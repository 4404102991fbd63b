import HotlineDomain
import TerminalUI
import Wording

/// Where the parts of a handover stand: items left or above, the note that is
/// being written below them.
struct HandoverLayout {
    let isWide: Bool
    let head: Rect
    let list: Rect
    let note: Rect
    let rule: Int
    let detail: Rect

    init(_ size: Size, isBuilding: Bool) {
        let layout = HeadedLayout(size, headRows: 2)
        isWide = layout.isWide
        head = layout.head
        // One row more for the field's name.
        (list, note) = layout.list.cutBottom(isBuilding ? HandoverScreen.noteRows + 1 : 0)
        rule = layout.rule
        detail = layout.detail
    }
}

extension HandoverScreen {
    public func draw(on surface: inout Surface, _ situation: Situation) {
        let layout = HandoverLayout(surface.bounds.size, isBuilding: building != nil)
        surface.draw(in: layout.head) { drawHead(on: &$0, situation) }
        if layout.isWide || !isLooking {
            if items != nil, window.rows.isEmpty {
                surface.put(
                    situation.say("handover.nothing_open"), x: layout.list.x + 1, y: layout.list.y, role: .faint)
            }
            window.draw(on: &surface, in: layout.list) { row, surface in draw(row, on: &surface, situation) }
        }
        if building != nil { drawNote(on: &surface, in: layout.note, situation) }
        if layout.isWide {
            surface.verticalLine(x: layout.rule, y: layout.list.y, length: layout.detail.height)
            surface.draw(in: layout.detail) { drawSelected(on: &$0, situation) }
        } else if isLooking {
            surface.draw(in: layout.list) { drawSelected(on: &$0, situation) }
        }
    }

    /// Whose handover it is, and who is responsible until it is done.
    private func drawHead(on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        if building != nil {
            let pattern = situation.patternName(situation.myShift?.pattern)
            surface.put(say("handover.of", ["shift": pattern]), x: 1, y: 0, role: .heading)
            surface.put(say("handover.you_stay"), x: 1, y: 1, role: .faint)
            return
        }
        guard let handover else { return }
        let from = say(
            "handover.from",
            ["operator": handover.from, "time": situation.dayAndClock(handover.begunAt)])
        surface.put(from, x: 1, y: 0, role: .heading)
        let line = responsibility(handover, situation)
        surface.put(line.text, x: 1, y: 1, role: line.role, maxWidth: surface.width - 2)
    }

    private func responsibility(
        _ handover: Handover, _ situation: Situation
    ) -> (text: String, role: TerminalUI.Role) {
        let say = situation.say
        let all = String(handover.items.count)
        let open = handover.items.count { $0.state == .open }
        if open > 0 {
            let text = say("handover.stays", n: open, ["operator": handover.from, "of": all])
            return ("\(Glyph.overdue) \(text)", .warning)
        }
        let parked = handover.items.count { $0.state == .parked }
        if parked > 0 { return ("\(Glyph.overdue) \(say("handover.parked", n: parked, ["of": all]))", .warning) }
        return ("\(Glyph.done) \(say("handover.complete"))", .good)
    }

    private func draw(_ row: HandoverRow, on surface: inout Surface, _ situation: Situation) {
        let state = HandoverLine.state(row, situation)
        let room = min(surface.width / 3, cellWidth(of: state.text))
        let number = String(row.number)
        let width = max(3, number.utf8.count)
        surface.put(number, x: 1, y: 0, role: .faint, maxWidth: width, align: .right)
        let line = HandoverLine.thing(row.thing, situation)
        surface.put(line.text, x: width + 3, y: 0, role: line.role, maxWidth: surface.width - room - width - 6)
        surface.put(state.text, x: surface.width - room - 1, y: 0, role: state.role, maxWidth: room)
    }

    private func drawNote(on surface: inout Surface, in rect: Rect, _ situation: Situation) {
        surface.put(situation.say("handover.note"), x: rect.x + 1, y: rect.y, role: .label, maxWidth: rect.width - 2)
        note.draw(on: &surface, in: rect.cutTop(1).rest.inset(left: 1, right: 1), isFocused: true)
    }

    /// What is under the cursor, in full.
    private func drawSelected(on surface: inout Surface, _ situation: Situation) {
        guard let selected else { return }
        switch selected.thing {
        case .draft(let call), .callBack(let call): CallCard(CallFile(call: call), situation).draw(on: &surface)
        case .escalation, .referral, .task, .caseTask, .places, .note, .gone:
            var y = 0
            for line in HandoverLine.detail(selected.thing, situation) {
                for part in wrap(line.text, width: max(1, surface.width - 2)) {
                    surface.put(part, x: 1, y: y, role: line.role)
                    y += 1
                }
            }
        }
    }
}
