import HotlineDomain

@testable import HotlineStore

/// What people at a desk may do, most of it to things that are there; what a
/// rule forbids is not done, as at any desk.
struct RandomActs {
    var chance: SeededChance
    private(set) var done = 0
    private(set) var refused = 0

    init(seed: UInt64) { chance = SeededChance(state: seed) }

    /// By whoever may do it.
    mutating func act(in store: Store, at now: Instant) throws {
        let commands = try self.commands(store, now)
        for code in ["01", "02", "51", "91", "99"].shuffled(using: &chance) {
            do {
                try store.perform(commands, by: code, at: now)
                done += 1
                return
            } catch is Refusal {}
        }
        refused += 1
    }

    private mutating func commands(_ store: Store, _ now: Instant) throws -> [Command] {
        switch number(20) {
        case 0, 1: newCall(store, now)
        case 2, 3, 4, 5: try call(store, now)
        case 6, 7: try escalation(store, now)
        case 8, 9, 10, 11: try file(store, now)
        case 12, 13, 14: try referral(store, now)
        case 15: try stay(store, now)
        case 16: try entry(store, now)
        case 17: try shift(store, now)
        default: try keeping(store, now)
        }
    }

    // MARK: - Calls and escalations

    private mutating func entry(_ store: Store, _ callClass: CallClass?, _ now: Instant) -> CallEntry {
        let content = CallContent(
            callClass: callClass, country: one(["MD", "RU", nil]), topics: number(2) == 0 ? [code(.topic)] : [],
            heard: number(2) == 0 ? code(.heard) : nil, outcome: "information_given")
        return CallEntry(
            content, region: number(3) == 0 ? store.written("a place", at: now) : nil,
            note: number(2) == 0 ? store.written("note \(number(1000))", at: now) : nil)
    }

    private mutating func newCall(_ store: Store, _ now: Instant) -> [Command] {
        let id = store.newID(Call.self, at: now)
        guard number(3) > 0 else {
            return [.call(id, .start(line: "md", at: now, country: "MD", language: nil))]
        }
        let callClass = one([CallClass.information, .counselling, .sos])
        var commands: [Command] = [
            .call(
                id,
                .enter(line: "md", started: now - .minutes(5), ended: now, entry(store, callClass, now)))
        ]
        if number(2) == 0 {
            commands.append(.call(id, .recognise(by: .number(Private("+373 533 \(10_000 + number(5))")))))
        }
        if number(4) == 0 {
            commands.append(.call(id, .recognise(by: .codename(store.written("Star \(number(3))", at: now)))))
        }
        if callClass == .sos { commands.append(.escalation(store.newID(at: now), .raise(call: id))) }
        return commands + [.call(id, .finalise)]
    }

    private mutating func call(_ store: Store, _ now: Instant) throws -> [Command] {
        guard let call = try pick(CallTable.self, store) else { return newCall(store, now) }
        let callClass = one([nil, CallClass.information, .counselling])
        let command: CallCommand =
            switch number(13) {
            case 0: .hold
            case 1: .resume
            case 2: .end(at: now)
            case 3: .save(entry(store, callClass, now))
            case 4: .finalise
            case 5: .closeAs(code: code(.nonCounselling), at: now)
            case 6: .discard(reason: code(.discardedBecause))
            case 7: .transfer(to: one(["01", "02"]))
            case 8: .recognise(by: .number(Private("+373 533 \(10_000 + number(5))")))
            case 9: .recognise(by: .codename(store.written("Moon \(number(3))", at: now)))
            case 10: .unrecognise(one([.number, .codename]))
            default:
                .amend(
                    revision: call.revision, reason: code(.amendedBecause), started: call.started,
                    ended: call.ended ?? now, entry(store, callClass, now))
            }
        return [.call(call.id, command)]
    }

    private mutating func escalation(_ store: Store, _ now: Instant) throws -> [Command] {
        guard let escalation = try pick(EscalationTable.self, store) else { return newCall(store, now) }
        let file = try pick(CaseTable.self, store)
        let command: EscalationCommand =
            switch number(7) {
            case 0: .assign(to: one(["51", "91"]))
            case 1: .acknowledge
            case 2: .reassign(to: one(["51", "91"]))
            case 3: .reopen(reason: code(.reopenedBecause), words: store.written("again", at: now))
            case 4: .assess([code(.sosQuestion): code(.answer)], place: store.written("a yard", at: now))
            default:
                .resolve(
                    outcome: code(.escalationOutcome), reason: store.written("because", at: now),
                    openedCase: number(2) == 0 ? file?.id : nil)
            }
        return [.escalation(escalation.id, command)]
    }

    // MARK: - Cases and referrals

    private mutating func file(_ store: Store, _ now: Instant) throws -> [Command] {
        guard number(8) > 0, let file = try pick(CaseTable.self, store) else {
            return [.case(store.newID(at: now), .open(.walkIn))]
        }
        let words = store.written("words \(number(1000))", at: now)
        let person = file.people.isEmpty ? nil : file.people[number(file.people.count)].number
        let task = file.tasks.isEmpty ? 1 : file.tasks[number(file.tasks.count)].number
        let command: CaseCommand =
            switch number(16) {
            case 0: .triage
            case 1: .hold(reason: words)
            case 2: .resume
            case 3: .followUp
            case 4, 5: .note(words)
            case 6: .proposeClosing(reason: code(.caseClosing), asReferred: number(2) == 0, override: words)
            case 7: .approve(override: words)
            case 8: .return(reason: words)
            case 9: .reopen(reason: code(.reopenedBecause), words: words)
            case 10:
                .addPerson(role: code(.caseRole), pseudonym: words, [CaseEntry("consent", .codes(["yes"]))])
            case 11: .changePerson(person ?? 1, role: code(.caseRole), pseudonym: words)
            case 12: .addTask(words, responsible: one(["51", "91"]), due: nil)
            case 13: .finishTask(task, result: words)
            case 14: .giveTask(task, to: one(["51", "91"]))
            default: try .merge(into: pick(CaseTable.self, store)?.id ?? file.id)
            }
        return [.case(file.id, command)]
    }

    private mutating func referral(_ store: Store, _ now: Instant) throws -> [Command] {
        guard number(6) > 0, let referral = try pick(ReferralTable.self, store) else {
            guard let file = try pick(CaseTable.self, store) else { return [] }
            return [
                .referral(
                    store.newID(at: now),
                    .add(
                        .case(id: file.id), provider: "capc",
                        service: one(["safe_accommodation", "social_reintegration"]), urgency: .day))
            ]
        }
        let command: ReferralCommand =
            switch number(9) {
            case 0, 1: .consent(one([.given, .refused]))
            case 2: .send
            case 3: .accept
            case 4: .reject(reason: code(.rejectedBecause), outcome: code(.referralOutcome))
            case 5: .start
            case 6: .chase
            case 7: .deliver(service: nil, donor: nil)
            default: .end(outcome: code(.referralOutcome), source: .provider)
            }
        return [.referral(referral.id, command)]
    }

    // MARK: - The house

    private mutating func stay(_ store: Store, _ now: Instant) throws -> [Command] {
        guard number(2) > 0, let stay = try pick(StayTable.self, store) else {
            let admission = Admission(provider: "capc", category: code(.resident), at: now)
            return [.stay(store.newID(at: now), .admit(admission))]
        }
        return [
            .stay(
                stay.id,
                number(2) == 0
                    ? .expect(until: BusinessDate(days: 14_600 + Int64(number(90))))
                    : .leave(at: now, because: code(.leftBecause)))
        ]
    }

    private mutating func entry(_ store: Store, _ now: Instant) throws -> [Command] {
        guard number(3) > 0, let entry = try pick(EntryTable.self, store) else {
            let task = EntryContent.Task(responsible: one(["01", "02"]), due: BusinessDate(days: 14_600))
            return [.entry(store.newID(at: now), .add(.task(task), what: store.written("ring them", at: now)))]
        }
        let command: EntryCommand =
            switch number(3) {
            case 0: .done(.did)
            case 1: .assign(to: one(["01", "02", "51"]))
            default: .withdraw(reason: "entered_twice")
            }
        return [.entry(entry.id, command)]
    }

    private mutating func shift(_ store: Store, _ now: Instant) throws -> [Command] {
        guard number(3) > 0, let shift = try pick(ShiftTable.self, store) else {
            return [
                .shift(
                    store.newID(at: now),
                    .signOnUnplanned(reason: code(.offShiftBecause), end: now + .hours(2)))
            ]
        }
        if let handover = try pick(HandoverTable.self, store), number(2) == 0, let item = handover.items.first {
            return [.handover(handover.id, .acknowledge(item: item.number))]
        }
        let command: Command =
            switch number(4) {
            case 0: .shift(shift.id, .end)
            case 1: .shift(shift.id, .endBySupervisor(reason: code(.shiftEndedBecause)))
            default:
                .handover(
                    store.newID(at: now),
                    .offer(shift: shift.id, notes: [store.written("mind the door", at: now)]))
            }
        return [command]
    }

    private mutating func keeping(_ store: Store, _ now: Instant) throws -> [Command] {
        let call = try pick(CallTable.self, store).map { Subject(.call, $0.id.raw) }
        let file = try pick(CaseTable.self, store).map { Subject(.case, $0.id.raw) }
        guard let subject = one([call, file]) else { return [] }
        switch number(7) {
        case 0: return [.erasure(subject, .erase(because: "caller_asked", person: nil, onlyIt: number(2) == 0))]
        case 1: return [.erasure(subject, .hold(because: code(.keptBecause)))]
        case 2: return [.erasure(subject, .release(because: code(.releasedBecause)))]
        case 3: return [.access(.view(subject))]
        case 4: return [.hotline(.changeSettings([.wrapUpSeconds: .number(60 + number(60))]))]
        case 5:
            let shelter = Provider(code: "house\(number(3))", name: "House", services: ["legal"])
            let address = store.written("behind the mill", at: now)
            return [
                .hotline(
                    number(2) == 0
                        ? .addProvider(shelter, confidentialAddress: address)
                        : .changeProvider(shelter, confidentialAddress: address))
            ]
        default:
            let code = "3\(number(5))"
            return [
                .hotline(
                    one([
                        .addOperator(Operator(code: code, roles: [.operator])), .disableOperator(code: code),
                        .enableOperator(code: code), .changeOperator(code: code, roles: [.operator, .specialist]),
                    ]))
            ]
        }
    }

    // MARK: - Chance

    mutating func number(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &chance) }
    mutating func one<T>(_ all: [T]) -> T { all[number(all.count)] }

    private mutating func code(_ list: ListID) -> String { one(CodeLists.list(list).codes).code }

    private mutating func pick<T: ReadTable>(_ table: T.Type, _ store: Store) throws -> T.A? {
        let all = try store.engine.read { try T.select("hotline = $1 ORDER BY id DESC LIMIT 5", [.integer(1)], $0) }
        return all.isEmpty ? nil : one(all)
    }
}
