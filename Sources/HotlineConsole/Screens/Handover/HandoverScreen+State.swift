import HotlineDomain
import HotlineStore
import TerminalUI

/// What one shift leaves to the next: put together with notes and offered by
/// whoever leaves, acknowledged item by item by whoever follows.
public struct HandoverScreen: ConsoleScreen {
    public static let title = "handover.title"
    static let draftForm = "handover"

    enum Stage: Hashable, Sendable {
        case building(ShiftID)
        case offered(HandoverID)
    }

    let stage: Stage
    /// What is open, or what was offered; nil until it is read.
    var items: [HandoverRow]?
    /// The shelters' places, while it is put together.
    var places: [HandedThing] = []
    var window = ListWindow<HandoverRow>.ofWhole
    /// While it is put together: notes that are ready, and the one being written.
    var notes: [String] = []
    var note = HandoverScreen.noteArea("")
    /// When the first letter was typed that is not saved.
    var draftStartedAt: Instant?
    var handover: Handover?
    var isLooking = false
    var isWide = false

    static let noteRows = 3

    public init(_ id: HandoverID) { stage = .offered(id) }

    init(building shift: ShiftID, _ situation: Situation) {
        stage = .building(shift)
        guard let draft = situation.drafts[DraftKey(HandoverScreen.draftForm, shift.raw)] else { return }
        restore(draft.fields)
        draftStartedAt = draft.startedAt
    }

    public var isWriting: Bool { building != nil }
    var building: ShiftID? {
        if case .building(let id) = stage { return id }
        return nil
    }

    var selected: HandoverRow? { window.selected }

    public func isMet(_ requirement: Requirement, _ situation: Situation) -> Bool {
        switch requirement {
        case .selection: selected != nil
        case .itemOpen: selected.map { $0.state != .acknowledged } ?? false
        case .anyItemOpen: items?.contains { $0.state != .acknowledged } ?? false
        case .notOutgoing: handover?.from != situation.person?.code || selected?.state == .parked
        case .leftOver: !notes.isEmpty
        default: situation.isMet(requirement)
        }
    }
}

/// One item as it is listed.
struct HandoverRow: Hashable, Sendable, Identifiable {
    /// 1, 2, 3 ... within the handover.
    let number: Int
    let thing: HandedThing
    /// Nil while the handover is put together.
    var state: HandoverItem.State?
    /// Who acknowledged it.
    var by: String?
    var id: Int { number }
}

extension HandoverRow {
    /// A caller is talking: the item waits until the call has ended.
    var isOnTheLine: Bool {
        if case .draft(let call) = thing { return call.status.isLive }
        return false
    }

    /// Where one goes to see to it; a note is read where it stands.
    var route: Route? {
        switch thing {
        case .escalation(let escalation): .escalation(escalation.id)
        case .draft(let call), .callBack(let call): .call(call.id)
        case .referral(let referral): .referral(referral.id)
        case .places: .providers
        case .task: .registers(.task)
        case .caseTask(let file, _): .case(file.id)
        case .note, .gone: nil
        }
    }
}

// What is typed, as a draft keeps it: the note being written and those that are ready.
extension HandoverScreen {
    private static let current = "note"

    var typed: [String: String] {
        var fields: [String: String] = note.isEmpty ? [:] : [HandoverScreen.current: note.text]
        for (place, note) in notes.enumerated() { fields["\(HandoverScreen.current).\(place + 1)"] = note }
        return fields
    }

    private mutating func restore(_ fields: [String: String]) {
        note = HandoverScreen.noteArea(fields[HandoverScreen.current] ?? "")
        var place = 1
        while let ready = fields["\(HandoverScreen.current).\(place)"] {
            notes.append(ready)
            place += 1
        }
    }

    static func noteArea(_ text: String) -> TextArea {
        TextArea(text, limit: Written.lengthMax, height: noteRows, enterLeaves: true)
    }
}
