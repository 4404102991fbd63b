import HotlineDomain
import HotlineStore
import TerminalUI

/// The roster as it is worked: who is planned, who is on, who is missing; and
/// the way off shift.
public struct ShiftScreen: ConsoleScreen {
    public static let title = "shift.title"
    /// Days listed at once.
    static let days = 8

    /// The first day listed.
    var first: BusinessDate
    /// What was read: a few days more than are listed, for whoever is free then.
    var shifts: [Shift] = []
    var window = ListWindow<RosterRow>.ofWhole
    /// The lines there are, of which the window shows some.
    var rows: [RosterRow] = []
    /// The shift a reason is being chosen for.
    var asked: Shift?
    /// What somebody has open whose shift is to be ended.
    var leftOpen: [HandedThing] = []
    var picking: ShiftPicking?
    /// Signing off: waiting for what is open.
    var isSigningOff = false
    /// On a narrow screen what is under the cursor lies over the list.
    var isLooking = false
    var isWide = false

    public init(_ today: BusinessDate) { first = today - 1 }

    public var isWriting: Bool { picking != nil }

    var dates: ClosedRange<BusinessDate> { first...(first + (ShiftScreen.days - 1)) }

    var selectedShift: Shift? {
        if case .shift(let shift)? = window.selected { return shift }
        return nil
    }

    /// The pattern and day under the cursor, also while it stands on somebody's shift.
    var selectedSlot: RosterSlot? {
        switch window.selected {
        case .slot(let slot): return slot.pattern == nil ? nil : slot
        case .shift(let shift):
            return rows.lazy.compactMap { row -> RosterSlot? in
                guard case .slot(let slot) = row, slot.pattern != nil else { return nil }
                return slot.shifts.contains { $0.id == shift.id } ? slot : nil
            }.first
        case .day, nil: return nil
        }
    }

    public func isMet(_ requirement: Requirement, _ situation: Situation) -> Bool {
        let shift = selectedShift
        let isOwn = shift?.operatorCode == situation.person?.code
        return switch requirement {
        case .selection: window.selected != nil
        case .notOnShift: !situation.isOnShift
        case .rosterSlot: selectedSlot != nil
        case .shiftAhead: shift?.status.isAhead ?? false
        case .shiftUnconfirmed: shift?.status == .planned
        case .shiftOn: shift?.status.isOn ?? false
        case .ownShiftOrSupervisor: isOwn || situation.has(.supervisor)
        case .handoverThere: handover(situation) != nil
        default: situation.isMet(requirement)
        }
    }

    /// The handover that the key leads to: that of the shift under the cursor,
    /// one's own, the oldest that somebody offers; else one to be put together.
    func handover(_ situation: Situation) -> Route? {
        let mine = situation.myShift.flatMap { $0.status.isOn ? $0 : nil }
        let id = selectedShift?.handover ?? mine?.handover ?? situation.live.handovers.first?.id
        return id.map { .handover($0) } ?? mine.map { .newHandover($0.id) }
    }
}
