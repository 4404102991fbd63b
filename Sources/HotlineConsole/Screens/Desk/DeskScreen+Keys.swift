import HotlineDomain
import TerminalUI

public enum DeskCommand: Hashable, Sendable {
    case new, answer, hold, end
    /// One key: the call in progress, or one that just ended, was of this kind.
    case closeAs(String)
    case sos
    case open, otherPane, filter
    case nextLine, backEntry
    /// The last call that one key closed.
    case takeBack
    case calls, escalations, cases, referrals, shift, reports, months, board, registers, admin, audit
    case signOut, quit
}

extension DeskScreen {
    public static let keys = KeyTable<DeskCommand, Requirement>(work + oneKeyCodes + lists + places + leave)

    private static let work: [KeyRow<DeskCommand, Requirement>] = [
        KeyRow(["n"], .new, label: "desk.new", help: "desk.new.help", needs: [.noCallInProgress], rank: 1),
        KeyRow(["s", .function(9), .control("o")], .sos, label: "key.sos", help: "desk.sos.help", rank: 0),
        KeyRow(
            ["a"], .answer, label: "desk.answer", help: "desk.answer.help",
            needs: [.somebodyWaiting, .noCallInProgress], rank: 2),
        KeyRow(["h"], .hold, label: "desk.hold", help: "desk.hold.help", needs: [.callTalkingOrHeld], rank: nil),
        KeyRow(["e"], .end, label: "desk.end", help: "desk.end.help", needs: [.callTalkingOrHeld], rank: 5),
    ]

    /// Which key closes a call as what is part of the code list.
    private static let oneKeyCodes: [KeyRow<DeskCommand, Requirement>] =
        CodeLists.list(.nonCounselling).codes.compactMap { code in
            guard let key = code.key?.unicodeScalars.first else { return nil }
            return KeyRow(
                [.character(key)], .closeAs(code.code), label: "desk.close_as", help: "desk.close_as.help",
                needs: [.nobodyLeftWaiting], rank: 3)
        }

    private static let lists: [KeyRow<DeskCommand, Requirement>] = [
        KeyRow([.enter], .open, label: "desk.open", help: "desk.open.help", rank: 4),
        KeyRow([.tab], .otherPane, label: "desk.other_pane", help: "desk.other_pane.help", rank: nil),
        KeyRow(["/"], .filter, label: "desk.filter", help: "desk.filter.help", rank: 8),
        KeyRow(["b"], .backEntry, label: "desk.back_entry", help: "desk.back_entry.help", rank: 6),
        KeyRow(
            ["u"], .takeBack, label: "desk.take_back", help: "desk.take_back.help", needs: [.oneKeyCall], rank: 57),
        KeyRow(["l"], .nextLine, label: "desk.next_line", help: "desk.next_line.help", rank: nil),
    ]

    private static let places: [KeyRow<DeskCommand, Requirement>] = [
        KeyRow(["c"], .calls, label: "desk.calls", help: "desk.calls.help", rank: 51),
        KeyRow(["o"], .escalations, label: "desk.escalations", help: "desk.escalations.help", rank: 52),
        KeyRow(["f"], .cases, label: "desk.cases", help: "desk.cases.help", rank: 53),
        KeyRow(["r"], .referrals, label: "desk.referrals", help: "desk.referrals.help", rank: 54),
        KeyRow(["t"], .shift, label: "desk.shift", help: "desk.shift.help", rank: 7),
        KeyRow(["m"], .reports, label: "desk.reports", help: "desk.reports.help", rank: 55),
        KeyRow(["p"], .months, label: "desk.months", help: "desk.months.help", needs: [.dutyReadCounts], rank: 62),
        KeyRow(["v"], .board, label: "desk.board", help: "desk.board.help", needs: [.dutyReadCounts], rank: 61),
        KeyRow(["g"], .registers, label: "desk.registers", help: "desk.registers.help", rank: 60),
        KeyRow(["d"], .admin, label: "desk.admin", help: "desk.admin.help", needs: [.dutyErase], rank: 58),
        KeyRow(["i"], .audit, label: "desk.audit", help: "desk.audit.help", needs: [.dutyReadJournal], rank: 59),
    ]

    private static let leave: [KeyRow<DeskCommand, Requirement>] = [
        KeyRow(["x"], .signOut, label: "desk.sign_out", help: "desk.sign_out.help", rank: nil),
        KeyRow(["q", .control("q"), .control("c")], .quit, label: "key.quit", help: "key.quit.help", rank: 56),
    ]
}
