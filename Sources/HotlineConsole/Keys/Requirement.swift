import HotlineDomain
import HotlineStore
import HotlineSwitch

/// What must be so before a key can act. What is missing is said in a sentence
/// (`needs.<name>`), and the key stands faint in the bar meanwhile.
public enum Requirement: String, Hashable, Sendable, CaseIterable {
    case signedIn = "signed_in"
    case somebodyWaiting = "somebody_waiting"
    /// Rings at the operator's telephone, or is on the line there.
    case callerForMe = "caller_for_me"
    case noCallInProgress = "no_call_in_progress"
    case callInProgress = "call_in_progress"
    case callTalkingOrHeld = "call_talking_or_held"
    /// Whoever waits is answered before a call is entered that has ended.
    case nobodyLeftWaiting = "nobody_left_waiting"
    /// One key closed a call that can be taken back.
    case oneKeyCall = "one_key_call"
    case onShift = "on_shift"
    case supervisor
    case responder
    /// Something is under the cursor.
    case selection
    case unfinishedCall = "unfinished_call"
    case finalCall = "final_call"
    case mayAmend = "may_amend"
    case callBackOpen = "call_back_open"
    case callBackNumber = "call_back_number"
    case hasEscalation = "has_escalation"
    case noEscalation = "no_escalation"
    /// The thing on the screen has not ended.
    case open
    case leftOver = "left_over"
    case notOnShift = "not_on_shift"
    /// The cursor is on a pattern of some day, or on a shift in it.
    case rosterSlot = "roster_slot"
    case shiftAhead = "shift_ahead"
    case shiftUnconfirmed = "shift_unconfirmed"
    case shiftOn = "shift_on"
    case ownShiftOrSupervisor = "own_shift_or_supervisor"
    case handoverThere = "handover_there"
    /// The item under the cursor waits for somebody.
    case itemOpen = "item_open"
    /// Any of the handover's does.
    case anyItemOpen = "any_item_open"
    case notOutgoing = "not_outgoing"
    /// Somebody else proposed to close the case.
    case notProposer = "not_proposer"
    case figure
    /// Somebody who gave up waiting, and was not called back.
    case givenUp = "given_up"
    case sosFigure = "sos_figure"
    case dutyAnswerCalls = "duty_answer_calls"
    case dutyReadCalls = "duty_read_calls"
    case dutyReadCounts = "duty_read_counts"
    case dutyKeepRegisters = "duty_keep_registers"
    case dutyWorkCases = "duty_work_cases"
    case dutyWorkShifts = "duty_work_shifts"
    case dutyPlanShifts = "duty_plan_shifts"
    case dutyUnmask = "duty_unmask"
    /// The provider has an address that is not everybody's to see.
    case confidentialAddress = "confidential_address"
    /// A line of a register is under the cursor.
    case registerLine = "register_line"
    /// It has not come to its end.
    case registerLineOpen = "register_line_open"
    case aReturn = "a_return"
    case aTask = "a_task"
    /// What is shown is kept by hand, as call-backs are not.
    case aRegister = "a_register"
    case dutyCloseMonths = "duty_close_months"
    case dutyExport = "duty_export"
    /// The month under the cursor is over, and nobody has closed it.
    case monthToClose = "month_to_close"
    /// Somebody has calls to finish before it can be closed.
    case draftsLeft = "drafts_left"
    /// A pack is on the screen, and nothing stands in its way so far.
    case packThere = "pack_there"
    /// One at a time.
    case noPackGoing = "no_pack_going"
    case dutySetUp = "duty_set_up"
    case dutyStaff = "duty_staff"
    case dutyReadJournal = "duty_read_journal"
    case dutyErase = "duty_erase"
    /// There are passphrases to give.
    case sealedStore = "sealed_store"
    /// The operator under the cursor has a way in.
    case hasSlot = "has_slot"
    case activePerson = "active_person"
    case disabledPerson = "disabled_person"
    /// The list names something whose time is over.
    case somethingDue = "something_due"
}

extension Requirement {
    /// The duty that it is; nil for what is no matter of who sits here.
    var duty: Duty? {
        switch self {
        case .dutyAnswerCalls: .answerCalls
        case .dutyReadCalls: .readCalls
        case .dutyReadCounts: .readCounts
        case .dutyKeepRegisters: .keepRegisters
        case .dutyWorkCases: .workCases
        case .dutyWorkShifts: .workShifts
        case .dutyPlanShifts: .planShifts
        case .dutyUnmask: .unmask
        case .dutyCloseMonths: .closeMonths
        case .dutyExport: .export
        case .dutyErase: .erase
        case .dutySetUp: .setUp
        case .dutyStaff: .staff
        case .dutyReadJournal: .readJournal
        default: nil
        }
    }
}

extension Situation {
    /// What can be told without knowing the screen; a screen answers the rest.
    func isMet(_ requirement: Requirement) -> Bool {
        switch requirement {
        case .signedIn: person != nil
        case .somebodyWaiting: queue.longestWaiting != nil || telephone.first != nil
        case .callerForMe: telephone.first != nil
        case .noCallInProgress: liveCall == nil
        case .callInProgress: currentCall != nil
        case .callTalkingOrHeld: liveCall != nil
        // Whom a switch has in its queue, it rings: nobody here can do more.
        case .nobodyLeftWaiting: currentCall != nil || queue.longestWaiting == nil || telephone.isTold
        case .oneKeyCall: !oneKeyCalls.isEmpty
        case .onShift: isOnShift
        case .notOnShift: !isOnShift
        case .supervisor: has(.supervisor)
        case .responder: has(.specialist) || has(.supervisor)
        case .dutyAnswerCalls, .dutyReadCalls, .dutyReadCounts, .dutyKeepRegisters, .dutyWorkCases, .dutyWorkShifts,
            .dutyPlanShifts,
            .dutyUnmask, .dutyCloseMonths, .dutyExport, .dutyErase, .dutySetUp, .dutyStaff, .dutyReadJournal:
            requirement.duty.map { person?.may($0) ?? false } ?? true
        case .sealedStore: !about.isOpen
        case .noPackGoing: !(packWork?.isGoing ?? false)
        case .selection, .unfinishedCall, .finalCall, .mayAmend, .callBackOpen, .callBackNumber, .hasEscalation,
            .noEscalation, .open,
            .leftOver, .rosterSlot,
            .shiftAhead, .shiftUnconfirmed, .shiftOn, .ownShiftOrSupervisor, .handoverThere, .itemOpen, .anyItemOpen,
            .notOutgoing,
            .notProposer,
            .figure, .givenUp, .sosFigure, .confidentialAddress, .registerLine, .registerLineOpen, .aReturn, .aTask,
            .aRegister, .monthToClose, .draftsLeft, .packThere,
            .hasSlot, .activePerson, .disabledPerson, .somethingDue:
            true
        }
    }
}
