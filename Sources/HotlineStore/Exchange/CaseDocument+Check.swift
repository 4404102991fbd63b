import HotlineDomain

extension CaseDocument {
    /// Where something stands in a document.
    struct Place {
        let file: Int
        var person: Int?
        let member: String

        /// `cases[0].people[1].gender`
        var path: String { "cases[\(file)]" + (person.map { ".people[\($0)]" } ?? "") + ".\(member)" }
    }

    /// Holds everything against what a case may hold, before anything is done;
    /// `spell` names a place as the reader of the file finds it.
    func check(_ spell: (Place) -> String) throws(ExchangeError) {
        var problems: [ExchangeError.Problem] = []
        func judge(_ place: Place, _ body: () throws(Refusal) -> Void) {
            do {
                try body()
            } catch {
                problems.append(ExchangeError.Problem(spell(place), error))
            }
        }
        if cases.isEmpty { problems.append(ExchangeError.Problem("cases", "exchange.no_case")) }
        for (index, file) in cases.enumerated() {
            let source = CaseSource(file: file.id, hotline: from.hotline, number: file.number)
            if !source.isInForm || cases[..<index].contains(where: { $0.id == file.id }) {
                problems.append(
                    ExchangeError.Problem(spell(Place(file: index, member: "id")), "case.source_out_of_form"))
            }
            for (name, known) in file.fields.ordered {
                judge(Place(file: index, member: name)) { () throws(Refusal) in try known.check(name, .case) }
            }
            for (number, person) in file.people.enumerated() {
                judge(Place(file: index, person: number, member: "pseudonym")) { () throws(Refusal) in
                    try CasePerson.check(role: person.role, .onTrial(person.pseudonym.text.revealed))
                }
                for (name, known) in person.fields.ordered {
                    judge(Place(file: index, person: number, member: name)) { () throws(Refusal) in
                        try known.check(name, .person)
                    }
                }
            }
            for (name, known) in file.course.fields.ordered {
                judge(Place(file: index, member: name)) { () throws(Refusal) in try known.check(name, .case) }
            }
        }
        for text in [from.name, madeOn] + cases.flatMap(\.coursesTexts) where !text.isPlain {
            problems.append(ExchangeError.Problem("course", "words.control_character", ["code": "-"]))
            break
        }
        if BusinessDate(madeOn) == nil { problems.append(ExchangeError.Problem("made_on", "case.not_a_date")) }
        if !problems.isEmpty { throw .doesNotFit(problems) }
    }
}

extension Known {
    /// What it is in this field; nil where it is of another kind.
    func given(in field: CaseField, _ written: (String) -> Written) -> CaseEntry.Given? {
        switch (field.kind, self) {
        case (.code, .text(let text)): .codes([text.text.revealed])
        case (.codes, .codes(let codes)): .codes(codes)
        case (.number, .number(let number)): .number(number)
        case (.date, .text(let text)): BusinessDate(text.text.revealed).map { .date($0) }
        case (.text, .text(let text)), (.sealedDate, .text(let text)), (.sealedCode, .text(let text)):
            .words(written(text.text.revealed))
        default: nil
        }
    }

    fileprivate func check(_ name: String, _ scope: CaseField.Scope) throws(Refusal) {
        let field = try CaseField.known(name)
        guard field.scope == scope else {
            throw Refusal(scope == .case ? CaseRule.fieldOfPerson : .fieldOfCase, ["field": field.name])
        }
        guard field.mayLeave else { throw Refusal(CaseRule.valueDoesNotFit, ["field": field.name]) }
        guard let given = given(in: field, { .onTrial($0) }) else {
            let rule: CaseRule = field.kind == .date ? .notADate : .valueDoesNotFit
            throw Refusal(rule, ["field": field.name, "list": field.list?.rawValue ?? "-", "max": "-"])
        }
        try field.check(CaseEntry(field.name, given))
    }
}

extension [String: Known] {
    /// In the order of the table; unknown names behind it.
    var ordered: [(name: String, known: Known)] {
        let order = CaseField.all.map(\.name)
        return sorted { a, b in
            (order.firstIndex(of: a.key) ?? order.count, a.key) < (order.firstIndex(of: b.key) ?? order.count, b.key)
        }.map { (name: $0.key, known: $0.value) }
    }
}

extension Written {
    /// To be judged, not kept.
    fileprivate static func onTrial(_ text: String) -> Written { Written(id: ID(raw: 0), text: Private(text)) }
}

extension CaseDocument.File {
    /// Every text of its courses.
    fileprivate var coursesTexts: [String] {
        ([course] + before.map(\.course)).flatMap(\.texts)
            + before.flatMap { [$0.from.hotline, $0.from.name, $0.number] }
    }
}

extension CaseDocument.Course {
    fileprivate var texts: [String] {
        [htcdsStatus, status, origin, openedOn, closing, referredOn].compactMap { $0 }
            + timeline.flatMap { [$0.at, $0.by, $0.of, $0.event] + [$0.code].compactMap { $0 } }
            + referrals.flatMap { referral in
                [referral.provider]
                    + [
                        referral.number, referral.service, referral.urgency, referral.status, referral.sentOn,
                        referral.rejectedBecause, referral.outcome, referral.source,
                    ].compactMap { $0 }
                    + referral.services.flatMap { [$0.service, $0.on] + [$0.donor].compactMap { $0 } }
            }
    }
}

extension String {
    /// One line that steers no terminal.
    fileprivate var isPlain: Bool { unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.isText } }
}
