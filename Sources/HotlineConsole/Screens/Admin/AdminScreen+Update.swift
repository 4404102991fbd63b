import HotlineDomain
import HotlineStore
import TerminalUI

extension AdminScreen {
    public mutating func update(
        _ message: ScreenMessage<AdminCommand>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch message {
        case .opened, .changed:
            show(situation)
            let slots: [Effect] =
                situation.about.isOpen || !situation.isMet(.dutyStaff) ? [] : [.load(.slotOwners)]
            return slots + listing(situation)
        case .answered(.retention(let items, let backups, let moment)):
            retention = RetentionPart(items: items, backups: backups, moment: moment)
            show(situation)
            return []
        case .answered(.slotOwners(let owners)):
            slots = Set(owners)
            return []
        case .command(let command): return perform(command, situation, around)
        case .save: return save(situation, around)
        case .key(let key): return take(key, situation, around)
        case .performed(let events):
            if events.allSatisfy(\.isSetUp) { work = nil }
            return []
        case .refused(let refusal):
            refuse(refusal)
            return []
        case .chosen, .answered: return []
        }
    }

    public mutating func relabel(_ situation: Situation) {
        guard case .form(var form)? = work else { return }
        form.fields.relabel(situation.language)
        work = .form(form)
    }

    public mutating func layOut(_ size: Size, _ situation: Situation) -> [Effect] {
        list.resize(height: LeafedLists(size).rows)
        return []
    }

    private mutating func show(_ situation: Situation) {
        list.show(part.rows(situation.hotline, retention).filter { $0.fits(list.filter.text) })
    }

    private mutating func go(to step: Int, _ situation: Situation) {
        part = Part.parts(situation).leafed(from: part, by: step) ?? part
        let height = list.window.height
        list = AdminScreen.emptyList
        list.resize(height: height)
        show(situation)
    }

    private mutating func perform(
        _ command: AdminCommand, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch command {
        case .nextPart:
            go(to: 1, situation)
            return listing(situation)
        case .previousPart:
            go(to: -1, situation)
            return listing(situation)
        case .applyRetention:
            guard let retention, !retention.due.isEmpty else { return [] }
            return [
                .ask(
                    .applyRetention, naming: retention.facts(situation),
                    then: [.retire(retention.items, listed: retention.moment)])
            ]
        case .filter: list.beginFilter()
        case .take: return take(.enter, situation, around)
        case .journal: return [.open(.audit)]
        case .add: beginAdding(situation)
        case .change: beginChange(situation)
        case .slot: work = person.map { .slot(SlotForm($0.code)) }
        case .save: return save(situation, around)
        case .removeSlot: return ask(.removeSlot) { .removeSlot($0, then: [done("slot_removed", $0)]) }
        case .disable:
            return ask(.disableOperator) {
                .perform([.hotline(.disableOperator(code: $0))], then: [done("disabled", $0)])
            }
        case .enable:
            return person.map {
                [.perform([.hotline(.enableOperator(code: $0.code))], then: [done("enabled", $0.code)])]
            } ?? []
        }
        return []
    }

    /// The list is made when somebody looks at it, and anew when something changed.
    private func listing(_ situation: Situation) -> [Effect] {
        part == .retention && situation.isMet(.dutyErase) ? [.load(.retention)] : []
    }

    private func ask(_ act: DangerousAct, _ effect: (String) -> Effect) -> [Effect] {
        person.map { [.ask(act, then: [effect($0.code)])] } ?? []
    }

    private func done(_ what: String, _ code: String) -> Effect {
        .say(Notice(.done, says: "admin.done.\(what)", ["code": code]))
    }

    private mutating func beginAdding(_ situation: Situation) {
        switch part {
        case .people: work = .form(AdminForm(.addPerson, situation))
        case .lines: work = .form(AdminForm(.addLine, situation))
        case .providers: work = .form(AdminForm(.addProvider, situation))
        case .donors: work = .form(AdminForm(.addDonor, situation))
        case .settings, .retention: break
        }
    }

    private mutating func beginChange(_ situation: Situation) {
        switch list.selected {
        case .person(let person): work = .form(AdminForm(.roles(of: person.code), situation))
        case .line(let line): work = .form(AdminForm(.line(line.code), situation))
        case .setting(let setting, _): work = .form(AdminForm(.setting(setting), situation))
        case .provider(let provider): work = .form(AdminForm(.provider(provider.code), situation))
        case .donor(let donor): work = .form(AdminForm(.donor(donor.code), situation))
        case .keeping, nil: break
        }
    }

    // MARK: - Typing

    private mutating func take(_ key: Key, _ situation: Situation, _ around: Surroundings) -> [Effect] {
        switch work {
        case .form(var form):
            defer { if work != nil { work = .form(form) } }
            switch form.fields.handle(key, situation.language) {
            case .finished:
                work = .form(form)
                return save(&form, situation, around)
            case .full: return [.say(Notice(.warning, says: "form.full"))]
            case .nothingFits: return [.say(Notice(.warning, says: "form.nothing_fits"))]
            case .ignored where key == .escape: work = nil
            case .changed: return form.saveDraft(situation, around)
            case .ignored, .moved, .taken: break
            }
            return []
        case .slot(var form):
            let answer = form.handle(key)
            work = .slot(form)
            return take(answer, of: form.code)
        case nil: break
        }
        switch list.handle(key, today: situation.live.businessDate) {
        case .filtered: show(situation)
        case .ignored: return key == .escape ? [.back] : []
        case .moved, .jump, .noDate, .chosen: break
        }
        return []
    }

    private mutating func take(_ answer: SlotForm.Answer, of code: String) -> [Effect] {
        switch answer {
        case .stays: return []
        case .leaves:
            work = nil
            return []
        case .done(let passphrase): return [.issueSlot(code, passphrase, then: [done("slot", code)])]
        }
    }

    private mutating func save(_ situation: Situation, _ around: Surroundings) -> [Effect] {
        switch work {
        case .form(var form):
            let effects = save(&form, situation, around)
            work = .form(form)
            return effects
        case .slot(var form):
            let answer = form.save()
            work = .slot(form)
            return take(answer, of: form.code)
        case nil: return []
        }
    }

    private func save(
        _ form: inout AdminForm, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        guard let command = form.command(situation, around) else {
            return [.say(Notice(.warning, says: "act.incomplete"))]
        }
        let said: Effect =
            switch command {
            case .addOperator(let person): done("added", person.code)
            case .changeOperator(let code, _): done("changed", code)
            case .addLine(let line), .changeLine(let line): done("line", line.code)
            case .addProvider(let provider, _), .changeProvider(let provider, _): done("provider", provider.code)
            case .addDonor(let donor), .changeDonor(let donor): done("donor", donor.code)
            default: .say(Notice(.done, says: "admin.done.setting"))
            }
        let plan = situation.hotline.isMovedToAnotherClock(by: command) ? [Effect.planShifts(replacing: true)] : []
        return [.perform([.hotline(command)], then: [.dropDraft(form.task.draftKey)] + plan + [said])]
    }

    private mutating func refuse(_ refusal: Refusal) {
        switch work {
        case .form(var form):
            form.refuse(refusal)
            work = .form(form)
        case .slot(var form):
            form.refuse(refusal)
            work = .slot(form)
        case nil: break
        }
    }
}

extension Hotline {
    /// The roster is read off the clock of the first line.
    fileprivate func isMovedToAnotherClock(by command: HotlineCommand) -> Bool {
        guard case .changeLine(let line) = command, line.code == lines.first?.code else { return false }
        return line.zone != zone
    }
}

extension Event {
    /// What a form here has led to; an SOS raised meanwhile leaves it open.
    fileprivate var isSetUp: Bool {
        if case .hotline = self { true } else { false }
    }
}
