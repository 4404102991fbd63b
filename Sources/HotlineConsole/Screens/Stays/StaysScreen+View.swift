import HotlineDomain
import TerminalUI
import Wording

/// The shelters, a line each, above those who stay in them.
struct StaysLayout {
    let heading: Rect
    let shelters: Rect
    let list: Rect

    init(_ size: Size, shelters count: Int) {
        let (heading, rest) = Rect(width: size.columns, height: size.rows).cutTop(1)
        let (top, list) = rest.cutTop(min(max(1, count), max(1, rest.height / 2)))
        self.heading = heading
        shelters = top
        self.list = list.cutTop(1).rest
    }
}

extension StaysScreen {
    public func draw(on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        let shelters = StaysScreen.shelters(situation)
        let layout = StaysLayout(surface.bounds.size, shelters: shelters.count)
        surface.put(say("stays.title"), x: 1, y: layout.heading.y, role: .heading)
        if shelters.isEmpty { surface.put(say("stays.no_shelters"), x: 1, y: layout.shelters.y, role: .faint) }
        for (place, shelter) in shelters.prefix(layout.shelters.height).enumerated() {
            draw(shelter, y: layout.shelters.y + place, on: &surface, situation)
        }
        surface.horizontalLine(y: layout.list.y - 1)
        if window.rows.isEmpty {
            surface.put(say("stays.nobody"), x: 1, y: layout.list.y, role: .faint)
        }
        window.draw(on: &surface, in: layout.list) { row, surface in draw(row.stay, on: &surface, situation) }
    }

    /// Free places first: that is what somebody asks who looks here.
    private func draw(_ shelter: Provider, y: Int, on surface: inout Surface, _ situation: Situation) {
        guard let now = situation.occupancy(of: shelter) else { return }
        let say = situation.say
        let free = say("stays.free", ["free": String(now.free), "places": String(now.places)])
        let who = now.composition.map { "\(situation.label(.resident, $0.category)) \($0.count)" }
        var text = [free]
        if let next = now.nextFree { text.append(situation.text(of: next)) }
        let role: TerminalUI.Role = now.isFull ? .warning : .text
        // The name's end goes before the day and the places do.
        let needed = cellWidth(of: text.joined(separator: "  "))
        let name = surface.put(
            shelter.name, x: 1, y: y, role: role, maxWidth: max(12, surface.width - needed - 4))
        let used = surface.put(
            text.joined(separator: "  "), x: name + 3, y: y, role: role,
            maxWidth: max(0, surface.width - name - 4))
        let (x, room) = (name + used + 5, surface.width - name - used - 6)
        surface.put(wholeParts(who, within: room), x: x, y: y, role: role, maxWidth: max(0, room))
    }

    private func draw(_ stay: Stay, on surface: inout Surface, _ situation: Situation) {
        let width = surface.width
        let name = max(12, width * 2 / 5)
        surface.put(situation.providerName(stay.provider), x: 1, y: 0, role: .strong, maxWidth: name - 1)
        surface.put(situation.label(.resident, stay.category), x: 1 + name, y: 0, maxWidth: 14)
        let until = stay.expectedUntil.map { "\u{2013} \(situation.shortDay($0))" } ?? ""
        surface.put(
            "\(situation.shortDay(stay.admittedOn)) \(until)", x: 16 + name, y: 0, maxWidth: max(0, width - name - 17)
        )
        if stay.overriddenBecause != nil {
            let reason = situation.label(.fullOverriddenBecause, stay.overriddenBecause)
            surface.put(reason, x: 42 + name, y: 0, role: .faint, maxWidth: max(0, width - name - 43))
        }
    }
}
