import HotlineDomain
import HotlineStore
import TerminalUI

/// Whom to refer to: providers that offer the service there, in that language,
/// to somebody of that age stand before the others.
extension ActForm {
    var age: Int? { Int(fields.text(.age)).flatMap { (0...120).contains($0) ? $0 : nil } }

    /// What is wanted of a provider so far; nil where a form asks for none.
    var search: ProviderSearch? {
        guard case .newReferral = act else { return nil }
        return ProviderSearch(
            service: fields.code(.service), territories: territory.map { [$0] }, language: fields.code(.language),
            age: age)
    }

    private var territory: Territory? {
        guard case .code(let field)? = fields[.territory], case .territories(let all) = field.source else {
            return nil
        }
        return field.code.flatMap { code in all.first { $0.code == code } }
    }

    /// Those that fit first, those with free places before the full ones; all
    /// others stay in the list, because somebody may know better.
    mutating func suggest(_ situation: Situation) {
        guard let search else { return }
        var directory = situation.directory
        let fitting = situation.providers(for: search).map(\.code)
        directory.suggested = search == ProviderSearch() ? nil : Set(fitting)
        fields.replace(
            .provider,
            with: .code(CodeField(.providers(directory), fields.codes(.provider), preferred: fitting)))
    }

    /// What is known of who is to be referred stands in the fields already.
    mutating func begin(with shown: ActScreen.Shown, _ situation: Situation) {
        guard case .newReferral = act else { return }
        switch shown {
        case .call(let file): fill(.language, file.call.content.language ?? "")
        case .escalation(let file): fill(.language, file.call?.content.language ?? "")
        case .case(let file): fill(.age, file.ageOfBeneficiary.map { String($0) } ?? "")
        case .referral, .entry: break
        }
        suggest(situation)
    }
}

extension Hotline {
    /// Those its lines are answered in, each once.
    var languages: [String] { lines.flatMap(\.languages).eachOnce }
    /// Those its lines can be called from, each once.
    var countries: [String] { lines.flatMap(\.countries).eachOnce }
}

extension [String] {
    /// In the order they first come.
    fileprivate var eachOnce: [String] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}

extension CaseFile {
    /// The middle of the age band of the one it is about, where that is one
    /// person; nil where nobody knows.
    fileprivate var ageOfBeneficiary: Int? {
        let people = self.case.people.filter { $0.role == "beneficiary" }
        guard people.count == 1, let band = people[0].code("age_band") else { return nil }
        let ends = band.split(separator: "-").compactMap { Int($0) }
        return ends.isEmpty ? nil : ends.reduce(0, +) / ends.count
    }
}

extension ActForm {
    /// The catalogue key of how the field in focus is written; nil where that needs no saying.
    var hint: String? {
        switch fields.focus {
        case .due, .until: "act.hint.day_ahead"
        case .day: if case .newEntry = act { "act.hint.day_ahead" } else { "act.hint.day" }
        case .asOf: "act.hint.day"
        case .period: "act.hint.period"
        case .persons: "act.hint.persons"
        case .figures: "act.hint.figures"
        case .indicator, .subject: "act.hint.name"
        case .figureSource: "act.hint.source"
        default: nil
        }
    }
}
