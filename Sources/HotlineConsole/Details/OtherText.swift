import HotlineDomain
import HotlineStore
import Wording

/// A field, what stands there and what the other one wrote, in words.
public struct OtherText {
    private let say: Say
    private let kind: SubjectKind
    /// Times and records of words are said by whoever knows the clock on the wall and may read.
    private let time: (Instant) -> String
    private let said: (WordsID) -> String

    public init(
        _ say: Say, _ kind: SubjectKind, time: @escaping (Instant) -> String, said: @escaping (WordsID) -> String
    ) {
        self.say = say
        self.kind = kind
        self.time = time
        self.said = said
    }

    /// `Male | 41 at 14:40: Female`; what people said stands in lines of its own.
    public func text(_ value: OtherValue) -> String {
        let facts = facts(value)
        guard !value.words.isEmpty else { return say("other.both", facts) }
        return "\(text(value.stands, value.field))\n\(say("other.hint.wrote", facts))"
    }

    /// What fills the sentences about it.
    func facts(_ value: OtherValue) -> [String: String] {
        [
            "stands": text(value.stands, value.field), "wrote": text(value.wrote, value.field), "by": value.stamp.by,
            "at": time(value.stamp.at),
        ]
    }

    public func label(_ field: ThingField) -> String {
        switch field {
        case .value(let name, let person): of(person, CaseField.named(name)?.label(say.language.rawValue) ?? name)
        case .role(let person): of(person, say("case.field.role"))
        case .pseudonym(let person): of(person, say("case.field.pseudonym"))
        case .responsible(let task): say("other.field.responsible", ["task": String(task)])
        case .result(let task): say("other.field.result", ["task": String(task)])
        case .closing: say("case.closing")
        case .call(.keeper): say("other.field.operator")
        case .call(let part): say("call.field.\(part.rawValue)")
        case .answer(let question): say("act.field.\(question)")
        case .place: say("escalation.place")
        case .assignee: say("escalation.assignee")
        case .reason: say("escalation.reason")
        case .outcome: say("call.field.outcome")
        case .status: say("other.field.status")
        }
    }

    private func of(_ person: Int?, _ label: String) -> String { person.map { "\($0) \(label)" } ?? label }

    private func text(_ value: FieldValue?, _ field: ThingField) -> String {
        switch value {
        case nil: say("other.nothing")
        case .codes(let codes): codes.map { label($0, field) }.joined(separator: ", ")
        case .name(let name): field == .status ? say("\(kind.rawValue).status.\(name)") : name
        case .time(let instant): time(instant)
        case .date(let date): say.date(date)
        case .number(let number): String(number)
        case .words(let id):
            // A code that only the record may tell, or what somebody said.
            label(said(id), field)
        }
    }

    private func label(_ code: String, _ field: ThingField) -> String {
        field.list(kind)?.code(code)?.label(say.language.rawValue) ?? code
    }
}

extension Say {
    fileprivate func date(_ date: BusinessDate) -> String {
        let (year, month, day) = date.civil
        return self.date(year: year, month: month, day: day)
    }
}

extension ThingField {
    /// What its codes are of.
    fileprivate func list(_ kind: SubjectKind) -> CodeList? { listID(kind).map { CodeLists.list($0) } }

    private func listID(_ kind: SubjectKind) -> ListID? {
        switch self {
        case .value(let name, _): CaseField.named(name)?.list
        case .role: .caseRole
        case .closing: .caseClosing
        case .call(let part): part.list
        case .answer: .answer
        case .outcome: kind == .referral ? .referralOutcome : .escalationOutcome
        case .status, .pseudonym, .responsible, .result, .assignee, .place, .reason: nil
        }
    }
}

extension ThingField.CallPart {
    fileprivate var list: ListID? {
        switch self {
        case .callClass: .callClass
        case .code: .nonCounselling
        case .topic: .topic
        case .caller: .caller
        case .outcome: .callOutcome
        case .callBackConsent, .callBackMessage: .answer
        case .offShift: .offShiftBecause
        case .country: .country
        case .language: .language
        case .sex: .sex
        case .ageBand: .ageBand
        case .heard: .heard
        case .line, .started, .ended, .keeper, .note, .callBack, .callBackSafe, .region, .codename: nil
        }
    }
}
