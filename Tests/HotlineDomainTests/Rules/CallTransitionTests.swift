import HotlineDomain
import Testing

@Suite("A call's states")
struct CallTransitionTests {
    static let table = TransitionTable(
        "call",
        """
                     none        talking         held            wrap_up           draft             final           discarded
        start        talking     !exists         !exists         !exists           !exists           !exists         !exists
        enter        draft       !exists         !exists         !exists           !exists           !exists         !exists
        answer       !unknown_visit !unknown_visit !unknown_visit !unknown_visit !unknown_visit !unknown_visit !discarded
        hold         !unknown    held            !not_talking    !not_talking      !not_talking      !not_talking    !discarded
        resume       !unknown    !not_held       talking         !not_held         !not_held         !not_held       !discarded
        transfer     !unknown    talking         !not_talking    !not_talking      !not_talking      !not_talking    !discarded
        change_line  !unknown    talking         held            wrap_up           draft             !already_final  !discarded
        end          !unknown    wrap_up         wrap_up         !not_in_progress  !not_in_progress  !not_in_progress !discarded
        save         !unknown    talking         held            draft             draft             !already_final  !discarded
        one_key      !unknown    final           final           final             final             !already_final  !discarded
        finalise     !unknown    !still_talking  !still_talking  final             final             !already_final  !discarded
        amend        !unknown    !not_final      !not_final      !not_final        !not_final        final           !discarded
        discard      !unknown    !still_talking  !still_talking  discarded         discarded         !already_final  !discarded
        called_back  !unknown    talking         held            wrap_up           draft             final           !discarded
        withdraw     !unknown    talking         held            wrap_up           draft             final           !discarded
        recognise    !unknown    talking         held            wrap_up           draft             final           !discarded
        """)

    @Test("every call, asked everything", arguments: table.cells)
    func transition(cell: TransitionTable.Cell) throws {
        var desk = Desk()
        let id: CallID = try Call.Status(rawValue: cell.state).map { try desk.call(in: $0) } ?? desk.id()
        let command = command(cell.command, desk)
        try cell.check(&desk, .call(id, command), by: "01") { $0.records.call(id)?.status.rawValue }
    }

    @Test("the table leaves no state out")
    func isWhole() { #expect(Self.table.states.dropFirst().elementsEqual(Call.Status.allCases.map(\.rawValue))) }

    private func command(_ name: String, _ desk: Desk) -> CallCommand {
        let (started, ended) = (desk.now - .minutes(9), desk.now - .minutes(1))
        return switch name {
        case "start": .start(line: "md", at: desk.now, country: nil, language: nil)
        case "enter": .enter(line: "md", started: started, ended: ended, .information)
        case "answer": .answer(VisitID(raw: 1))
        case "hold": .hold
        case "resume": .resume
        case "transfer": .transfer(to: "02")
        case "change_line": .changeLine(to: "pt")
        case "end": .end(at: desk.now)
        case "save": .save(.information)
        case "one_key": .closeAs(code: "prank", at: desk.now)
        case "finalise": .finalise
        case "amend": .amend(revision: 1, reason: "review", started: started, ended: ended, .information)
        case "discard": .discard(reason: "entered_twice")
        case "withdraw": .withdrawCallBack
        case "recognise": .recognise(by: .number(Private("+373 533 12345")))
        default: .callBackDone
        }
    }
}
