@testable import HotlineDomain

/// A desk at which everybody does anything at any time, sense or nonsense.
struct RandomDesk {
    var desk = Desk(at: "2009-12-30", "09:00")
    private(set) var allowed = 0
    private(set) var refused = 0
    var random: Seeded

    init(seed: UInt64) throws {
        random = Seeded(seed)
        try desk.shelter(places: 3)
    }

    /// One act of one or two commands by anybody.
    mutating func step() throws {
        let commands = (1...pick([1, 1, 1, 2])).map { _ in command() }
        let actor = pick(
            Int.random(in: 0..<40, using: &random) == 0
                ? ["04", "99"] : ["01", "02", "03", "05", "05", "06", "09", "09"])
        try act(commands, by: actor)
    }

    /// 01 comes, has something open and offers it.
    mutating func handOver() throws {
        let (shift, handover): (ShiftID, HandoverID) = (desk.id(), desk.id())
        try desk.does(.shift(shift, .signOnUnplanned(reason: "covering", end: desk.now + .hours(6))))
        _ = try desk.draft()
        try desk.does(.handover(handover, .offer(shift: shift, notes: [])))
    }

    /// The supervisor takes an item that waits, where anybody hands over.
    mutating func takeItem() throws {
        let waiting = desk.records.handovers.values.sorted { $0.id < $1.id }.flatMap { handover in
            handover.items.filter { $0.state == .open }.map { (handover.id, $0.number) }
        }
        guard !waiting.isEmpty else { return }
        let (handover, item) = pick(waiting)
        try act([.handover(handover, pick([.acknowledge(item: item), .park(item: item)]))], by: "09")
    }

    /// A refusal is an answer, anything else thrown is a defect.
    private mutating func act(_ commands: [Command], by actor: String) throws {
        do {
            try desk.perform(commands, by: actor)
            allowed += 1
        } catch is Refusal {
            refused += 1
        }
        desk.now = desk.now + .minutes(.random(in: 0...90, using: &random))
    }

    private mutating func command() -> Command {
        switch Int.random(in: 0..<134, using: &random) {
        case 132...: .hotline(hotlineCommand())
        case 130...: .access(accessCommand())
        case 124...: .entry(known(\.entries), entryCommand())
        case 120...: doneEntry()
        case 112...: .stay(known(\.stays), stayCommand())
        case 100...: beginning()
        case 0..<30: .call(known(\.calls), callCommand())
        case 30..<44: .escalation(known(\.escalations), escalationCommand())
        case 44..<60: .case(known(\.cases), caseCommand())
        case 60..<80: .referral(known(\.referrals), referralCommand())
        case 80..<92: .shift(known(\.shifts), shiftCommand())
        default: .handover(known(\.handovers), handoverCommand())
        }
    }

    private mutating func doneEntry() -> Command {
        let id = known(\.entries)
        return .entry(id, fittingDone(id))
    }

    /// Something new, that is likely to be allowed.
    private mutating func beginning() -> Command {
        let (start, note) = (desk.now - .minutes(5), desk.written("a note"))
        switch Int.random(in: 0..<10, using: &random) {
        case 8: return .stay(desk.id(), stayCommand())
        case 9: return .entry(desk.id(), pick([entryCommand(), fittingAdd(), fittingAdd()]))
        case 0: return .call(desk.id(), .start(line: "md", at: desk.now, country: nil, language: "ro"))
        case 1, 2: return .call(desk.id(), .enter(line: "md", started: start, ended: desk.now, entry()))
        case 3: return .escalation(desk.id(), .raise(call: known(\.calls)))
        case 4: return .case(desk.id(), .open(pick([.walkIn, .escalation(id: known(\.escalations))])))
        case 5:
            let service = pick(["social_reintegration", "legal"])
            return .referral(
                desk.id(), .add(.case(id: known(\.cases)), provider: "centre", service: service, urgency: .day))
        case 6:
            return .shift(
                desk.id(),
                pick([planning(), planning(), .signOnUnplanned(reason: "covering", end: desk.now + .hours(6))]))
        default: return .handover(desk.id(), .offer(shift: known(\.shifts), notes: [note]))
        }
    }

    private mutating func callCommand() -> CallCommand {
        let (earlier, ended) = (desk.now - .minutes(.random(in: -3...600, using: &random)), desk.now)
        switch Int.random(in: 0..<16, using: &random) {
        case 0, 1: return .start(line: pick(["md", "pt", "us"]), at: earlier, country: "MD", language: nil)
        case 2, 3: return .enter(line: pick(["md", "pt"]), started: earlier, ended: ended, entry())
        case 4: return .hold
        case 5: return .resume
        case 6: return pick([.transfer(to: person()), .changeLine(to: pick(["md", "pt", "us"]))])
        case 7: return .end(at: earlier)
        case 8: return .save(entry())
        case 9: return .closeAs(code: pick(["silent", "test", "prank", "hoax"]), at: ended)
        case 10: return .finalise
        case 11:
            return .amend(revision: pick([1, 2, 3]), reason: "review", started: earlier, ended: ended, entry())
        case 12: return .recognise(by: pick([.number(Private("+373 533 12345")), .number(Private("-"))]))
        case 13: return .recognise(by: .codename(desk.written(pick(["Rază", "-"]))))
        case 14: return pick([.unrecognise(.number), .unrecognise(.codename), .withdrawCallBack])
        default: return pick([.callBackDone, .discard(reason: pick(["practice", ""]))])
        }
    }

    private mutating func entry() -> CallEntry {
        let callClass = pick(CallClass.allCases + [.sos, .information])
        return CallEntry(
            CallContent(
                callClass: pick([callClass, nil, callClass]),
                code: callClass == .nonCounselling ? pick(["silent", "test", nil]) : nil,
                country: pick(["MD", "TR", "XX", nil]), outcome: pick(["information_given", "escalated", nil]),
                callBackAt: pick([nil, nil, desk.now]), callBack: pick([nil, CallBackTerms(consent: "yes")])))
    }

    private mutating func escalationCommand() -> EscalationCommand {
        switch Int.random(in: 0..<9, using: &random) {
        case 0, 1, 2: .raise(call: known(\.calls))
        case 3: pick([.assign(to: person()), .reassign(to: person())])
        case 4, 5: .acknowledge
        case 6:
            .resolve(
                outcome: pick(["case_opened", "linked_to_existing_case", "caller_lost", "", "gone"]), reason: nil,
                openedCase: pick([nil, known(\.cases)]))
        case 7:
            .assess(
                pick([["safe_to_talk": "no"], ["children": pick(["yes", "perhaps"])], [:]]),
                place: pick([nil, desk.written("the station")]))
        default: .reopen(reason: pick(["new_danger", ""]), words: nil)
        }
    }

    private mutating func caseCommand() -> CaseCommand {
        let words = desk.written("why not")
        return pick([
            .open(pick([.walkIn, .escalation(id: known(\.escalations))])), .triage, .hold(reason: nil), .resume,
            .followUp, .note(words), .return(reason: nil), .reopen(reason: "other", words: nil),
            .proposeClosing(reason: "other", asReferred: pick([true, false]), override: pick([nil, words])),
            .proposeClosing(reason: "other", asReferred: pick([true, false]), override: words),
            .approve(override: pick([nil, words])), .approve(override: words), .approve(override: words), .triage,
            .open(.referredIn), .merge(into: known(\.cases)), contents(), .triage, contents(),
            .merge(into: known(\.cases)), .merge(into: known(\.cases)), .finishTask(1, result: nil),
            .proposeClosing(reason: "other", asReferred: pick([true, false]), override: words),
            .approve(override: words), .approve(override: words),
        ])
    }

    private mutating func contents() -> CaseCommand {
        let (words, number) = (desk.written("Lilia"), Int.random(in: 1...3, using: &random))
        let entries: [CaseEntry] = pick([
            [CaseEntry("gender", .codes(["Feminine"]))],
            [CaseEntry("gender", nil), CaseEntry("city", .words(words))],
            [CaseEntry("case_type", .codes([pick(["victim", "prevention", "neither"])]))], [],
        ])
        return pick([
            .addPerson(role: pick(["beneficiary", "aggressor", ""]), pseudonym: words, []),
            .changePerson(number, role: pick(["child", nil]), pseudonym: nil), .set(person: number, entries),
            .set(person: nil, entries), .addTask(words, responsible: person(), due: BusinessDate("2010-01-02")),
            .giveTask(number, to: person()), .finishTask(number, result: nil), .finishTask(1, result: nil),
            .addTask(words, responsible: "05", due: BusinessDate("2010-01-02")), .finishTask(2, result: nil),
            .addPerson(role: "child", pseudonym: words, []),
        ])
    }

    private mutating func referralCommand() -> ReferralCommand {
        let origin: ReferralOrigin = pick([
            .case(id: known(\.cases)), .escalation(id: known(\.escalations)), .call(id: known(\.calls)),
        ])
        let any = pick(CodeLists.list(.referralOutcome).codes.map(\.code))
        let outcome = pick([any, "provided", "service_unavailable", "not_applicable", "no_response"])
        let service = pick(["social_reintegration", "legal", "safe_accommodation"])
        let add = ReferralCommand.add(
            origin, provider: service == "safe_accommodation" ? "shelter" : "centre", service: service, urgency: .hour
        )
        return pick([
            .deliver(service: pick([nil, "legal", "none"]), donor: pick([nil, nil, "nobody"])),
            .deliver(service: nil, donor: nil), .deliver(service: nil, donor: nil),
            .overrideFull(because: pick(["extra_bed", ""])),
            add, add, .consent(.given), .consent(.given), .consent(.refused), .send, .send, .accept, .start, .chase,
            .reject(reason: "full", outcome: outcome), .end(outcome: outcome, source: .client),
            .drop(outcome: outcome),
            .giveUp(outcome: outcome, source: .none), .revoke(reason: nil, outcome: outcome),
        ])
    }

    private mutating func planning() -> ShiftCommand {
        let start = desk.now + .minutes(.random(in: -300...300, using: &random))
        return .plan(
            operator: person(), pattern: pick(["day", nil]), businessDate: BusinessDate("2009-12-31")!, start: start,
            end: start + .hours(.random(in: 0...9, using: &random)), substituteFor: nil)
    }

    private mutating func shiftCommand() -> ShiftCommand {
        pick([
            planning(), .confirm, .confirm, .signOn, .signOn, .cancel, .absent(reason: "ill"), .end,
            .signOnUnplanned(reason: "covering", end: desk.now + .hours(6)), .endBySupervisor(reason: "other"),
        ])
    }

    private mutating func handoverCommand() -> HandoverCommand {
        let (note, item) = (desk.written("a note"), Int.random(in: 1...4, using: &random))
        return pick([
            .offer(shift: known(\.shifts), notes: pick([[], [note]])), .acknowledge(item: item),
            .acknowledge(item: 1),
            .park(item: item),
        ])
    }

    mutating func person() -> String { pick(["01", "02", "03", "04", "05", "06", "07", "09", "99"]) }

    /// Mostly one of the last things there are, now and then a new one.
    mutating func known<A: Aggregate>(_ all: KeyPath<MemoryRecords, [A.ID: A]>) -> A.ID {
        let latest = desk.records[keyPath: all].keys.sorted().suffix(3)
        return latest.isEmpty || Int.random(in: 0..<20, using: &random) == 0 ? desk.id() : pick(Array(latest))
    }

    mutating func pick<T>(_ all: [T]) -> T { all[Int.random(in: 0..<all.count, using: &random)] }
}
