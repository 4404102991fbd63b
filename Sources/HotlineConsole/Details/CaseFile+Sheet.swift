import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

extension CaseFile {
    /// What is known of the case: its state, where it came from, its referrals.
    func sheet(width: Int, _ situation: Situation) -> Sheet {
        let say = situation.say
        let file = self.case
        var sheet = Sheet(width: width)
        sheet.heading(say("case.number", ["number": file.number]))
        sheet.state(
            StateMark(file, situation), say("case.opened_at", ["time": situation.dayAndClock(file.openedAt)]))
        sheet.divergence(divergence, situation)
        sheet.others(others, of: .case, keeping, situation) { value in
            value.part.map { .takeUp(value.field, $0, in: self.case.id) }
        }
        if !others.isEmpty { sheet.heading(say("other.rest")) }
        sheet.fact(say("case.origin"), say("case.origin.\(file.origin.code)"))
        if let closing = file.closing {
            let ending = closing.asReferred ? ", \(say("event.case.as_referred"))" : ""
            sheet.fact(say("case.closing"), situation.label(.caseClosing, closing.reason) + ending)
            sheet.fact(say("case.proposed_by"), closing.proposedBy)
        }
        if let date = file.referredOn { sheet.fact(say("case.referred_on"), situation.shortDay(date)) }
        if let target = file.mergedInto {
            sheet.link(.case(target), say("case.merged_into"), mergedInto?.number ?? "")
        }
        if let escalation {
            let mark = StateMark(escalation, situation)
            sheet.link(
                .escalation(escalation.id), say("case.escalation"), "\(escalation.callNumber)  \(mark.text)",
                role: mark.role)
        }
        sheet.held(keeping, situation)
        contents(of: &sheet, situation)
        sheet.referrals(referrals, situation)
        return sheet
    }

    /// `41 14:32, 91 13:10 +2`: who read it last.
    private func lastReaders(_ situation: Situation) -> String {
        let last = readers.prefix(CaseFile.readersInLine).map { "\($0.person) \(situation.dayAndClock($0.last))" }
        let more = readers.count - last.count
        return last.joined(separator: ", ") + (more > 0 ? " +\(more)" : "")
    }

    private static let readersInLine = 2

    /// Everybody who has opened it, how often and when last.
    func readersSheet(width: Int, _ situation: Situation) -> Sheet {
        let say = situation.say
        var sheet = Sheet(width: width)
        sheet.heading(say("case.number", ["number": self.case.number]))
        sheet.heading(say("case.readers"))
        for reader in readers {
            let role = situation.hotline.operatorNamed(reader.person)?.roles.first
            let name = [reader.person, role.map { say("role.\($0.rawValue)") } ?? ""].filter { !$0.isEmpty }
            let last = ["time": situation.dayAndClock(reader.last)]
            sheet.fact(name.joined(separator: " "), say("case.reader", n: reader.times, last))
        }
        if readers.isEmpty { sheet.text(say("case.no_readers"), role: .faint) }
        return sheet
    }

    /// What is missing for the standard, who read it last, the people, the tasks.
    private func contents(of sheet: inout Sheet, _ situation: Situation) {
        let file = self.case
        sheet.fact(
            situation.say("case.data_quality"), file.dataQuality.line(situation.say, namesMax: 3), role: .faint)
        for field in CaseField.of(.case) {
            guard let value = file.values[field.name] else { continue }
            sheet.fact(field.label(situation.language.rawValue), text(value, field, situation))
        }
        sheet.fact(situation.say("case.read_by"), lastReaders(situation), role: .faint)
        if !file.people.isEmpty { sheet.heading(situation.say("case.people")) }
        for person in file.people { line(of: person, &sheet, situation) }
        if !file.tasks.isEmpty { sheet.heading(situation.say("case.tasks")) }
        for task in file.tasks { line(of: task, &sheet, situation) }
    }

    private func line(of person: CasePerson, _ sheet: inout Sheet, _ situation: Situation) {
        let part = CasePart.person(person.number)
        let isBegun = situation.drafts[part.draftKey(self.case.id)] != nil
        let known = [
            situation.label(.caseRole, person.role), situation.label(.beneficiary, person.code("category")),
            situation.label(.ageBand, person.code("age_band")), situation.label(.gbvType, person.code("gbv_type")),
            person.contexts.map { situation.label(.gbvContext, $0) }.joined(separator: ", "),
            situation.label(.protectionOrder, person.code("protection_order")),
            isBegun ? situation.say("act.not_saved") : "",
        ]
        sheet.link(
            .caseFields(self.case.id, part), "\(person.number)  \(said(person.pseudonym, situation))",
            known.filter { !$0.isEmpty }.joined(separator: ", "), role: isBegun ? .warning : .text)
    }

    private func line(of task: CaseTask, _ sheet: inout Sheet, _ situation: Situation) {
        let mark = StateMark(task, of: self.case, situation)
        let text = "\(mark.text)  \(task.responsible)  \(said(task.what, situation))"
        let route: Route = task.isDone ? .case(self.case.id) : .act(.finishTask(self.case.id, task.number))
        sheet.link(route, String(task.number), text, role: mark.role)
    }

    /// What is left to do in it, a line each.
    func openTasks(_ situation: Situation) -> [String] {
        self.case.openTasks.map { "\($0.responsible)  \(said($0.what, situation))" }
    }

    func said(_ id: WordsID, _ situation: Situation) -> String {
        words[id]?.revealed ?? situation.text(of: keeping.erasure(of: id))
    }

    /// One field as it is read.
    func text(_ value: CaseValue, _ field: CaseField, _ situation: Situation) -> String {
        switch value {
        case .codes(let codes):
            codes.map { code in field.list.map { situation.label($0, code) } ?? code }.joined(separator: ", ")
        case .date(let date): situation.shortDay(date)
        case .number(let number): String(number)
        case .words(let id):
            if case .sealedCode(let list) = field.kind {
                words[id].map { situation.label(list, $0.revealed) } ?? said(id, situation)
            } else {
                said(id, situation)
            }
        }
    }
}

extension DataQuality {
    /// `HTCDS core 9/23: gender, citizenship, control +4 missing, 9 of identity`
    ///
    /// - Parameter namesMax: so many missing fields are named, the others counted.
    public func line(_ say: Say, namesMax: Int = .max) -> String {
        if asked == 0 { return say("case.quality.nobody") }
        let share = ["known": String(known), "asked": String(asked)]
        if missing.isEmpty {
            return anonymous == 0
                ? say("case.quality.whole", share) : say("case.quality.anonymous", n: anonymous, share)
        }
        let several = Set(missing.compactMap(\.person)).count > 1
        let names = missing.map { gap in
            let label = gap.field.label(say.language.rawValue)
            return several ? gap.person.map { "\($0) \(label)" } ?? label : label
        }
        let more = names.count > namesMax ? " +\(names.count - namesMax)" : ""
        let named = names.prefix(namesMax).joined(separator: ", ") + more
        let fields = share.merging(["fields": named]) { first, _ in first }
        return anonymous == 0
            ? say("case.quality.missing", fields) : say("case.quality.missing_anonymous", n: anonymous, fields)
    }
}

extension StateMark {
    /// `○ due 14 Sep`, `! overdue since 14 Sep`, `✓ done 15 Sep`.
    init(_ task: CaseTask, of file: Case, _ situation: Situation) {
        let due = task.due.map { situation.shortDay($0) } ?? ""
        if let at = task.doneOn {
            let word = situation.say("case.task.done", ["time": situation.dayAndClock(at)])
            self.init(glyph: .done, word: word, role: .good)
        } else if file.status.isOpen, task.isOverdue(on: situation.live.businessDate) {
            self.init(glyph: .overdue, word: situation.say("case.task.overdue", ["due": due]), role: .warning)
        } else {
            let key = task.due == nil ? "case.task.open" : "case.task.due"
            self.init(glyph: .idle, word: situation.say(key, ["due": due]), role: .text)
        }
    }
}
