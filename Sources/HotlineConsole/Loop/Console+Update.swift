import HotlineDomain
import HotlineStore
import HotlineSwitch
import TerminalUI
import Wording

extension Console {
    /// Takes in one message; gives what is to be done outside.
    public mutating func update(_ message: Message, _ around: Surroundings) -> [Effect] {
        setTime(around.now)
        let wasInForm = isInForm
        var effects = route(message, around)
        effects += layOut(around)
        watchHands(wasInForm: wasInForm, around.now)
        return effects
    }

    /// The first effects, before any message.
    public mutating func start(_ around: Surroundings) -> [Effect] {
        setTime(around.now)
        let wanted = top.update(.opened, situation, around)
        return settle(wanted, around) + layOut(around)
    }

    private mutating func route(_ message: Message, _ around: Surroundings) -> [Effect] {
        switch message {
        case .key(let key):
            lastTouched = around.now
            return deskLock == nil ? handle(key, around) : unlock(with: key)
        case .resized(let size):
            self.size = size
            return []
        case .tick:
            lockIfIdle()
            return openAnswered(around)
        case .refreshed(let refreshed):
            let mine = situation.myCalls
            situation.take(refreshed)
            situation.live.at = around.now
            if let heard = heard(of: mine) { notice = heard }
            if let given = situation.callGiven(besides: Set(mine.map(\.id))) { notice = given }
            return tell(.changed, around) + savePassedOn(around) + openAnswered(around)
        case .performed(let events, let then):
            let effects = settle(then, around) + tell(.performed(events), around)
            // Last, so that nothing is said over it.
            announce(events)
            return effects
        case .unlocked:
            deskLock = nil
            return []
        case .refused(let refusal) where deskLock != nil:
            deskLock?.fault = FieldFault(says: refusal.sentence, refusal.details)
            return []
        case .refused(let refusal):
            notice = top.saysRefusals ? nil : Notice(refusal)
            return tell(.refused(refusal), around)
        case .failed(let error):
            notice = Notice(error)
            return []
        case .answered(let answer): return tell(.answered(answer), around)
        case .pack(let work): return take(work, around)
        case .ferry(let note):
            situation.ferry = note
            overlay?.take(situation)
            return []
        case .switchboard(let events):
            for event in events { situation.queue.apply(event) }
            return []
        }
    }

    private mutating func setTime(_ now: Instant) {
        situation.now = now
        situation.live.at = now
    }

    mutating func tell(_ message: AnyScreenMessage, _ around: Surroundings) -> [Effect] {
        let wanted = top.update(message, situation, around)
        return settle(wanted, around)
    }

    /// Fits the screen to the room there is; it may ask for rows that are now seen.
    private mutating func layOut(_ around: Surroundings) -> [Effect] {
        overlay?.layOut(size)
        let wanted = top.layOut(body.size, situation)
        return settle(wanted, around)
    }

    /// Does what the console itself can do, gives back what is to be done outside.
    mutating func settle(_ effects: [Effect], _ around: Surroundings) -> [Effect] {
        var outside: [Effect] = []
        for effect in effects {
            switch effect {
            case .open(let route): outside += open(route, replacing: false, around)
            case .replace(let route): outside += open(route, replacing: true, around)
            case .back: outside += back(around)
            case .raiseSOS: outside += raiseSOS(around)
            case .takeCaller: outside += takeCaller(around)
            case .lock: lock()
            case .say(let notice): self.notice = notice
            case .ask(let act, let naming, let then):
                overlay = .confirm(ConfirmOverlay(act: act, naming: naming, then: then))
            case .choose(let asking): overlay = .choice(ChoiceOverlay(asking, situation))
            case .rememberOneKeyCall(let call): situation.oneKeyCalls.append(call)
            case .forgetOneKeyCall(let call): situation.oneKeyCalls.removeAll { $0 == call }
            case .signedIn(let code):
                situation.person = situation.hotline.operatorNamed(code)
                outside.append(effect)
            case .signedOut:
                situation.person = nil
                situation.myCalls = []
                situation.myShift = nil
                situation.myTasks = []
                situation.drafts = [:]
                situation.oneKeyCalls = []
                situation.telephone = Telephone()
                situation.packWork = nil
                passedOnDrafts = [:]
                sosRaised = nil
                deskLock = nil
                stack = [OpenScreen(route: .signIn, screen: SignInScreen())]
                outside.append(effect)
            case .saveDraft(let draft):
                situation.drafts[draft.key] = draft
                outside.append(effect)
            case .dropDraft(let key):
                situation.drafts[key] = nil
                outside.append(effect)
            default: outside.append(effect)
            }
        }
        return outside
    }
}
