import HotlineDomain
import Testing

@Suite("A referral's states")
struct ReferralTransitionTests {
    static let table = TransitionTable(
        "referral",
        """
                    none      draft           ready          declined    sent           accepted       in_service     rejected    revoked     ended
        add         draft     !exists         !exists        !exists     !exists        !exists        !exists        !exists     !exists     !exists
        consent     !unknown  ready           !not_draft     !has_ended  !not_draft     !not_draft     !not_draft     !has_ended  !has_ended  !has_ended
        override    !unknown  ready           !not_draft     !has_ended  !not_draft     !not_draft     !not_draft     !has_ended  !has_ended  !has_ended
        refuse      !unknown  declined        !not_draft     !has_ended  !not_draft     !not_draft     !not_draft     !has_ended  !has_ended  !has_ended
        send        !unknown  !needs_consent  sent           !has_ended  !already_sent  !already_sent  !already_sent  !has_ended  !has_ended  !has_ended
        accept      !unknown  !not_sent       !not_sent      !has_ended  accepted       !not_sent      !not_sent      !has_ended  !has_ended  !has_ended
        reject      !unknown  !not_sent       !not_sent      !has_ended  rejected       !not_sent      !not_sent      !has_ended  !has_ended  !has_ended
        start       !unknown  !not_accepted   !not_accepted  !has_ended  !not_accepted  in_service     !not_accepted  !has_ended  !has_ended  !has_ended
        chase       !unknown  !not_sent       !not_sent      !has_ended  sent           !not_sent      !not_sent      !has_ended  !has_ended  !has_ended
        end         !unknown  !not_accepted   !not_accepted  !has_ended  !not_accepted  ended          ended          !has_ended  !has_ended  !has_ended
        give_up     !unknown  !not_sent       !not_sent      !has_ended  ended          !not_sent      !not_sent      !has_ended  !has_ended  !has_ended
        revoke      !unknown  !not_sent       !not_sent      !has_ended  revoked        revoked        revoked        !has_ended  !has_ended  !has_ended
        drop        !unknown  revoked         revoked        !has_ended  !already_sent  !already_sent  !already_sent  !has_ended  !has_ended  !has_ended
        """)

    @Test("every referral, asked everything", arguments: table.cells)
    func transition(cell: TransitionTable.Cell) throws {
        var desk = Desk()
        let file = try desk.openCase()
        let id: ReferralID = try Referral.Status(rawValue: cell.state).map { try desk.referral(in: $0) } ?? desk.id()
        let command = command(cell.command, file)
        try cell.check(&desk, .referral(id, command), by: "05") { $0.records.referral(id)?.status.rawValue }
    }

    @Test("the table leaves no state out")
    func isWhole() { #expect(Self.table.states.dropFirst().elementsEqual(Referral.Status.allCases.map(\.rawValue))) }

    private func command(_ name: String, _ file: CaseID) -> ReferralCommand {
        switch name {
        case "add": .add(.case(id: file), provider: "centre", service: "legal", urgency: .hour)
        case "consent": .consent(.given)
        case "override": .consent(.overridden(because: "life_in_danger"))
        case "refuse": .consent(.refused)
        case "send": .send
        case "accept": .accept
        case "reject": .reject(reason: "no_staff", outcome: "rejected_by_provider")
        case "start": .start
        case "chase": .chase
        case "end": .end(outcome: "partly_provided", source: .client)
        case "give_up": .giveUp(outcome: "no_response", source: .none)
        case "revoke": .revoke(reason: nil, outcome: "already_received_elsewhere")
        default: .drop(outcome: "provided_by_own_agency")
        }
    }
}
