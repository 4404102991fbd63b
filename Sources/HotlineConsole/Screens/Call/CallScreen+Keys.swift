import TerminalUI

public enum CallScreenCommand: Hashable, Sendable {
    case save, hold, end, closeAs, discard, transfer, line, recognise
    case amend, takeUp, raise, calledBack, unmask, withdrawCallBack, refer, escalation
    case erase, keep
}

extension CallScreen {
    public static let keys = KeyTable<CallScreenCommand, Requirement>(writing + reading)

    private static let writing: [KeyRow<CallScreenCommand, Requirement>] = [
        KeyRow([.function(2), .control("s")], .save, label: "call.save", help: "call.save.help", rank: 1),
        KeyRow(
            [.function(3)], .hold, label: "call.hold", help: "call.hold.help", needs: [.callTalkingOrHeld], rank: 3),
        KeyRow([.function(4)], .end, label: "call.end", help: "call.end.help", needs: [.callTalkingOrHeld], rank: 2),
        KeyRow(
            [.function(5)], .closeAs, label: "call.close_as", help: "call.close_as.help", needs: [.unfinishedCall],
            rank: 4),
        KeyRow(
            [.function(8)], .discard, label: "call.discard", help: "call.discard.help", needs: [.unfinishedCall],
            isDangerous: true, rank: 6),
        KeyRow(
            [.function(12), .control("t")], .transfer, label: "call.transfer", help: "call.transfer.help",
            needs: [.callTalkingOrHeld], rank: 41),
        KeyRow(
            [.function(11), .control("g")], .line, label: "call.change_line", help: "call.change_line.help",
            needs: [.unfinishedCall], rank: 42),
        KeyRow([.control("r")], .recognise, label: "call.recognise", help: "call.recognise.help", rank: 7),
    ]

    /// What is about a clock that runs, or a record there is.
    private static let ofRecord: Set<CallScreenCommand> = [.hold, .end, .transfer, .line]

    private static let reading: [KeyRow<CallScreenCommand, Requirement>] = [
        KeyRow(["a"], .amend, label: "call.amend", help: "call.amend.help", needs: [.finalCall, .mayAmend], rank: 1),
        KeyRow(
            ["t"], .takeUp, label: "call.take_up", help: "call.take_up.help", needs: [.finalCall, .mayAmend], rank: 1),
        KeyRow(
            ["s"], .raise, label: "call.raise", help: "call.raise.help", needs: [.finalCall, .noEscalation],
            rank: 5),
        KeyRow(
            ["b"], .calledBack, label: "call.called_back", help: "call.called_back.help", needs: [.callBackOpen],
            rank: 4),
        KeyRow(
            ["v"], .unmask, label: "call.unmask", help: "call.unmask.help", needs: [.callBackNumber], rank: 6),
        KeyRow(
            ["w"], .withdrawCallBack, label: "call.withdraw_call_back", help: "call.withdraw_call_back.help",
            needs: [.callBackOpen], isDangerous: true, rank: 40),
        KeyRow(
            ["e"], .escalation, label: "call.escalation", help: "call.escalation.help", needs: [.hasEscalation],
            rank: 2),
        KeyRow(["r", .function(10)], .refer, label: "call.refer", help: "call.refer.help", rank: 3),
        KeyRow(
            ["x"], .erase, label: "detail.erase", help: "call.erase.help", needs: [.finalCall, .dutyErase],
            isDangerous: true, rank: 6),
        KeyRow(
            ["l"], .keep, label: "detail.keep", help: "detail.keep.help", needs: [.finalCall, .dutyErase], rank: 7),
    ]

    /// Of reading, what also goes while letters are text.
    private static let referWhileWriting = KeyRow<CallScreenCommand, Requirement>(
        [.function(10)], .refer, label: "call.refer", help: "call.refer.help", rank: 5)

    public var keysNow: KeyTable<CallScreenCommand, Requirement> {
        switch mode {
        case .writing: KeyTable(CallScreen.writing + [CallScreen.referWhileWriting])
        case .afterwards: KeyTable(CallScreen.writing.filter { !CallScreen.ofRecord.contains($0.command) })
        case .amending: KeyTable(CallScreen.writing.filter { [.save, .recognise].contains($0.command) })
        case .opening, .reading:
            KeyTable(CallScreen.reading.filter { $0.command != .takeUp || file?.others.lasting.isEmpty == false })
        }
    }
}
