import HotlineDomain
import HotlineStore
import TerminalUI
import HotlineSwitch

extension ConsoleRunner {
    /// Does effects, one after the other; each answer is taken in before the next is begun.
    func carryOut(_ effects: [Effect]) {
        for effect in effects { perform(effect) }
    }

    private func perform(_ effect: Effect) {
        do {
            switch effect {
            case .perform(let commands, let then): try perform(commands, then)
            case .load(let query): load(query)
            case .loadWhenIdle(let query): idle.append(query)
            case .saveDraft(let draft): try drafts.keep(draft)
            case .dropDraft(let key): try drafts.drop(key)
            case .takeOverDraft(let place): drafts.takeOver(place)
            case .discardLeftOver(let place): try drafts.discard(place)
            case .planShifts(let replacing):
                try store.planShifts(by: Stamp.systemCode, at: clock(), replacing: replacing)
            case .answerCaller(let id):
                guard let code = console.situation.person?.code,
                    let event = callers?.answer(id, by: code, at: clock())
                else { return }
                handle(.switchboard([event]))
            case .signedIn, .refresh: try refresh()
            case .signIn(let code, let passphrase):
                try store.signIn(code, passphrase, at: clock())
                load(.signIn(code))
            case .unlock(let passphrase):
                guard let code = console.situation.person?.code else { return }
                try store.unlock(passphrase, of: code, at: clock())
                handle(.unlocked)
            case .issueSlot(let code, let passphrase, let then):
                try changeSlots(then) { try store.issueSlot(for: code, passphrase, by: $0, at: $1) }
            case .removeSlot(let code, let then):
                try changeSlots(then) { try store.removeSlot(of: code, by: $0, at: $1) }
            case .retire(let items, let moment): try retire(items, moment)
            case .closeMonth(let month, let then): try close(month, then)
            case .givePack(let errand): give(errand)
            case .signedOut:
                drafts.close()
                packs?.giveUp()
                (idle, packLook) = ([], nil)
                looked = nil
                noteSearch(ended: true)
                try store.signOut(at: clock())
            case .ring: terminal.ring()
            case .redraw: terminal.redraw()
            case .suspend: terminal.suspend()
            case .quit: stop()
            case .open, .replace, .back, .say, .ask, .choose, .raiseSOS, .takeCaller, .lock, .rememberOneKeyCall,
                .forgetOneKeyCall:
                break
            }
        } catch {
            fail(error)
        }
    }

    private func perform(_ commands: [Command], _ then: [Effect]) throws {
        guard let code = console.situation.person?.code else { return }
        let isOfHouse = commands.contains(where: \.isOfHouse)
        let events = try (isOfHouse ? house : store).perform(commands, by: code, at: clock())
        if isOfHouse { ferry?.look() }
        try refresh()
        handle(.performed(events, then: then))
    }

    private func retire(_ items: [RetentionItem], _ moment: Instant) throws {
        guard let code = console.situation.person?.code else { return }
        let outcome = try house.retire(items, listed: moment, by: code, at: clock())
        ferry?.look()
        try refresh()
        let kept = ["kept": String(outcome.kept.count)]
        let done = Notice(.done, says: "admin.done.retention", n: outcome.erased.count, kept)
        handle(.performed([], then: [.say(done)]))
    }

    private func close(_ month: Period, _ then: [Effect]) throws {
        guard let code = console.situation.person?.code else { return }
        try house.close(month, by: code, at: clock())
        ferry?.look()
        try refresh()
        handle(.performed([], then: then))
    }

    /// Where it is done what needs everybody's work.
    var house: Store {
        get throws { try ferry?.house() ?? store }
    }

    /// What only reads is read here where the server's store cannot be used, and whoever reads is told so.
    private var houseToRead: Store {
        get throws {
            do {
                return try house
            } catch let refusal as Refusal where ServerRule.isOfAbsence(refusal.rule) {
                let even = ferry?.note.evenAt.map { ["time": console.situation.dayAndClock($0)] }
                let notice = Notice(
                    .hint, says: even == nil ? "server.read_here.never" : "server.read_here", even ?? [:])
                handle(.performed([], then: [.say(notice)]))
                return store
            }
        }
    }

    private func changeSlots(_ then: [Effect], _ change: (_ issuer: String, _ now: Instant) throws -> Void) throws {
        guard let code = console.situation.person?.code else { return }
        try change(code, clock())
        try refresh()
        handle(.performed([], then: then))
    }

    func load(_ query: Query) {
        guard let answer = answer(query) else { return }
        handle(.answered(answer))
    }

    /// Whoever opens a case is in its journal, once for each time it is opened.
    private func look(at subject: Subject) throws {
        guard subject != looked, let code = console.situation.person?.code else { return }
        try store.perform([.access(.view(subject))], by: code, at: clock())
        looked = subject
        mark = try store.engine.changeMark()
    }

    /// Before it is shown; each time.
    private func unmask(_ subject: Subject) throws {
        guard let code = console.situation.person?.code else { return }
        try store.perform([.access(.unmask(subject))], by: code, at: clock())
        mark = try store.engine.changeMark()
    }

    /// Another's call or SOS of which words are shown is as much in the journal as a case.
    private func look(at answer: Answer) throws {
        guard let code = console.situation.person?.code else { return }
        switch answer {
        case .call(let file?, let id) where file.hasWords && file.call.operatorCode != code:
            try look(at: Subject(.call, id.raw))
        case .escalation(let file?, let id)
        where file.hasWords && ![file.escalation.raisedBy, file.escalation.assignee].contains(code):
            try look(at: Subject(.escalation, id.raw))
        default: break
        }
    }

    /// Whoever uncovers a confidential address is in the journal before it is read.
    private func unmask(addressOf provider: String) throws {
        guard let code = console.situation.person?.code,
            case .confidential(let words)? = try store.hotline().provider(provider)?.address
        else { return }
        try store.perform([.access(.unmask(Subject(.hotline, words.raw)))], by: code, at: clock())
        mark = try store.engine.changeMark()
    }

    /// What is not everybody's to see is refused here, whatever a screen shows.
    func permit(_ query: Query) throws {
        guard let duty = query.duties.first, let code = console.situation.person?.code,
            let person = try store.hotline().operatorNamed(code), !query.duties.contains(where: person.may)
        else { return }
        try person.require(duty)
    }

    func answer(_ query: Query) -> Answer? {
        do {
            try permit(query)
            if let id = query.caseRead { try look(at: Subject(.case, id.raw)) }
            if case .callBackNumber(let id) = query { try unmask(Subject(.call, id.raw)) }
            if case .address(let provider) = query { try unmask(addressOf: provider) }
            let source = query.isOfHouse ? try houseToRead : store
            let answer = try source.answer(query, to: console.situation.person?.code, at: clock())
            try look(at: answer)
            takeSearch(answer)
            guard case .signIn(var facts) = answer else { return answer }
            facts.leftOver = try drafts.leftOver(of: facts.person.code)
            return .signIn(facts)
        } catch {
            fail(error)
            return nil
        }
    }
}
