import HotlineDomain
import HotlineStore
import TerminalUI

/// What an admin fills in. The raw values name the fields, after
/// `admin.field.`, in the catalogue.
enum AdminField: String, CaseIterable, Sendable {
    case code, roles
    // Of a setting.
    case number, donors, retention
    case onCall = "on_call"
    case switchNames = "switch_names"
    // Of a line, of a provider or of both.
    case name, aliases, dialled, services, countries, territories, languages, hours, zone, ages, places
    case address
    case confidentialAddress = "confidential_address"
    case since, until
    // Of a donor.
    case projects, calendar, language, families
    case dueDay = "due_day"
    case iatiActivity = "iati_activity"
    case iatiOrganisation = "iati_organisation"
    // Of what packs show.
    case windows
}

/// Somebody new, somebody's other roles, another value of a setting, a line or
/// a provider as it is from now on.
struct AdminForm: Sendable {
    enum Task: Hashable, Sendable {
        case addPerson
        case roles(of: String)
        case setting(Setting)
        case addLine
        case line(String)
        case addProvider
        case provider(String)
        case addDonor
        case donor(String)

        /// Every one is another form, and keeps its own draft.
        var draftKey: DraftKey { DraftKey("\(AdminForm.draftForm).\(name)", nil) }

        /// A line or a provider, with all there is to say of it.
        var isEntry: Bool {
            switch self {
            case .addLine, .line, .addProvider, .provider, .addDonor, .donor: true
            case .addPerson, .roles, .setting: false
            }
        }

        /// The one a draft belongs to; nil for a draft of another form.
        init?(draft form: String) {
            let parts = form.split(separator: ".", maxSplits: 2).map(String.init)
            guard parts.count > 1, parts[0] == AdminForm.draftForm else { return nil }
            switch (parts[1], parts.count > 2 ? parts[2] : nil) {
            case ("add", nil): self = .addPerson
            case ("line", nil): self = .addLine
            case ("provider", nil): self = .addProvider
            case ("donor", nil): self = .addDonor
            case ("roles", let code?): self = .roles(of: code)
            case ("line", let code?): self = .line(code)
            case ("provider", let code?): self = .provider(code)
            case ("donor", let code?): self = .donor(code)
            case ("setting", let name?):
                guard let setting = Setting(rawValue: name) else { return nil }
                self = .setting(setting)
            default: return nil
            }
        }

        var part: AdminScreen.Part {
            switch self {
            case .addPerson, .roles: .people
            case .setting: .settings
            case .addLine, .line: .lines
            case .addProvider, .provider: .providers
            case .addDonor, .donor: .donors
            }
        }

        private var name: String {
            switch self {
            case .addPerson: "add"
            case .roles(let code): "roles.\(code)"
            case .setting(let setting): "setting.\(setting.rawValue)"
            case .addLine: "line"
            case .line(let code): "line.\(code)"
            case .addProvider: "provider"
            case .provider(let code): "provider.\(code)"
            case .addDonor: "donor"
            case .donor(let code): "donor.\(code)"
            }
        }
    }

    static let draftForm = "admin"

    let task: Task
    var fields: Form<AdminField>
    /// As it stood before anything was typed.
    private let begun: Form<AdminField>
    private var startedAt: Instant?

    init(_ task: Task, _ situation: Situation) {
        self.task = task
        var form = Form(labels: "admin.field.", AdminForm.fields(task, situation))
        form.hasLongLabels = true
        begun = form
        fields = form
        guard let draft = situation.drafts[task.draftKey] else { return }
        fields.restore(draft.fields)
        startedAt = draft.startedAt
    }

    /// What is typed, on its way to the disk; a form that was typed back to
    /// what it was leaves nothing there.
    mutating func saveDraft(_ situation: Situation, _ around: Surroundings) -> [Effect] {
        guard let person = situation.person else { return [] }
        let isTouched = fields.order.contains { fields[$0]?.value != begun[$0]?.value }
        guard isTouched else {
            startedAt = nil
            return [.dropDraft(task.draftKey)]
        }
        let since = startedAt ?? around.now
        startedAt = since
        let key = task.draftKey
        return [
            .saveDraft(
                Draft(
                    form: key.form, subject: key.subject, fields: fields.values, operatorCode: person.code,
                    startedAt: since))
        ]
    }

    private static func fields(_ task: Task, _ situation: Situation) -> [(AdminField, FieldContent)] {
        let hotline = situation.hotline
        return switch task {
        case .addPerson: [(.code, text("", limit: 8)), (.roles, roles([]))]
        case .roles(let code): [(.roles, roles(hotline.operatorNamed(code)?.roles ?? []))]
        case .setting(let setting): [field(of: setting, hotline)]
        case .addLine: [(.code, text("", limit: 40))] + fields(of: nil as Line?, situation)
        case .line(let code): fields(of: hotline.line(code), situation)
        case .addProvider: [(.code, text("", limit: 40))] + fields(of: nil as Provider?, hotline)
        case .provider(let code): fields(of: hotline.provider(code), hotline)
        case .addDonor: [(.code, text("", limit: 40))] + fields(of: nil as Donor?, hotline)
        case .donor(let code): fields(of: hotline.donor(code), hotline)
        }
    }

    private static func field(of setting: Setting, _ hotline: Hotline) -> (AdminField, FieldContent) {
        let value = hotline.settings[setting]
        switch (setting, value) {
        case (.onCall, .codes(let codes)):
            let people = hotline.operators.filter { $0.active || codes.contains($0.code) }
            return (.onCall, .code(CodeField(.operators(people), codes, maximum: 20)))
        case (.countsAsReferred, .codes(let codes)): return (.services, AdminForm.codes(.service, codes))
        // A fund goes by whatever code the hotline gives it.
        case (.donors, _): return (.donors, text(value.text, limit: 600))
        case (.retention, _): return (.retention, text(value.text, limit: 600))
        case (.switchLines, _), (.switchAgents, _): return (.switchNames, text(value.text, limit: 2000))
        case (.packsFamilies, _):
            return (.families, families(offering: FamilyName.allCases, hotline.settings.families))
        case (.packsWindows, _): return (.windows, text(value.text, limit: 600))
        default: return (.number, text(value.text, limit: 6))
        }
    }

    private static func roles(_ roles: [HotlineDomain.Role]) -> FieldContent {
        let all = HotlineDomain.Role.allCases.map(\.rawValue)
        return .code(CodeField(.answers(all, prefix: "role."), roles.map(\.rawValue), maximum: all.count))
    }

    static func text(_ text: String?, limit: Int) -> FieldContent { .text(TextField(text ?? "", limit: limit)) }

    static func codes(_ list: ListID, _ codes: [String]?, preferred: [String] = []) -> FieldContent {
        .code(CodeField(list, codes ?? [], maximum: 60, preferred: preferred))
    }

    // MARK: - What it comes to

    /// Nil while something is missing or wrong, which then stands beside its field.
    mutating func command(_ situation: Situation, _ around: Surroundings) -> HotlineCommand? {
        let hotline = situation.hotline
        fields.faults = missing.merging(unreadable(situation)) { $1 }.merging(fields.unpicked) { $1 }
        var settings = hotline.settings
        if case .setting(let setting) = task, fields.faults.isEmpty {
            do { try settings.set(setting, typed: typed) } catch { refuse(error) }
        }
        guard fields.faults.isEmpty else {
            goToFault()
            return nil
        }
        let roles = fields.codes(.roles).compactMap(HotlineDomain.Role.init(rawValue:))
        let code = plain(.code)
        switch task {
        case .addPerson: return .addOperator(Operator(code: code, roles: roles))
        case .roles(let code): return .changeOperator(code: code, roles: roles)
        case .setting(let setting): return .changeSettings([setting: settings[setting]])
        case .addLine: return line(code, situation).map { .addLine($0) }
        case .line(let code): return line(code, situation).map { .changeLine($0) }
        case .addProvider:
            return .addProvider(provider(code, situation), confidentialAddress: confidentialAddress(around))
        case .provider(let code):
            return .changeProvider(provider(code, situation), confidentialAddress: confidentialAddress(around))
        case .addDonor: return donor(code, situation).map { .addDonor($0) }
        case .donor(let code): return donor(code, situation).map { .changeDonor($0) }
        }
    }

    /// As it is given to a setting: one line, whatever the field is.
    private var typed: String {
        let field = fields.order[0]
        let codes = fields.codes(field)
        return codes.isEmpty ? fields.text(field) : codes.joined(separator: ",")
    }

    private var missing: [AdminField: FieldFault] {
        var faults: [AdminField: FieldFault] = [:]
        for field in fields.shown where required.contains(field) {
            let isMissing = fields.codes(field).isEmpty && fields.text(field).allSatisfy(\.isWhitespace)
            if isMissing { faults[field] = FieldFault(says: "admin.missing.\(field.rawValue)") }
        }
        return faults
    }

    private var required: Set<AdminField> {
        switch task {
        case .addPerson, .roles: [.code, .roles]
        case .setting: []
        case .addLine, .line: [.code, .name, .countries, .languages, .hours, .zone, .since]
        case .addProvider, .provider: [.code, .name, .services]
        case .addDonor, .donor: [.code, .name, .calendar, .dueDay, .language]
        }
    }

    // MARK: - What stands in the way

    /// A rule stands in the way: it is said beside the field it is about.
    mutating func refuse(_ refusal: Refusal) {
        let named = AdminForm.field(of: refusal.rule)
        let field = named.flatMap { fields.shown.contains($0) ? $0 : nil } ?? fields.order[0]
        fields.faults = [field: FieldFault(says: refusal.sentence, refusal.details)]
        goToFault()
    }

    private mutating func goToFault() {
        if let first = fields.shown.first(where: { fields.faults[$0] != nil }) { fields.go(to: first) }
    }

    /// The field that a rule is about; nil where the form's first one is meant.
    private static func field(of rule: String) -> AdminField? {
        if let rule = LineRule(rawValue: rule) { return field(of: rule) }
        if let rule = ProviderRule(rawValue: rule) { return field(of: rule) }
        if let rule = DonorRule(rawValue: rule) { return field(of: rule) }
        // Of what is typed here only a confidential address is words.
        if WordsRule(rawValue: rule) != nil { return .confidentialAddress }
        return rule == HotlineRule.operatorNeedsRole.rawValue ? .roles : nil
    }
}
