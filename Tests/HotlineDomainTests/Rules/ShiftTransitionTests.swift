import HotlineDomain
import Testing

@Suite("A shift's and a handover's states")
struct ShiftTransitionTests {
    static let table = TransitionTable(
        "shift",
        """
                   none      planned    confirmed  started     handing_over               ended       absent      cancelled
        plan       planned   !exists    !exists    !exists     !exists                    !exists     !exists     !exists
        unplanned  started   !exists    !exists    !exists     !exists                    !exists     !exists     !exists
        confirm    !unknown  confirmed  !not_ahead !not_ahead  !not_ahead                 !not_ahead  !not_ahead  !not_ahead
        sign_on    !unknown  started    started    !already_on !already_on                !not_ahead  !not_ahead  !not_ahead
        absent     !unknown  absent     absent     !not_ahead  !not_ahead                 !not_ahead  !not_ahead  !not_ahead
        cancel     !unknown  cancelled  cancelled  !not_ahead  !not_ahead                 !not_ahead  !not_ahead  !not_ahead
        end        !unknown  !not_on    !not_on    ended       !handover_not_acknowledged !not_on     !not_on     !not_on
        hand_over  !handover.shift_not_on !handover.shift_not_on !handover.shift_not_on handing_over !handover.shift_not_on !handover.shift_not_on !handover.shift_not_on !handover.shift_not_on
        """)

    @Test("every shift, asked everything", arguments: table.cells)
    func transition(cell: TransitionTable.Cell) throws {
        var desk = Desk()
        let id: ShiftID = try Shift.Status(rawValue: cell.state).map { try desk.shift(in: $0) } ?? desk.id()
        let (handover, note): (HandoverID, Written) = (desk.id(), desk.written("Call the embassy back."))
        let command: Command =
            cell.command == "hand_over"
            ? .handover(handover, .offer(shift: id, notes: [note])) : .shift(id, command(cell.command, desk))
        let actor = ["plan", "cancel"].contains(cell.command) ? "09" : "01"
        try cell.check(&desk, command, by: actor) { $0.records.shift(id)?.status.rawValue }
    }

    @Test(
        "a supervisor ends a shift that runs, whatever is open, and no other",
        arguments: zip(
            Shift.Status.allCases,
            ["!shift.not_on", "!shift.not_on", "ended", "ended", "!shift.not_on", "!shift.not_on", "!shift.not_on"]))
    func supervisor(status: Shift.Status, expected: String) throws {
        var desk = Desk()
        let id = try desk.shift(in: status)
        let cell = TransitionTable.Cell(command: "supervisor_ends", state: status.rawValue, expected: expected)
        let end = Command.shift(id, .endBySupervisor(reason: "no_successor"))
        try cell.check(&desk, end, by: "09") { $0.records.shift(id)?.status.rawValue }
        if expected == "ended" { #expect(desk.records.shift(id)?.endedBySupervisor == true) }
    }

    @Test("the table leaves no state out")
    func isWhole() { #expect(Self.table.states.dropFirst().elementsEqual(Shift.Status.allCases.map(\.rawValue))) }

    static let items = TransitionTable(
        "handover",
        """
                     none      open          parked           acknowledged
        acknowledge  !unknown  acknowledged  acknowledged     !already_acknowledged
        park         !unknown  parked        !already_parked  !already_acknowledged
        """)

    @Test("every item of a handover, asked everything", arguments: items.cells)
    func item(cell: TransitionTable.Cell) throws {
        var desk = Desk()
        let shift = try desk.planShift()
        let id: HandoverID = cell.state == "none" ? desk.id() : try desk.handover(of: shift)
        // Past two hours before the night shift, and nobody on it: the line closes.
        if cell.state == "parked" { try desk.does(.handover(id, .park(item: 1))) }
        if cell.state == "acknowledged" { try desk.does(.handover(id, .acknowledge(item: 1)), by: "09") }
        let command: HandoverCommand = cell.command == "park" ? .park(item: 1) : .acknowledge(item: 1)
        try cell.check(&desk, .handover(id, command), by: "09") {
            $0.records.handover(id)?.items.first?.state.rawValue
        }
    }

    private func command(_ name: String, _ desk: Desk) -> ShiftCommand {
        switch name {
        case "plan":
            .plan(
                operator: "02", pattern: "day", businessDate: BusinessDate("2009-09-14")!, start: desk.now,
                end: desk.now + .hours(8), substituteFor: nil)
        case "unplanned": .signOnUnplanned(reason: "covering", end: desk.now + .hours(2))
        case "confirm": .confirm
        case "sign_on": .signOn
        case "absent": .absent(reason: "no_show")
        case "cancel": .cancel
        default: .end
        }
    }
}
