import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

/// What the hotline keeps beside its calls and cases: tasks, call-backs due,
/// missions, indicators and what territories report.
public struct RegistersScreen: ConsoleScreen {
    public static let title = "registers.title"

    var kind: RegisterKind
    var list = RegistersScreen.emptyList
    /// Of the register shown, as it was read.
    var files: [EntryFile] = []
    var openOnly: Bool

    static var emptyList: ListPane<RegisterRow> { ListPane(pageRows: ListWindow<RegisterRow>.wholeRows) }

    public init(_ kind: RegisterKind) {
        self.kind = kind
        openOnly = kind.beginsWithOpen
    }

    public var isWriting: Bool { list.isWriting }

    /// The line of a register under the cursor; nil for a call-back and a case's task.
    var selectedEntry: Entry? {
        if case .entry(let file)? = list.selected { file.entry } else { nil }
    }

    public func isMet(_ requirement: Requirement, _ situation: Situation) -> Bool {
        let entry = selectedEntry
        return switch requirement {
        case .selection: list.selected != nil
        case .registerLine: entry != nil
        case .registerLineOpen: entry.map { $0.status == .open || $0.mayBeDoneAgain } ?? (list.selected != nil)
        case .aReturn: entry?.content.kind == .return
        case .aTask: entry?.content.kind == .task && entry?.status == .open
        case .aRegister: kind.entryKind != nil
        case .dutyKeepRegisters: kind == .task || situation.isMet(requirement)
        default: situation.isMet(requirement)
        }
    }
}

/// The registers, in the order they are leafed through.
public enum RegisterKind: String, CaseIterable, Hashable, Sendable {
    case task
    case callBack = "call_back"
    case mission, indicator
    case `return`

    /// Nil for call-backs, which are part of the calls they were agreed in.
    var entryKind: EntryKind? { EntryKind(rawValue: rawValue) }

    /// Work is looked at for what is left, a register for everything.
    var beginsWithOpen: Bool { self == .task || self == .callBack }

    /// Those somebody may see: a reporting officer's are the ones without words.
    static func kinds(_ situation: Situation) -> [RegisterKind] {
        allCases.filter { !$0.beginsWithOpen || situation.sees(.readCalls) }
    }
}

/// One line of them.
enum RegisterRow: Hashable, Sendable, Identifiable {
    case entry(EntryFile)
    case callBack(Call)
    /// A case's task, by the case's number: what it says is read in the case.
    case caseTask(Case, CaseTask)

    var id: String {
        switch self {
        case .entry(let file): "entry \(file.entry.id)"
        case .callBack(let call): "call \(call.id)"
        case .caseTask(let file, let task): "case \(file.id) \(task.number)"
        }
    }

    /// Every typed word begins a word of the line.
    func fits(_ typed: String, _ situation: Situation) -> Bool {
        let text = folded(RegisterLine(self, situation).columns.joined(separator: " ")).split(separator: " ")
        return folded(typed).split(separator: " ").allSatisfy { word in text.contains { $0.hasPrefix(word) } }
    }
}

extension Entry {
    /// A figure that is known better replaces the one that was known.
    var mayBeDoneAgain: Bool {
        status == .done && (content.kind == .indicator || content.kind == .return)
    }
}
