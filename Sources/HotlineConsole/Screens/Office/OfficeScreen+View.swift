import HotlineDomain
import TerminalUI
import Wording

extension OfficeScreen {
    public func draw(on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        let (heading, list) = surface.bounds.cutTop(2)
        surface.put(say("office.heading"), x: 1, y: heading.y, role: .heading)
        let names = places.map { say($0.label) }
        let width = names.reduce(0) { max($0, cellWidth(of: $1)) }
        window.draw(on: &surface, in: list) { place, surface in
            surface.put(key(of: place), x: 2, y: 0, role: .key)
            surface.put(say(place.label), x: 5, y: 0, role: .strong, maxWidth: width)
            surface.put(
                say("\(place.label).help"), x: width + 8, y: 0, role: .faint,
                maxWidth: max(0, surface.width - width - 9))
        }
    }

    private func key(of place: OfficePlace) -> String {
        OfficeScreen.keys.row(for: .go(place))?.keys.first?.description ?? ""
    }
}
