import HotlineDomain
import HotlineStore
import TerminalUI

/// What an act may ask for. The raw values name the fields in drafts and, after
/// `act.field.`, in the catalogue.
public enum ActField: String, CaseIterable, Sendable {
    case to
    case outcome
    /// The number of a case, as people say it.
    case caseNumber = "case"
    case origin
    case reason
    case ending
    case provider, service, urgency, consent, because
    case source
    case words
    /// What is to be done, and by when.
    case task, due
    // The questions of the first minute, by their codes.
    case safeToTalk = "safe_to_talk"
    case immediateDanger = "immediate_danger"
    case othersAtRisk = "others_at_risk"
    case children
    case place
    case override
    /// The fund that pays.
    case donor
    case category
    case until
    /// Why although every place is taken.
    case full
    // Whom a provider is looked for.
    case territory, language, age
    // Lines of registers.
    case day, country, persons
    case indicator, period, target, cumulative, actual
    case figureSource = "figure_source"
    case asOf = "as_of"
    case subject, figures
}

/// The form of an act: what it asks for, and what of it may stay empty.
struct ActForm: Hashable, Sendable {
    let act: Act
    var fields: Form<ActField>

    /// What a day that was typed without its month is counted from.
    let today: BusinessDate

    init(_ act: Act, _ situation: Situation) {
        self.act = act
        today = situation.live.businessDate
        fields = Form(labels: "act.field.", ActForm.fields(act, situation.hotline, situation.directory))
        fields.hasLongLabels = true
        if case .newReferral = act { fields.set(.urgency, Urgency.day.rawValue) }
        if case .openCase = act { fields.set(.origin, CaseOrigin.walkIn.code) }
        hideWhatDoesNotMatter()
    }

    private static func fields(
        _ act: Act, _ hotline: Hotline, _ directory: Directory
    ) -> [(ActField, FieldContent)] {
        func code(_ source: ChoiceSource) -> FieldContent { .code(CodeField(source)) }
        func words(_ rows: Int) -> FieldContent {
            .note(TextArea(limit: Written.lengthMax, enterLeaves: true), rows: rows)
        }
        let caseNumber = FieldContent.text(TextField(limit: 16))
        switch act {
        case .assign, .reassign: return [(.to, code(.operators(hotline.operators.filter(hotline.canTakeSOS))))]
        case .resolve:
            return [(.outcome, code(.list(.escalationOutcome))), (.caseNumber, caseNumber), (.words, words(3))]
        case .reopenEscalation, .reopenCase: return [(.reason, code(.list(.reopenedBecause))), (.words, words(3))]
        case .openCase:
            let origins = [CaseOrigin.walkIn.code, CaseOrigin.referredIn.code]
            return [(.origin, code(.answers(origins, prefix: "case.origin.")))]
        case .assess:
            return ActForm.questions.map { ($0, code(.list(.answer))) } + [(.place, words(2))]
        case .addTask:
            let people = hotline.operators.filter(hotline.canTakeTasks)
            return [
                (.task, words(3)), (.to, code(.operators(people))), (.due, .text(TextField(limit: 10))),
            ]
        case .finishTask: return [(.words, words(3))]
        case .hold, .sendBack: return [(.words, words(3))]
        case .note: return [(.words, words(8))]
        case .proposeClosing:
            let endings = [Case.Status.closed, .closedReferred].map(\.rawValue)
            return [
                (.reason, code(.list(.caseClosing))), (.ending, code(.answers(endings, prefix: "case.status."))),
                (.override, words(3)),
            ]
        case .approveOverriding: return [(.override, words(3))]
        case .merge: return [(.caseNumber, caseNumber)]
        case .newReferral:
            let places = hotline.territories
            return [(.service, code(.list(.service)))]
                + (places.isEmpty ? [] : [(.territory, code(.territories(places)))]) + [
                    (.language, .code(CodeField(.list(.language), preferred: hotline.languages))),
                    (.age, .text(TextField(limit: 3))), (.provider, code(.providers(directory))),
                    (.urgency, code(.answers(Urgency.allCases.map(\.rawValue), prefix: "urgency."))),
                ] + consent
        case .consent: return consent
        case .reject:
            return [
                (.reason, code(.list(.rejectedBecause))),
                (.outcome, code(.some(Referral.outcomesOfRejection, of: .referralOutcome))),
            ]
        case .endReferral: return [(.outcome, code(.list(.referralOutcome))), source] + donor(hotline)
        case .giveUp: return [(.outcome, code(.some(Referral.outcomesOfGivingUp, of: .referralOutcome))), source]
        case .revoke:
            return [(.outcome, code(.some(Referral.outcomesOfRevoking, of: .referralOutcome))), (.words, words(3))]
        case .overrideFull: return [(.reason, code(.list(.fullOverriddenBecause)))]
        case .newEntry(let kind): return newEntry(kind, hotline)
        case .finishEntry(_, let kind): return finishEntry(kind)
        case .giveEntry: return [(.to, code(.operators(hotline.operators.filter(\.active))))]
        case .withdrawEntry: return [(.reason, code(.list(.discardedBecause)))]
        case .admit:
            let shelters = Directory(
                providers: directory.providers.filter { $0.places != nil }, territories: directory.territories,
                taken: directory.taken, nextFree: directory.nextFree)
            return [
                (.provider, code(.providers(shelters))), (.category, code(.list(.resident))),
                (.until, .text(TextField(limit: 10))),
            ] + donor(hotline) + [(.full, code(.list(.fullOverriddenBecause)))]
        case .leaveShelter: return [(.reason, code(.list(.leftBecause)))]
        case .drop: return [(.outcome, code(.some(Referral.outcomesOfRevoking, of: .referralOutcome)))]
        }
    }

    private static let consent: [(ActField, FieldContent)] = [
        (.consent, .code(CodeField(.answers(["given", "overridden", "refused"], prefix: "consent.")))),
        (.because, .code(CodeField(.list(.consentOverriddenBecause)))),
    ]

    /// Asked where the hotline lists its funds.
    static func donor(_ hotline: Hotline) -> [(ActField, FieldContent)] {
        let donors = hotline.funds
        return donors.isEmpty ? [] : [(.donor, .code(CodeField(.plain(donors))))]
    }

    private static let source: (ActField, FieldContent) = (
        .source, .code(CodeField(.answers(OutcomeSource.allCases.map(\.rawValue), prefix: "referral.source.")))
    )

    // MARK: - Writing

    mutating func handle(_ key: Key, _ situation: Situation) -> FormAnswer {
        let provider = fields.code(.provider)
        let wanted = search
        let hidden = fields.hidden
        let answer = fields.handle(key, situation.language)
        if fields.code(.provider) != provider { offerServices(situation.hotline) }
        if search != wanted { suggest(situation) }
        hideWhatDoesNotMatter()
        // What an answer asks for besides comes next.
        if answer == .changed, let asked = fields.shown.first(where: hidden.contains) { fields.go(to: asked) }
        return answer
    }

    mutating func restore(_ values: [String: String], _ hotline: Hotline) {
        fields.restore(values)
        offerServices(hotline)
        isOverriding = isOverriding || !fields.text(.override).isEmpty || fields.code(.full) != nil
        hideWhatDoesNotMatter()
    }

    mutating func fill(_ field: ActField, _ value: String) { fields.set(field, value) }

    mutating func layOut(width: Int) { fields.layOut(width: width) }

    mutating func show(_ faults: [ActField: FieldFault]) {
        fields.faults = faults
        if let first = fields.shown.first(where: { faults[$0] != nil }) { fields.go(to: first) }
    }

    /// Something is still open: a rule asked for the reason to close over it.
    private(set) var isOverriding = false

    mutating func askForOverride() {
        isOverriding = true
        hideWhatDoesNotMatter()
        fields.go(to: act == .admit ? .full : .override)
    }

    /// What the provider offers comes before the other services; the only one it offers is taken.
    private mutating func offerServices(_ hotline: Hotline) {
        guard case .newReferral = act,
            let offered = fields.code(.provider).flatMap({ hotline.provider($0)?.services })
        else { return }
        let service = fields.code(.service) ?? (offered.count == 1 ? offered.first : nil)
        fields.replace(
            .service, with: .code(CodeField(.list(.service), service.map { [$0] } ?? [], preferred: offered)))
    }

    private mutating func hideWhatDoesNotMatter() {
        var hidden: Set<ActField> = []
        if case .resolve = act, fields.code(.outcome) != ActForm.linked { hidden.insert(.caseNumber) }
        if case .proposeClosing = act, !isOverriding { hidden.insert(.override) }
        if fields.code(.consent) != "overridden" { hidden.insert(.because) }
        if case .endReferral = act, !Referral.outcomesOfDelivery.contains(fields.code(.outcome) ?? "") {
            hidden.insert(.donor)
        }
        if case .admit = act, !isOverriding { hidden.insert(.full) }
        if fields.hidden != hidden { fields.hidden = hidden }
    }

    static let questions: [ActField] = [.safeToTalk, .immediateDanger, .othersAtRisk, .children]

    /// The day that was typed; nil where it is none.
    var due: BusinessDate? { DateText.ahead(fields.text(.due), today: today) }
    var until: BusinessDate? { DateText.ahead(fields.text(.until), today: today) }

    static let opened = "case_opened"
    static let linked = "linked_to_existing_case"

    // MARK: - What is missing

    private var optional: Set<ActField> {
        switch act {
        case .note, .approveOverriding: []
        case .newReferral: [.territory, .language, .age, .consent]
        case .assess: Set(ActForm.questions + [.place])
        case .addTask: [.due]
        case .newEntry(.mission): [.persons, .donor]
        case .newEntry(.indicator): [.target, .cumulative]
        case .newEntry(.return): [.territory]
        case .finishEntry(_, .mission): [.day, .persons]
        case .finishEntry(_, .indicator): [.asOf]
        case .finishEntry(_, .return): [.day, .figures]
        case .admit: [.until]
        default: [.words]
        }
    }

    /// What stands in the way, by field.
    func faults() -> [ActField: FieldFault] {
        var faults: [ActField: FieldFault] = [:]
        for id in fields.shown where !optional.contains(id) {
            let isMissing = fields.code(id) == nil && fields.text(id).allSatisfy(\.isWhitespace)
            if isMissing { faults[id] = FieldFault(says: "act.missing.\(id.rawValue)") }
        }
        if !fields.text(.due).isEmpty, due == nil { faults[.due] = FieldFault(says: "act.no_such_day") }
        faults.merge(faultsOfEntry) { missing, _ in missing }
        if !fields.text(.age).isEmpty, age == nil { faults[.age] = FieldFault(says: "act.no_number") }
        if !fields.text(.until).isEmpty, until == nil { faults[.until] = FieldFault(says: "act.no_such_day") }
        return faults.merging(fields.unpicked) { missing, _ in missing }
    }
}
