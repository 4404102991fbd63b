import HotlineDomain
import HotlineStore
import TerminalUI

/// What an admin fills in. The raw values name the fields, after
/// `admin.field.`, in the catalogue.
enum AdminField: String, CaseIterable, Sendable {
    case code, roles
    case number, services
    case onCall = "on_call"
    case retention
}

/// Somebody new, somebody's other roles, or another value of a setting.
struct AdminForm: Sendable {
    enum Task: Hashable, Sendable {
        case add
        case roles(of: String)
        case setting(Setting)

        /// Every one is another form, and keeps its own draft.
        var draftKey: DraftKey {
            switch self {
            case .add: DraftKey("\(AdminForm.draftForm).add", nil)
            case .roles(let code): DraftKey("\(AdminForm.draftForm).roles.\(code)", nil)
            case .setting(let setting): DraftKey("\(AdminForm.draftForm).setting.\(setting.rawValue)", nil)
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
        begun = Form(labels: "admin.field.", AdminForm.fields(task, situation.hotline))
        fields = begun
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

    private static func fields(_ task: Task, _ hotline: Hotline) -> [(AdminField, FieldContent)] {
        switch task {
        case .add: return [(.code, .text(TextField(limit: 8))), (.roles, roles([]))]
        case .roles(let code): return [(.roles, roles(hotline.operatorNamed(code)?.roles ?? []))]
        case .setting(let setting):
            switch hotline.settings[setting] {
            case .number(let number): return [(.number, .text(TextField(String(number), limit: 6)))]
            case .codes(let codes):
                if setting == .retention {
                    return [(.retention, .text(TextField(codes.joined(separator: ", "), limit: 600)))]
                }
                if setting == .onCall {
                    let people = hotline.operators.filter { $0.active || codes.contains($0.code) }
                    return [(.onCall, .code(CodeField(.operators(people), codes, maximum: 20)))]
                }
                return [(.services, .code(CodeField(.list(.service), codes, maximum: 40)))]
            }
        }
    }

    private static func roles(_ roles: [HotlineDomain.Role]) -> FieldContent {
        let all = HotlineDomain.Role.allCases.map(\.rawValue)
        return .code(CodeField(.answers(all, prefix: "role."), roles.map(\.rawValue), maximum: all.count))
    }

    private var main: AdminField { fields.order[0] }

    /// What it comes to; nil while something is missing or wrong, which then
    /// stands beside its field.
    mutating func command(_ hotline: Hotline) -> HotlineCommand? {
        fields.faults = fields.unpicked
        let roles = fields.codes(.roles).compactMap(HotlineDomain.Role.init(rawValue:))
        switch task {
        case .add:
            let code = fields.text(.code)
            if code.isEmpty { fields.faults[.code] = FieldFault(says: "admin.missing.code") }
            if roles.isEmpty { fields.faults[.roles] = FieldFault(says: "admin.missing.roles") }
            return fields.faults.isEmpty ? .addOperator(Operator(code: code, roles: roles)) : goToFault()
        case .roles(let code):
            if roles.isEmpty { fields.faults[.roles] = FieldFault(says: "admin.missing.roles") }
            return fields.faults.isEmpty ? .changeOperator(code: code, roles: roles) : goToFault()
        case .setting(let setting):
            var settings = hotline.settings
            do {
                try settings.set(setting, typed: typed(setting))
            } catch {
                refuse(error)
            }
            return fields.faults.isEmpty ? .changeSettings([setting: settings[setting]]) : goToFault()
        }
    }

    private func typed(_ setting: Setting) -> String {
        if setting == .retention { return fields.text(.retention) }
        return setting.range == nil ? codes : fields.text(.number)
    }

    private var codes: String { fields.codes(main).joined(separator: ",") }

    /// A rule stands in the way: it is said beside the field.
    mutating func refuse(_ refusal: Refusal) {
        fields.faults[main] = FieldFault(says: "refusal.\(refusal.rule)", refusal.details)
    }

    private mutating func goToFault() -> HotlineCommand? {
        if let first = fields.shown.first(where: { fields.faults[$0] != nil }) { fields.go(to: first) }
        return nil
    }
}
