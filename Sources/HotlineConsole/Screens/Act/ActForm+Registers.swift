import HotlineDomain
import TerminalUI
import Wording

/// What a line of a register asks for, and what came of it.
extension ActForm {
    private static func day() -> FieldContent { .text(TextField(limit: 10)) }
    private static func number() -> FieldContent { .text(TextField(limit: 9)) }
    private static func counts() -> FieldContent { .text(TextField(limit: 300)) }

    static func newEntry(_ kind: EntryKind, _ hotline: Hotline) -> [(ActField, FieldContent)] {
        switch kind {
        case .task:
            let area = TextArea(limit: Written.lengthMax, enterLeaves: true)
            let people = hotline.operators.filter(\.active)
            return [(.task, .note(area, rows: 3)), (.to, .code(CodeField(.operators(people)))), (.due, day())]
        case .mission:
            return [(.day, day()), (.country, .code(CodeField(.list(.country)))), (.persons, counts())]
                + donor(hotline)
        case .indicator:
            let yesOrNo = CodeField(.some(["yes", "no"], of: .answer))
            return [
                (.indicator, .text(TextField(limit: 40))), (.period, .text(TextField(limit: 15))),
                (.target, number()), (.cumulative, .code(yesOrNo)),
            ]
        case .return:
            let places = CodeField(.territories(hotline.territories), maximum: 60)
            return [
                (.subject, .text(TextField(limit: 40))), (.period, .text(TextField(limit: 15))), (.due, day()),
                (.territory, .code(places)),
            ]
        }
    }

    static func finishEntry(_ kind: EntryKind) -> [(ActField, FieldContent)] {
        switch kind {
        case .mission: [(.day, day()), (.persons, counts())]
        case .indicator: [(.actual, number()), (.figureSource, .text(TextField(limit: 120))), (.asOf, day())]
        case .return: [(.figures, counts()), (.day, day())]
        case .task: [(.words, .note(TextArea(limit: 1, enterLeaves: true), rows: 1))]
        }
    }

    /// What is known of it already stands in the fields.
    mutating func begin(with entry: Entry, _ language: Language) {
        guard case .finishEntry = act else { return }
        switch entry.content {
        case .mission(let mission):
            fill(.day, "\(mission.date)")
            fill(.persons, CountsText.text(mission.persons, language))
        case .indicator(let indicator):
            fill(.actual, indicator.actual.map { String($0) } ?? "")
            fill(.figureSource, indicator.source ?? "")
        case .return(let asked):
            if case .received(let date, let figures)? = asked.answer {
                fill(.figures, CountsText.text(figures))
                fill(.day, "\(date)")
            }
        case .task: break
        }
    }

    // MARK: - What was typed

    /// Planned ones lie ahead; what took place lies behind.
    private var date: BusinessDate? {
        if case .newEntry = act { return DateText.ahead(fields.text(.day), today: today) }
        return DateText.date(fields.text(.day), today: today)
    }

    private var asOf: BusinessDate? { DateText.date(fields.text(.asOf), today: today) }
    private var period: Period? { Period(fields.text(.period).filter { $0 != " " }) }

    var faultsOfEntry: [ActField: FieldFault] {
        var faults: [ActField: FieldFault] = [:]
        func check(_ field: ActField, _ isFine: Bool, _ key: String) {
            if !fields.text(field).isEmpty, !isFine { faults[field] = FieldFault(says: key) }
        }
        check(.day, date != nil, "act.no_such_day")
        check(.asOf, asOf != nil, "act.no_such_day")
        check(.period, period != nil, "act.no_such_period")
        check(.target, Int(fields.text(.target)) != nil, "act.no_number")
        check(.actual, Int(fields.text(.actual)) != nil, "act.no_number")
        check(.persons, CountsText.persons(fields.text(.persons)) != nil, "act.no_such_persons")
        check(.figures, CountsText.figures(fields.text(.figures)) != nil, "act.no_such_figures")
        return faults
    }

    func newEntry(_ kind: EntryKind, _ around: Surroundings) -> ActOutcome? {
        func outcome(_ contents: [EntryContent], what: Written? = nil) -> ActOutcome {
            ActOutcome(commands: contents.map { .entry(around.newID(), .add($0, what: what)) })
        }
        switch kind {
        case .task:
            guard let what = around.written(fields.text(.task)), let to = fields.code(.to), let due else {
                return nil
            }
            return outcome([.task(.init(responsible: to, due: due))], what: what)
        case .mission:
            guard let date, let country = fields.code(.country) else { return nil }
            let persons = CountsText.persons(fields.text(.persons)) ?? []
            return outcome([
                .mission(.init(date: date, country: country, persons: persons, donor: fields.code(.donor)))
            ])
        case .indicator:
            guard let period else { return nil }
            return outcome([
                .indicator(
                    .init(
                        code: name(.indicator), first: period.first, last: period.last,
                        target: Int(fields.text(.target)), cumulative: fields.code(.cumulative) == "yes"))
            ])
        case .return:
            guard let period, let due else { return nil }
            return outcome(
                asked(over: period).map {
                    .return(
                        .init(
                            territory: $0, subject: name(.subject), first: period.first, last: period.last, due: due))
                })
        }
    }

    /// Those that were named, else every territory that is part of the work then.
    private func asked(over period: Period) -> [String] {
        let named = fields.codes(.territory)
        return named.isEmpty ? territories.filter { $0.covers(period.last) }.map(\.code) : named
    }

    private var territories: [Territory] {
        if case .code(let field)? = fields[.territory], case .territories(let all) = field.source { all } else { [] }
    }

    /// As scripts and years compare it: `dv_women`.
    private func name(_ field: ActField) -> String {
        fields.text(field).lowercased().split(separator: " ").joined(separator: "_")
    }

    var entryResult: EntryResult? {
        guard case .finishEntry(_, let kind) = act else { return nil }
        switch kind {
        case .mission:
            return .carriedOut(on: date ?? today, persons: CountsText.persons(fields.text(.persons)) ?? [])
        case .indicator:
            return Int(fields.text(.actual)).map {
                .measured(actual: $0, source: fields.text(.figureSource), asOf: asOf ?? today)
            }
        case .return:
            return .received(on: date ?? today, figures: CountsText.figures(fields.text(.figures)) ?? [])
        case .task: return .did
        }
    }
}
