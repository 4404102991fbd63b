import HotlineConsole
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// What was written of in two places at once, beside what stands.
extension Divergence? {
    /// No member where everybody saw what everybody wrote.
    func row(_ zone: ZoneRules) -> JSONValue { map { ["divergence": $0.json(zone)] } ?? [:] }

    func add(to sheet: inout Sheet, _ zone: ZoneRules) {
        guard let divergence = self else { return }
        sheet.add("cli.field.divergence", say("divergence.both", divergence.facts { zone.spoken($0) }))
    }
}

extension Others {
    /// Read by whoever may read what stands: the verb has looked at that.
    init(of subject: Subject, _ desk: Desk) throws {
        try self.init(of: subject, in: desk.store, isReadable: desk.store.opensWords)
    }

    /// No member where there is nothing to choose.
    func row(_ zone: ZoneRules) -> JSONValue {
        isEmpty ? [:] : ["others": .array(values.map { json($0, zone) })]
    }

    func add(to sheet: inout Sheet, _ kind: SubjectKind, _ desk: Desk, _ zone: ZoneRules) throws {
        let erased = try Dictionary(
            values.flatMap(\.words).map { ($0, try desk.store.said($0)) }, uniquingKeysWith: { first, _ in first })
        let texts = OtherText(say, kind, time: { zone.spoken($0) }) { (erased[$0] ?? nil) ?? "-" }
        for value in values { sheet.add(label: texts.label(value.field), texts.text(value)) }
    }

    private func json(_ value: OtherValue, _ zone: ZoneRules) -> JSONValue {
        [
            "field": .text(value.field.name), "person": value.field.person.map { .number($0) } ?? .null,
            "stands": json(value.stands, of: value.field, zone), "wrote": json(value.wrote, of: value.field, zone),
            "operator": .text(value.stamp.by), "at": .time(value.stamp.at, zone),
        ]
    }

    private func json(_ value: FieldValue?, of field: ThingField, _ zone: ZoneRules) -> JSONValue {
        switch value {
        case nil: .null
        case .codes(let codes): field.holdsSeveral ? .strings(codes) : .string(codes.first)
        case .name(let name): .text(name)
        case .time(let time): .time(time, zone)
        case .date(let date): .text(date.description)
        case .number(let number): .number(number)
        case .words(let id): .string(words[id]?.revealed)
        }
    }
}

extension ThingField {
    /// As the verbs that change it call it.
    fileprivate var name: String {
        switch self {
        case .value(let name, _): name
        case .call(let part): part.rawValue
        case .answer(let question): question
        case .status: "status"
        case .role: "role"
        case .pseudonym: "pseudonym"
        case .closing: "closing"
        case .responsible(let task): "task.\(task).responsible"
        case .result(let task): "task.\(task).result"
        case .assignee: "assignee"
        case .place: "place"
        case .outcome: "outcome"
        case .reason: "reason"
        }
    }

    /// Codes are then a list, also where there is one.
    fileprivate var holdsSeveral: Bool {
        guard case .value(let name, _) = self else { return self == .call(.topic) }
        if case .codes = CaseField.named(name)?.kind { return true }
        return false
    }

    fileprivate var person: Int? {
        switch self {
        case .value(_, let person): person
        case .role(let person), .pseudonym(let person): person
        default: nil
        }
    }
}

extension Divergence {
    fileprivate func json(_ zone: ZoneRules) -> JSONValue {
        func side(_ side: Side) -> JSONValue { ["operator": .text(side.stamp.by), "at": .time(side.stamp.at, zone)] }
        return ["earlier": side(earlier), "later": side(later)]
    }
}
