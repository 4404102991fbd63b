import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

/// The hotline itself: its people and their ways in, its lines, its settings,
/// the providers it refers to.
public struct AdminScreen: ConsoleScreen {
    public static let title = "admin.title"

    enum Part: String, CaseIterable, Sendable {
        case people, lines, settings, providers, donors, retention

        /// Whose duty it is to change what stands there.
        var changedBy: Duty {
            switch self {
            case .people: .staff
            case .lines, .settings, .providers, .donors: .setUp
            case .retention: .erase
            }
        }

        /// How the hotline is set up is more people's to see than to change.
        var seenBy: Duty { self == .retention ? .erase : .readSetup }

        /// Those somebody may see.
        static func parts(_ situation: Situation) -> [Part] { allCases.filter { situation.sees($0.seenBy) } }
    }

    /// What is filled in before it is done.
    enum Work: Sendable {
        case form(AdminForm)
        case slot(SlotForm)
    }

    var part: Part
    var list = AdminScreen.emptyList
    /// Who has a way in; nil until it is read.
    var slots: Set<String>?
    var work: Work?
    /// Nil until somebody looks at it.
    var retention: RetentionPart?

    static var emptyList: ListPane<AdminRow> { ListPane(pageRows: ListWindow<AdminRow>.wholeRows) }

    /// Begins with what is one's own duty to change.
    public init(_ situation: Situation) {
        part = Part.parts(situation).first { situation.sees($0.changedBy) } ?? .people
    }

    /// With the form that was left, over the list it belongs to.
    init(goingOnWith draft: String, _ situation: Situation) {
        self.init(situation)
        guard let task = AdminForm.Task(draft: draft), situation.sees(task.part.changedBy) else { return }
        part = task.part
        work = .form(AdminForm(task, situation))
    }

    public var isWriting: Bool { work != nil || list.isWriting }

    var person: Operator? {
        if case .person(let person)? = list.selected { person } else { nil }
    }

    public func isMet(_ requirement: Requirement, _ situation: Situation) -> Bool {
        switch requirement {
        case .selection: list.selected != nil
        case .activePerson: person?.active ?? false
        case .disabledPerson: person.map { !$0.active } ?? false
        case .hasSlot: person.map { slots?.contains($0.code) ?? false } ?? false
        case .somethingDue: !(retention?.due.isEmpty ?? true)
        default: situation.isMet(requirement)
        }
    }
}
