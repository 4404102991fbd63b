import HotlineDomain
import HotlineReports
import TerminalUI

extension PackScreen {
    public mutating func update(
        _ message: ScreenMessage<PackScreenCommand>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch message {
        // Making a pack costs more than a glance: others' work does not bring it up anew.
        case .opened:
            seen = done(situation)
            return [.loadWhenIdle(.pack(donor: donor, period))]
        case .command(.lookAgain): return [.loadWhenIdle(.pack(donor: donor, period))]
        case .answered(.pack(let view, donor, period)):
            self.view = view
            counting = nil
            return []
        case .answered(.packReading(let done, let of, donor, period)):
            counting = Counting(done: done, of: of)
            return []
        case .key(let key): return pane.handle(key) || key != .escape ? [] : [.back]
        case .command(.give): return give()
        case .command(.draft): return [.open(.givePack(donor: donor, period, isDraft: true))]
        case .changed: return lookAfterGiving(situation)
        case .save, .chosen, .answered, .performed, .refused: return []
        }
    }

    public mutating func layOut(_ size: Size, _ situation: Situation) -> [Effect] {
        let (facts, tables) = sheets(size, situation)
        pane.layOut(size, facts, tables)
        return []
    }

    /// A month that is open is told before somebody looks for a folder.
    private func give() -> [Effect] {
        guard let open = preview?.openMonths.first else {
            return [.open(.givePack(donor: donor, period, isDraft: false))]
        }
        let refusal = Refusal(PackRule.monthOpen, ["month": open.name, "period": period.name])
        return [.say(Notice(refusal))]
    }

    /// It is in the ledger now: the preview says by whom.
    private mutating func lookAfterGiving(_ situation: Situation) -> [Effect] {
        guard let done = done(situation), done != seen else { return [] }
        seen = done
        return [.loadWhenIdle(.pack(donor: donor, period))]
    }

    private func done(_ situation: Situation) -> PackDone? {
        guard let work = situation.packWork, work.isOf(donor, period), case .done(let done) = work.state else {
            return nil
        }
        return done
    }
}
