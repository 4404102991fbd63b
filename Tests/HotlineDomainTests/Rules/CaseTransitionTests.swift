import HotlineDomain
import Testing

@Suite("A case's states")
struct CaseTransitionTests {
    static let table = TransitionTable(
        "case",
        """
                   none      opened             active             on_hold            follow_up          closure_proposed   closed             closed_referred    duplicate
        open       opened    !exists            !exists            !exists            !exists            !exists            !exists            !exists            !exists
        triage     !unknown  active             !already_triaged   !already_triaged   !already_triaged   !already_triaged   !already_triaged   !already_triaged   !is_duplicate
        hold       !unknown  !not_active        on_hold            !not_active        !not_active        !not_active        !not_active        !not_active        !is_duplicate
        resume     !unknown  !not_on_hold       !not_on_hold       active             active             !not_on_hold       !not_on_hold       !not_on_hold       !is_duplicate
        follow_up  !unknown  !not_active        follow_up          !not_active        !not_active        !not_active        !not_active        !not_active        !is_duplicate
        note       !unknown  opened             active             on_hold            follow_up          closure_proposed   closed             closed_referred    !is_duplicate
        propose    !unknown  !not_active        closure_proposed   closure_proposed   closure_proposed   !not_active        !not_active        !not_active        !is_duplicate
        approve    !unknown  !nothing_proposed  !nothing_proposed  !nothing_proposed  !nothing_proposed  closed             !nothing_proposed  !nothing_proposed  !is_duplicate
        return     !unknown  !nothing_proposed  !nothing_proposed  !nothing_proposed  !nothing_proposed  active             !nothing_proposed  !nothing_proposed  !is_duplicate
        reopen     !unknown  !not_closed        !not_closed        !not_closed        !not_closed        !not_closed        active             active             !is_duplicate
        merge      !unknown  duplicate          duplicate          duplicate          duplicate          duplicate          duplicate          duplicate          !is_duplicate
        person     !unknown  opened             active             on_hold            follow_up          closure_proposed   closed             closed_referred    !is_duplicate
        set        !unknown  opened             active             on_hold            follow_up          closure_proposed   closed             closed_referred    !is_duplicate
        task       !unknown  opened             active             on_hold            follow_up          closure_proposed   !is_closed         !is_closed         !is_duplicate
        finish     !unknown  !unknown_task      !unknown_task      !unknown_task      !unknown_task      !unknown_task      !unknown_task      !unknown_task      !is_duplicate
        """)

    @Test("every case, asked everything", arguments: table.cells)
    func transition(cell: TransitionTable.Cell) throws {
        var desk = Desk()
        let other = try desk.openCase()
        let id: CaseID = try Case.Status(rawValue: cell.state).map { try desk.file(in: $0) } ?? desk.id()
        let note = desk.written("Her sister called.")
        let command = command(cell.command, other, note)
        try cell.check(&desk, .case(id, command), by: "09") { $0.records.case(id)?.status.rawValue }
    }

    @Test("the table leaves no state out")
    func isWhole() { #expect(Self.table.states.dropFirst().elementsEqual(Case.Status.allCases.map(\.rawValue))) }

    @Test(
        "a case has the status that HTCDS knows",
        arguments: [
            (Case.Status.opened, "Active"), (.active, "Active"), (.onHold, "Active"), (.closureProposed, "Active"),
            (.followUp, "FollowUp"), (.closed, "Closed"), (.duplicate, "Closed"), (.closedReferred, "ClosedReferred"),
        ])
    func htcds(status: Case.Status, standard: String) { #expect(status.htcds == standard) }

    private func command(_ name: String, _ other: CaseID, _ note: Written) -> CaseCommand {
        switch name {
        case "open": .open(.referredIn)
        case "triage": .triage
        case "hold": .hold(reason: nil)
        case "resume": .resume
        case "follow_up": .followUp
        case "note": .note(note)
        case "propose": .proposeClosing(reason: "lost_contact", asReferred: false, override: nil)
        case "approve": .approve(override: nil)
        case "return": .return(reason: nil)
        case "reopen": .reopen(reason: "new_danger", words: nil)
        case "person": .addPerson(role: "beneficiary", pseudonym: note, [])
        case "set": .set(person: nil, [CaseEntry("case_type", .codes(["victim"]))])
        case "task": .addTask(note, responsible: "05", due: nil)
        case "finish": .finishTask(1, result: nil)
        default: .merge(into: other)
        }
    }
}
