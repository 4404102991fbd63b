import HotlineDomain
import TerminalUI

public enum CaseScreenCommand: Hashable, Sendable {
    case triage, hold, followUp, note, refer
    case propose, approve, sendBack, reopen, merge
    case addPerson, edit, addTask, letStand
    case erase, keep
    case readers, open
}

extension CaseScreen {
    public static let keys = KeyTable<CaseScreenCommand, Requirement>([
        KeyRow(["t"], .triage, label: "case.triage", help: "case.triage.help", needs: [.dutyWorkCases], rank: 1),
        KeyRow(
            ["a"], .approve, label: "case.approve", help: "case.approve.help", needs: [.dutyWorkCases, .notProposer],
            rank: 1),
        KeyRow(
            ["b"], .sendBack, label: "case.send_back", help: "case.send_back.help", needs: [.dutyWorkCases], rank: 2),
        KeyRow(["w"], .note, label: "case.note", help: "case.note.help", needs: [.dutyWorkCases], rank: 1),
        KeyRow(["f"], .refer, label: "detail.refer", help: "detail.refer.help", rank: 2),
        KeyRow(["h"], .hold, label: "case.hold", help: "case.hold.help", needs: [.dutyWorkCases], rank: 4),
        KeyRow(
            ["u"], .followUp, label: "case.follow_up", help: "case.follow_up.help", needs: [.dutyWorkCases], rank: 5),
        KeyRow(["p"], .propose, label: "case.propose", help: "case.propose.help", needs: [.dutyWorkCases], rank: 3),
        KeyRow(["o"], .reopen, label: "case.reopen", help: "case.reopen.help", needs: [.dutyWorkCases], rank: 2),
        KeyRow(
            ["m"], .merge, label: "case.merge", help: "case.merge.help", needs: [.dutyWorkCases], isDangerous: true,
            rank: 7),
        KeyRow(
            ["n"], .addPerson, label: "case.add_person", help: "case.add_person.help", needs: [.dutyWorkCases],
            rank: 3),
        KeyRow(["d"], .addTask, label: "case.add_task", help: "case.add_task.help", needs: [.dutyWorkCases], rank: 4),
        KeyRow(["e"], .edit, label: "case.edit", help: "case.edit.help", needs: [.dutyWorkCases], rank: 5),
        KeyRow(
            ["y"], .letStand, label: "case.let_stand", help: "case.let_stand.help", needs: [.dutyWorkCases], rank: 2),
        KeyRow(["v"], .readers, label: "case.show_readers", help: "case.show_readers.help", rank: 8),
        KeyRow([.enter], .open, label: "detail.open", help: "detail.open.help", rank: 6),
        KeyRow(
            ["x"], .erase, label: "detail.erase", help: "case.erase.help", needs: [.dutyErase], isDangerous: true,
            rank: 8),
        KeyRow(["l"], .keep, label: "detail.keep", help: "detail.keep.help", needs: [.dutyErase], rank: 9),
    ])

    public var keysNow: KeyTable<CaseScreenCommand, Requirement> {
        KeyTable(CaseScreen.keys.rows.filter { means($0.command) })
    }

    private func means(_ command: CaseScreenCommand) -> Bool {
        guard let status else { return false }
        switch command {
        case .triage: return status == .opened
        case .hold: return [.active, .onHold, .followUp].contains(status)
        case .followUp: return status == .active
        case .note, .merge, .addPerson, .edit: return status != .duplicate
        case .refer, .addTask: return status.isOpen
        case .propose: return [.active, .onHold, .followUp].contains(status)
        case .approve, .sendBack: return status == .closureProposed
        case .reopen: return status == .closed || status == .closedReferred
        case .erase: return !status.isOpen
        case .letStand: return status != .duplicate && file?.others.lasting.isEmpty == false
        case .readers, .open, .keep: return true
        }
    }
}
