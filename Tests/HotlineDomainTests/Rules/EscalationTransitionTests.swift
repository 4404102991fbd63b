import HotlineDomain
import Testing

@Suite("An escalation's states")
struct EscalationTransitionTests {
    static let table = TransitionTable(
        "escalation",
        """
                     none      raised         assigned       in_hand           resolved
        raise        raised    !exists        !exists        !exists           !exists
        assign       !unknown  assigned       assigned       !already_in_hand  !already_resolved
        acknowledge  !unknown  in_hand        in_hand        !already_in_hand  !already_resolved
        reassign     !unknown  !not_in_hand   !not_in_hand   assigned          !already_resolved
        resolve      !unknown  !not_in_hand   !not_in_hand   resolved          !already_resolved
        assess       !unknown  raised         assigned       in_hand           !already_resolved
        reopen       !unknown  !not_resolved  !not_resolved  !not_resolved     in_hand
        """)

    @Test("every escalation, asked everything", arguments: table.cells)
    func transition(cell: TransitionTable.Cell) throws {
        // Nobody on duty and nobody on call: the SOS stays where it was raised.
        var desk = Desk(.withoutOnCall)
        let call = try desk.draft(.sos)
        let id: EscalationID =
            try Escalation.Status(rawValue: cell.state).map { try desk.escalation(in: $0) } ?? desk.id()
        let command = command(cell.command, call)
        try cell.check(&desk, .escalation(id, command), by: "05") { $0.records.escalation(id)?.status.rawValue }
    }

    @Test("the table leaves no state out")
    func isWhole() {
        #expect(Self.table.states.dropFirst().elementsEqual(Escalation.Status.allCases.map(\.rawValue)))
    }

    private func command(_ name: String, _ call: CallID) -> EscalationCommand {
        switch name {
        case "raise": .raise(call: call)
        case "assign": .assign(to: "06")
        case "acknowledge": .acknowledge
        case "reassign": .reassign(to: "06")
        case "assess": .assess(["safe_to_talk": "yes"], place: nil)
        case "resolve": .resolve(outcome: "caller_lost", reason: nil, openedCase: nil)
        default: .reopen(reason: "contacted_again", words: nil)
        }
    }
}

extension Hotline {
    static var withoutOnCall: Hotline {
        var hotline = example
        hotline.settings.onCall = []
        return hotline
    }
}
