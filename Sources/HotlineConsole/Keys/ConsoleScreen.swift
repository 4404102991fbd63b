import HotlineDomain
import TerminalUI
import Wording

/// One screen: its part of the state, of `update` and of the drawing, and the
/// table of its keys. Folders of screens hold the same four files; see README.
public protocol ConsoleScreen: Sendable {
    associatedtype KeyCommand: Hashable & Sendable
    /// All its keys, whatever it shows at the moment.
    static var keys: KeyTable<KeyCommand, Requirement> { get }
    /// The same, by what goes on: within one of them no key stands twice.
    static var stages: [KeyTable<KeyCommand, Requirement>] { get }
    /// Those of them that mean something at the moment.
    var keysNow: KeyTable<KeyCommand, Requirement> { get }
    /// The catalogue key of its name.
    static var title: String { get }
    /// Letters are text now: of the keys only those that write nothing act.
    var isWriting: Bool { get }
    /// The call this screen is about: what SOS is raised from.
    var callShown: CallID? { get }
    /// What was refused stands beside its field: in the last line it would be said twice.
    var saysRefusals: Bool { get }

    mutating func update(
        _ message: ScreenMessage<KeyCommand>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect]
    /// Fits what depends on the room there is: heights of lists, widths of notes.
    /// Asks for what is then missing.
    mutating func layOut(_ size: Size, _ situation: Situation) -> [Effect]
    func draw(on surface: inout Surface, _ situation: Situation)
    /// The language is another one: what was spelled for a list that is open is spelled anew.
    mutating func relabel(_ situation: Situation)
    func isMet(_ requirement: Requirement, _ situation: Situation) -> Bool
    /// What tells a command from others under the same label, as the code it closes a call with.
    func detail(_ command: KeyCommand, _ situation: Situation) -> String
}

/// What a screen is told.
public enum ScreenMessage<KeyCommand: Hashable & Sendable>: Sendable {
    /// It is on top for the first time.
    case opened
    /// Somebody changed something, or the screen is on top again.
    case changed
    case command(KeyCommand)
    /// A key that is in no table: letters of a field, moves in a list.
    case key(Key)
    /// F2: save what is typed.
    case save
    case chosen(code: String, Asking)
    case answered(Answer)
    /// Its own commands were done.
    case performed([Event])
    case refused(Refusal)
}

extension ConsoleScreen {
    public static var stages: [KeyTable<KeyCommand, Requirement>] { [keys] }
    public var keysNow: KeyTable<KeyCommand, Requirement> { Self.keys }
    public var isWriting: Bool { false }
    public var callShown: CallID? { nil }
    public var saysRefusals: Bool { false }
    public mutating func relabel(_ situation: Situation) {}
    public mutating func layOut(_ size: Size, _ situation: Situation) -> [Effect] { [] }
    public func isMet(_ requirement: Requirement, _ situation: Situation) -> Bool { situation.isMet(requirement) }
    public func detail(_ command: KeyCommand, _ situation: Situation) -> String { "" }
}

extension ConsoleScreen {
    /// Answers a key by the screen's table, and else hands it on as it is.
    mutating func handle(_ key: Key, _ situation: Situation, _ around: Surroundings) -> [Effect] {
        guard let row = row(for: key) else { return update(.key(key), situation, around) }
        return run(row, situation, around)
    }

    private func row(for key: Key) -> KeyRow<KeyCommand, Requirement>? {
        guard isWriting else { return keysNow.row(for: key) }
        return key.writes ? nil : keysNow.exactRow(for: key)
    }

    private mutating func run(
        _ row: KeyRow<KeyCommand, Requirement>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        if let missing = row.needs.first(where: { !isMet($0, situation) }) {
            return [.say(Notice(.hint, says: "needs.\(missing.rawValue)"))]
        }
        return update(.command(row.command), situation, around)
    }

    /// The command in this row of the table, from the palette.
    mutating func run(row place: Int, _ situation: Situation, _ around: Surroundings) -> [Effect] {
        run(keysNow.rows[place], situation, around)
    }

    func detail(row place: Int, _ situation: Situation) -> String { detail(keysNow.rows[place].command, situation) }

    /// What is typed is saved by a key: a form, and no search.
    var isForm: Bool {
        guard isWriting, let save = GlobalCommand.keys.row(for: .save) else { return false }
        return save.keys.contains { keysNow.exactRow(for: $0) != nil }
    }

    func hasKey(_ key: Key) -> Bool { keysNow.row(for: key) != nil }

    /// The keys of the screen and, behind them, those that work everywhere.
    /// SOS and whoever rings are not among those of somebody who answers no calls.
    func listing(_ situation: Situation) -> KeyTable<ListedCommand, Requirement> {
        let all = keysNow.listed
        if situation.sees(.answerCalls) { return all }
        return KeyTable(
            all.rows.filter { ![.global(.sos), .global(.otherSOS), .global(.takeCaller)].contains($0.command) })
    }

    static var listing: KeyTable<ListedCommand, Requirement> { keys.listed }

    mutating func update(
        _ message: AnyScreenMessage, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch message {
        case .opened: update(.opened, situation, around)
        case .changed: update(.changed, situation, around)
        case .save: update(.save, situation, around)
        case .chosen(let code, let asking): update(.chosen(code: code, asking), situation, around)
        case .answered(let answer): update(.answered(answer), situation, around)
        case .performed(let events): update(.performed(events), situation, around)
        case .refused(let refusal): update(.refused(refusal), situation, around)
        }
    }
}

/// A screen's message without the command, for whoever does not know the screen's type.
enum AnyScreenMessage: Sendable {
    case opened, changed, save
    case chosen(code: String, Asking)
    case answered(Answer)
    case performed([Event])
    case refused(Refusal)
}

/// A command as the bar, the palette and the help list it.
enum ListedCommand: Hashable, Sendable {
    case global(GlobalCommand)
    case screen(row: Int)
}

extension KeyTable where Requirement == HotlineConsole.Requirement {
    fileprivate var listed: KeyTable<ListedCommand, Requirement> {
        let own = rows.enumerated().map { place, row in row.map { _ in ListedCommand.screen(row: place) } }
        return KeyTable<ListedCommand, Requirement>(own).over(GlobalCommand.keys.map { .global($0) })
    }
}

extension Key {
    /// A letter or a paste: text, where text is being written.
    var writes: Bool {
        if case .paste = code { return true }
        return typed != nil
    }
}
