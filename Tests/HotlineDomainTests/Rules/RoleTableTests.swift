import Testing

@testable import HotlineDomain

/// Every command there is, tried in every role, against a table typed by hand.
@Suite("Roles")
struct RoleTableTests {
    /// One person of each role, in the order of the columns.
    static let people = [
        ("operator", "02"), ("specialist", "05"), ("supervisor", "24"), ("reporting_officer", "20"), ("admin", "21"),
        ("auditor", "22"), ("bridge", "23"),
    ]

    struct Row: Sendable, CustomTestStringConvertible {
        let act: String
        /// A letter a role: may, or -.
        let may: String
        let arrange: @Sendable (inout Desk, _ actor: String) throws -> Command
        var testDescription: String { act }

        init(_ act: String, _ may: String, _ arrange: @escaping @Sendable (inout Desk) throws -> Command) {
            self.init(act, may, own: { desk, _ in try arrange(&desk) })
        }

        /// On something of whoever tries.
        init(
            _ act: String, _ may: String,
            own arrange: @escaping @Sendable (inout Desk, _ actor: String) throws -> Command
        ) {
            self.act = act
            self.may = may
            self.arrange = arrange
        }
    }

    //                                       o s v r a u b
    static let rows: [Row] = [
        Row("answer a call", "osv----") {
            .call($0.id(), .start(line: "md", at: $0.now, country: nil, language: nil))
        },
        Row("take a caller the switch tells of", "osv----") { desk in
            .call(desk.id(), .answer(try desk.told(desk.visit("1"))))
        },
        Row(
            "recognise the caller of an own call", "osv----",
            own: { .call(try $0.theirCall($1, .draft), .recognise(by: .number(Private("+373 533 12345")))) }),
        Row("recognise another's caller", "--v----") {
            .call(try $0.call(in: .talking), .recognise(by: .number(Private("+373 533 12345"))))
        },
        Row("recognise the caller of another's final call", "--v----") {
            .call(try $0.finalCall(), .recognise(by: .number(Private("+373 533 12345"))))
        },
        Row("take back who another's caller was taken for", "--v----") {
            let call = try $0.call(in: .talking)
            try $0.does(.call(call, .recognise(by: .number(Private("+373 533 12345")))))
            return .call(call, .unrecognise(.number))
        },
        Row("withdraw another's call-back before its time", "--v----") {
            .call(try $0.finalCall(), .withdrawCallBack)
        },
        Row("withdraw another's call-back when it is due", "osv----") { desk in
            let call = try desk.finalCall()
            desk.clock("2012-01-02", "10:01")
            return .call(call, .withdrawCallBack)
        },
        Row("enter a call afterwards", "osv----") {
            .call($0.id(), .enter(line: "md", started: $0.now - .minutes(9), ended: $0.now, .information))
        },
        Row("hold another's call", "--v----") { .call(try $0.call(in: .talking), .hold) },
        Row("go on with another's call", "--v----") { .call(try $0.call(in: .held), .resume) },
        Row("hand another's caller over", "--v----") { .call(try $0.call(in: .talking), .transfer(to: "03")) },
        Row("move another's call to a line", "--v----") { .call(try $0.draft(), .changeLine(to: "pt")) },
        Row("end another's call", "--v----") { .call(try $0.call(in: .talking), .end(at: $0.now)) },
        Row("write another's call up", "--v----") { .call(try $0.draft(), .save(.information)) },
        Row("close another's call", "--v----") { .call(try $0.draft(), .closeAs(code: "silent", at: $0.now)) },
        Row("finalise another's call", "--v----") { .call(try $0.draft(), .finalise) },
        Row("discard another's call", "--v----") { .call(try $0.draft(), .discard(reason: "practice")) },
        Row("make another's call-back before its time", "--v----") { .call(try $0.finalCall(), .callBackDone) },
        Row("make another's call-back when it is due", "osv----") { desk in
            let call = try desk.finalCall()
            desk.clock("2012-01-02", "10:01")
            return .call(call, .callBackDone)
        },
        Row("amend another's call", "--v----") { .call(try $0.finalCall(), $0.amendment(revision: 1)) },
        Row(
            "amend an own call of the shift", "osv----",
            own: { .call(try $0.theirCall($1), $0.amendment(revision: 1)) }),
        Row("write an own call up", "osv----", own: { .call(try $0.theirCall($1, .draft), .save(.information)) }),
        Row("finalise an own call", "osv----", own: { .call(try $0.theirCall($1, .draft), .finalise) }),
        Row(
            "discard an own call", "osv----",
            own: { .call(try $0.theirCall($1, .draft), .discard(reason: "practice")) }),
        Row(
            "raise an SOS from an own call", "osv----",
            own: {
                .escalation($0.id(), .raise(call: try $0.theirCall($1, .draft)))
            }),
        Row("raise an SOS from another's call", "-sv----") { .escalation($0.id(), .raise(call: try $0.draft(.sos))) },
        Row("assign an SOS", "osv----") { .escalation(try $0.escalation(in: .assigned), .assign(to: "06")) },
        Row("acknowledge an SOS", "osv----") { .escalation(try $0.escalation(in: .assigned), .acknowledge) },
        Row("reassign an SOS", "osv----") { .escalation(try $0.escalation(in: .inHand), .reassign(to: "06")) },
        Row("reopen an SOS", "osv----") {
            .escalation(try $0.escalation(in: .resolved), .reopen(reason: "new_information", words: nil))
        },
        Row("resolve an SOS", "osv----") {
            .escalation(
                try $0.escalation(in: .inHand), .resolve(outcome: "not_confirmed", reason: nil, openedCase: nil))
        },
        Row("open a case from an SOS", "osv----") {
            .case($0.id(), .open(.escalation(id: try $0.escalation(in: .inHand))))
        },
        Row("open a walk-in case", "-sv----") { .case($0.id(), .open(.walkIn)) },
        Row("triage a case", "-sv----") { .case(try $0.openCase(), .triage) },
        Row("put a case on hold", "-sv----") { .case(try $0.file(in: .active), .hold(reason: nil)) },
        Row("go on with a case", "-sv----") { .case(try $0.file(in: .onHold), .resume) },
        Row("follow a case up", "-sv----") { .case(try $0.file(in: .active), .followUp) },
        Row("propose to close a case", "-sv----") {
            .case(try $0.file(in: .active), .proposeClosing(reason: "other", asReferred: false, override: nil))
        },
        Row("approve the closing of a case", "-sv----") {
            .case(try $0.file(in: .closureProposed), .approve(override: nil))
        },
        Row("send a case back", "-sv----") { .case(try $0.file(in: .closureProposed), .return(reason: nil)) },
        Row("reopen a case", "-sv----") { .case(try $0.file(in: .closed), .reopen(reason: "other", words: nil)) },
        Row("change a person of a case", "-sv----") {
            .case(try $0.fileWithPerson(), .changePerson(1, role: "child", pseudonym: nil))
        },
        Row("pass a case's task on", "-sv----") { .case(try $0.openCase(), .giveTask(1, to: "06")) },
        Row("finish a case's task", "-sv----") { .case(try $0.openCase(), .finishTask(1, result: nil)) },
        Row("write a note into a case", "-sv----") { .case(try $0.openCase(), .note($0.written("came by"))) },
        Row("add a person to a case", "-sv----") {
            .case(try $0.openCase(), .addPerson(role: "child", pseudonym: $0.written("Ion"), []))
        },
        Row("fill in what is known of a case", "-sv----") {
            .case(try $0.openCase(), .set(person: nil, [CaseEntry("case_type", .codes(["victim"]))]))
        },
        Row("give a task", "-sv----") {
            .case(try $0.openCase(), .addTask($0.written("ring"), responsible: "05", due: nil))
        },
        Row("write down the first minute of an SOS", "osv----") {
            .escalation(try $0.escalation(in: .assigned), .assess(["children": "no"], place: nil))
        },
        Row("merge a case", "-sv----") { .case(try $0.openCase(), .merge(into: try $0.openCase())) },
        Row("add a referral", "osv----") {
            .referral(
                $0.id(), .add(.call(id: try $0.draft()), provider: "centre", service: "legal", urgency: .day))
        },
        Row("send a referral", "osv----") { .referral(try $0.referral(in: .ready), .send) },
        Row("take down consent", "osv----") { .referral(try $0.referral(in: .draft), .consent(.given)) },
        Row("record that a referral was accepted", "osv----") { .referral(try $0.referral(in: .sent), .accept) },
        Row("record that a referral was rejected", "osv----") {
            .referral(try $0.referral(in: .sent), .reject(reason: "full", outcome: "service_unavailable"))
        },
        Row("begin a service", "osv----") { .referral(try $0.referral(in: .accepted), .start) },
        Row("chase a referral", "osv----") { .referral(try $0.referral(in: .sent), .chase) },
        Row("ask a full shelter", "osv----") {
            .referral(try $0.referral(in: .ready), .overrideFull(because: "extra_bed"))
        },
        Row("give a referral up", "osv----") {
            .referral(try $0.referral(in: .sent), .giveUp(outcome: "no_response", source: .none))
        },
        Row("revoke a referral", "osv----") {
            .referral(try $0.referral(in: .sent), .revoke(reason: nil, outcome: "not_applicable"))
        },
        Row("drop a referral", "osv----") {
            .referral(try $0.referral(in: .draft), .drop(outcome: "not_applicable"))
        },
        Row("end a referral", "osv----") {
            .referral(try $0.referral(in: .inService), .end(outcome: "provided", source: .client))
        },
        Row("sign on unplanned", "osv----") {
            .shift($0.id(), .signOnUnplanned(reason: "covering", end: $0.now + .hours(4)))
        },
        Row("plan a shift", "--v-a--") { desk in
            let (start, end) = (desk.now + .hours(20), desk.now + .hours(28))
            return .shift(
                desk.id(),
                .plan(
                    operator: "03", pattern: nil, businessDate: BusinessDate("2009-09-15")!, start: start, end: end,
                    substituteFor: nil))
        },
        Row("confirm a shift", "osv----") { .shift(try $0.planShift(), .confirm) },
        Row(
            "sign on to an own shift", "osv----",
            own: { desk, actor in
                let planned = ["02", "05", "24"].contains(actor) ? actor : "01"
                return .shift(try desk.planShift(of: planned), .signOn)
            }),
        Row("mark somebody absent", "osv----") { .shift(try $0.planShift(), .absent(reason: "ill")) },
        Row("cancel a shift", "--v-a--") { .shift(try $0.planShift(), .cancel) },
        Row("go home", "osv----") { .shift(try $0.planShift(), .end) },
        Row("offer a handover", "osv----") { .handover($0.id(), .offer(shift: try $0.signOn(), notes: [])) },
        Row("acknowledge an item", "osv----") {
            .handover(try $0.handover(of: $0.planShift()), .acknowledge(item: 1))
        },
        Row("acknowledge a task in a case", "-sv----") {
            .handover(try $0.handoverOfCaseTask(), .acknowledge(item: 1))
        },
        Row("park a task in a case", "osv----") { .handover(try $0.handoverOfCaseTask(), .park(item: 1)) },
        Row("park an item", "osv----") { .handover(try $0.handover(of: $0.planShift()), .park(item: 1)) },
        Row("end another's shift", "--v----") { .shift(try $0.signOn(), .endBySupervisor(reason: "line_closed")) },
        Row("apply a profile", "----a--") { _ in
            var changed = Hotline.example
            changed.settings.planDays = 7
            return .hotline(.apply(changed))
        },
        Row("change a setting", "----a--") { _ in
            .hotline(.changeSettings([.planDays: .number(7)]))
        },
        Row("add an operator", "----a--") { _ in .hotline(.addOperator(Operator(code: "30", roles: [.operator]))) },
        Row("change an operator", "----a--") { _ in .hotline(.changeOperator(code: "03", roles: [.specialist])) },
        Row("disable an operator", "----a--") { _ in .hotline(.disableOperator(code: "03")) },
        Row("enable an operator", "----a--") { _ in .hotline(.enableOperator(code: "04")) },
        Row("add a line", "----a--") { _ in .hotline(.addLine(.spare)) },
        Row("change a line", "----a--") { _ in
            .hotline(.changeLine(Hotline.example.lines[1].with { $0.name = "Portugalia" }))
        },
        Row("add a provider", "----a--") { _ in
            .hotline(
                .addProvider(Provider(code: "house", name: "House", services: ["legal"]), confidentialAddress: nil))
        },
        Row("change a provider", "----a--") { _ in
            .hotline(
                .changeProvider(
                    Provider(code: "centre", name: "Centre", services: ["legal"]), confidentialAddress: nil))
        },
        Row("add a territory", "----a--") { _ in .hotline(.addTerritory(Territory(code: "orhei", name: "Orhei"))) },
        Row("change a territory", "----a--") { _ in
            .hotline(.changeTerritory(Territory(code: "soroca", name: "Soroca")))
        },
        Row("add a donor", "----a--") { _ in .hotline(.addDonor(Donor(code: "sdc", name: "SDC"))) },
        Row("change a donor", "----a--") { desk in
            try desk.does(.hotline(.addDonor(Donor(code: "sdc", name: "SDC"))), by: "21")
            return .hotline(.changeDonor(Donor(code: "sdc", name: "SDC", dueDay: 20)))
        },
        Row("record a service", "osv----") {
            .referral(try $0.referral(in: .accepted), .deliver(service: nil, donor: nil))
        },
        Row("admit somebody", "osv----") {
            try $0.shelter(places: 3)
            return .stay($0.id(), .admit(Admission(provider: "shelter", category: "man", at: $0.now)))
        },
        Row("let somebody leave", "osv----") {
            .stay(try $0.stay(), .leave(at: $0.now, because: "own_wish"))
        },
        Row("expect somebody to leave", "osv----") { .stay(try $0.stay(), .expect(until: nil)) },
        Row("pass a task on", "osv----") { .entry(try $0.task(), .assign(to: "02")) },
        Row("add a task", "osv----") {
            .entry(
                $0.id(), .add(.task(.init(responsible: "01", due: .september)), what: $0.written("call the centre")))
        },
        Row("do a task", "osv----") { .entry(try $0.task(), .done(.did)) },
        Row("plan a mission", "-svr---") {
            .entry($0.id(), .add(.mission(.init(date: .september, country: "AE", persons: [])), what: nil))
        },
        Row("enter an indicator's figure", "-svr---") {
            .entry(try $0.indicator(), .done(.measured(actual: 1, source: "Ministry", asOf: .september)))
        },
        Row("ask a return", "-svr---") { .entry($0.id(), .add(.return(.sessions("soroca")), what: nil)) },
        Row("withdraw a line", "-svr---") { .entry(try $0.indicator(), .withdraw(reason: "entered_twice")) },
        Row("tell of a visit", "------b") {
            .visit($0.id(), .observe(source: "switch", VisitFacts(id: .init("1"), line: "md", at: $0.now)))
        },
        Row("tell what an operator does", "------b") {
            .operatorState(
                $0.id(), .begin(operator: "01", source: "switch", state: "break", reason: nil, at: $0.now))
        },
        Row("tell that the switch is heard", "------b") {
            .linkState($0.id(), .begin(source: "switch", .up, trouble: nil, at: $0.now))
        },
        Row("close a month", "--v----") { desk in
            _ = try desk.finalCall()
            desk.clock("2009-10-02", "09:00")
            return .month(desk.id(), .close(.september))
        },
        Row("give a donor its pack", "--vr---") { desk in
            try desk.closeSeptember()
            return .pack(desk.id(), .release(.september))
        },
        Row("sign in", "osvraub") { _ in .access(.signIn) },
        Row("sign out", "osvraub") { _ in .access(.signOut) },
        Row("be refused at the door", "osvraub") { _ in .access(.refuseSignIn(failures: 1)) },
        Row("be refused with a wrong printed key", "osvraub") { _ in .access(.refuseRecovery) },
        Row("come in by the printed key", "osvraub") { _ in .access(.recover) },
        Row("take another's slot away", "----a--") { _ in .access(.removeSlot(operator: "03")) },
        Row("issue another's slot", "----a--") { _ in .access(.issueSlot(operator: "03", opensWords: true)) },
        Row("read another's call", "-sv----") { .access(.view(Subject(.call, try $0.finalCall(.noCallBack).raw))) },
        Row(
            "read an own call of the shift", "osv----",
            own: {
                .access(.view(Subject(.call, try $0.theirCall($1).raw)))
            }),
        Row("read an SOS that nobody acknowledged", "osv----") {
            .access(.view(Subject(.escalation, try $0.escalation(in: .assigned).raw)))
        },
        Row("read an SOS in another's hands", "-sv----") {
            .access(.view(Subject(.escalation, try $0.escalation(in: .inHand).raw)))
        },
        Row("read a case", "-sv----") { .access(.view(Subject(.case, try $0.openCase().raw))) },
        Row("unmask the number of another's call", "-sv----") {
            .access(.unmask(Subject(.call, try $0.finalCall(.noCallBack).raw)))
        },
        Row(
            "unmask the number of an own call", "osv----",
            own: { .access(.unmask(Subject(.call, try $0.theirCall($1, .draft).raw))) }),
        Row("unmask an address", "osv----") { _ in .access(.unmask(Subject(.hotline, 7))) },
        Row("search words", "osv----") { _ in .access(.search(found: 3)) },
        Row("export a case", "-sv----") { .access(.exportCase(try $0.consentingCase(), format: "json")) },
        Row("receive a case", "-sv----") {
            .case($0.id(), .receive(CaseSource(file: "f1", hotline: "there", number: "09-19"), course: nil))
        },
        Row("turn the key over", "----a--") { _ in .access(.turnKey(withoutSlot: ["02"])) },
        Row("erase a call's words", "--v-a--") { .erase(try $0.toldCall()) },
        Row("hold them no longer", "--v-a--") {
            let call = try $0.toldCall()
            try $0.does(.erasure(Subject(.call, call.raw), .hold(because: "court_order")), by: "24")
            return .erasure(Subject(.call, call.raw), .release(because: "no_longer_needed"))
        },
        Row("copy the store", "osvraub") { _ in .access(.backUp(path: "/media/stick/copy", until: nil)) },
        Row("know of an earlier copy", "osvraub") {
            .access(.knowBackup(path: "/media/stick/copy", made: Stamp(by: "21", at: $0.now), until: nil))
        },
        Row("let a desk join", "----a--") { _ in
            .access(.enrolDesk(Enrolment(mark: DeskMark(3)!, name: "north", token: "0a1b")))
        },
        Row("retire a desk", "----a--") {
            try $0.does(
                .access(.enrolDesk(Enrolment(mark: DeskMark(3)!, name: "north", token: "0a1b"))), by: "21")
            return .access(.retireDesk(DeskMark(3)!))
        },
        Row("hold them", "--v-a--") {
            .erasure(Subject(.call, try $0.toldCall().raw), .hold(because: "court_order"))
        },
        Row("erase what is over", "--v-a--") {
            let call = try $0.toldCall()
            $0.now = $0.now + .days(731)
            return .erasure(Subject(.call, call.raw), .retire(listed: $0.now))
        },
        Row("export", "--vr---") { _ in .access(.export(what: "export", period: "2009-09")) },
    ]

    @Test("a role does what its duties are and nothing else", arguments: rows)
    func table(row: Row) throws {
        for ((role, code), letter) in zip(RoleTableTests.people, row.may) {
            var desk = Desk()
            let command = try row.arrange(&desk, code)
            let rule = try desk.refusal(of: command, by: code)?.rule
            let isRefused = rule.map { $0.hasPrefix("role.") || $0 == "shift.needs_supervisor" } ?? false
            #expect(isRefused == (letter == "-"), "\(role) would \(row.act): \(rule ?? "allowed")")
        }
    }

    @Test("every kind of command has its row")
    func complete() throws {
        let tried = try RoleTableTests.rows.map { row in
            var desk = Desk()
            return try row.arrange(&desk, "01").kind
        }
        #expect(Set(ActKind.allCases).subtracting(tried).map(\.rawValue).sorted() == [])
    }

    @Test("an operator amends an own call while the shift lasts, and a supervisor ever after")
    func ownCalls() throws {
        var desk = Desk()
        let shift = try desk.signOn()
        let call = try desk.finalCall()
        desk.clock("2009-09-14", "19:00")
        try desk.does(.call(call, desk.amendment(revision: 1)))
        try desk.does(.shift(shift, .endBySupervisor(reason: "line_closed")), by: "24")
        desk.clock("2009-09-15", "08:00")
        #expect(try desk.refusal(of: .call(call, desk.amendment(revision: 2)))?.rule == "role.not_own_call")
        try desk.does(.call(call, desk.amendment(revision: 2)), by: "24")
    }

    @Test("an operator who raised the SOS reads the case it became, and nobody else's")
    func ownCase() throws {
        var desk = Desk()
        let escalation = try desk.escalation(in: .inHand, by: "01")
        let file: CaseID = desk.id()
        try desk.does(.case(file, .open(.escalation(id: escalation))), by: "05")
        let view = Command.access(.view(Subject(.case, file.raw)))
        try desk.does(view, by: "01")
        #expect(try desk.refusal(of: view, by: "02")?.rule == "role.not_own_case")
    }

    @Test("who looked is in the journal, and nothing else changed")
    func looking() throws {
        var desk = Desk()
        let call = try desk.finalCall()
        let before = desk.records.calls
        let events = try desk.does(.access(.view(Subject(.call, call.raw))), by: "24")
        #expect(events == [.access(call.raw, .viewed(kind: .call))])
        #expect(desk.records.calls == before)
    }
}

extension Desk {
    /// Of this person, where it is one who answers calls.
    fileprivate mutating func theirCall(_ code: String, _ status: Call.Status = .final) throws -> CallID {
        let whose = ["02", "05", "24"].contains(code) ? code : "01"
        return status == .draft ? try draft(by: whose) : try finalCall(.noCallBack, by: whose)
    }
}
