import HotlineDomain
import HotlineStore
import TerminalUI

extension StaysScreen {
    public mutating func update(
        _ message: ScreenMessage<StaysCommand>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch message {
        case .opened, .changed:
            show(situation)
            return []
        case .command(.admit): return [.open(.act(.admit))]
        case .command(.leave): return selected.map { [.open(.act(.leaveShelter($0.id)))] } ?? []
        case .command(.providers): return [.open(.providers)]
        case .key(let key):
            if key == .escape { return [.back] }
            _ = window.handle(key)
            return []
        case .save, .chosen, .answered, .performed, .refused: return []
        }
    }

    public mutating func layOut(_ size: Size, _ situation: Situation) -> [Effect] {
        window.resize(height: StaysLayout(size, shelters: StaysScreen.shelters(situation).count).list.height)
        return []
    }

    private mutating func show(_ situation: Situation) {
        let places = Dictionary(
            StaysScreen.shelters(situation).enumerated().map { ($0.element.code, $0.offset) }
        ) { first, _ in first }
        let rows = situation.live.stays.sorted {
            (places[$0.provider] ?? .max, $0.admittedAt, $0.id) < (places[$1.provider] ?? .max, $1.admittedAt, $1.id)
        }
        window.show(rows.map(StayRow.init))
    }

    static func shelters(_ situation: Situation) -> [Provider] {
        situation.hotline.providers.filter { $0.places != nil }.sorted { folded($0.name) < folded($1.name) }
    }
}
