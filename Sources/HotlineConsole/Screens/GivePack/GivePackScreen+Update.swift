import HotlineDomain
import HotlineReports
import TerminalUI
import Wording

extension GivePackScreen {
    public mutating func update(
        _ message: ScreenMessage<GivePackCommand>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch message {
        case .changed: return look(situation)
        case .command(.give), .save: return give(situation)
        case .key(let key): return take(key, situation)
        case .opened, .chosen, .answered, .performed, .refused: return []
        }
    }

    /// It has begun: how it goes on is seen where one came from. Or what stood in its way.
    private mutating func look(_ situation: Situation) -> [Effect] {
        guard let work = situation.packWork, work.isOf(donor, period), work.errand.folder == folder else { return [] }
        switch work.state {
        case .going: return work.errand.isDraft == isDraft ? [.back] : []
        case .stopped(let fault): form.faults[.folder] = fault
        case .done: break
        }
        return []
    }

    private mutating func take(_ key: Key, _ situation: Situation) -> [Effect] {
        switch form.handle(key, situation.language) {
        case .changed:
            form.faults = [:]
            return []
        case .full: return [.say(Notice(.warning, says: "form.full"))]
        case .finished: return give(situation)
        case .ignored: return key == .escape ? [.back] : []
        case .moved, .taken, .nothingFits: return []
        }
    }

    private mutating func give(_ situation: Situation) -> [Effect] {
        guard !folder.isEmpty else {
            form.faults[.folder] = FieldFault(says: "pack.give.no_folder")
            return []
        }
        guard !(situation.packWork?.isGoing ?? false) else {
            form.faults[.folder] = FieldFault(says: "pack.give.busy")
            return []
        }
        guard let person = situation.person else { return [] }
        let errand = PackErrand(
            donor: donor, period: period, folder: folder, isDraft: isDraft, actor: person.code)
        return isDraft
            ? [.givePack(errand)] : [.ask(.givePack, naming: facts(situation), then: [.givePack(errand)])]
    }

    /// What the ledger will say, and where the files go.
    func facts(_ situation: Situation) -> [String] {
        let name = situation.hotline.donor(donor)?.name ?? donor
        let who = situation.person.map { situation.say("pack.give.signs", ["operator": $0.code]) } ?? ""
        return ["\(name) (\(donor))", PackWords(situation.say).name(period), who, folder]
    }
}
