import HotlineDomain
import HotlineStore
import HotlineSwitch
import TerminalUI
import Wording

/// The operator's place: who waits, what was done today, the own call, what is
/// due, who is on.
public struct DeskScreen: ConsoleScreen {
    public static let title = "desk.title"

    /// Where the cursor is.
    enum Place: Hashable, Sendable {
        case waiting(SwitchCallID)
        case today
        case due(Int)
    }

    var today = ListPane<CallRow>(pageRows: 60)
    var place = Place.today
    /// The line of the next call that is begun by hand; nil for the hotline's first.
    var line: String?
    /// Whose answer the list is: the date and what was typed.
    var filter = CallFilter()

    public init() {}

    public var isWriting: Bool { today.isWriting }

    public func detail(_ command: DeskCommand, _ situation: Situation) -> String {
        guard case .closeAs(let code) = command else { return "" }
        return situation.label(.nonCounselling, code)
    }

    /// A call begun by hand, with what is likely until somebody says otherwise.
    func defaults(_ situation: Situation) -> (line: String, country: String?, language: String?) {
        // A line may have been closed since it was chosen.
        situation.callDefaults(line: situation.linesOpen.first { $0.code == line }?.code)
    }
}

/// Something that has to be done, soonest first.
enum DueItem: Hashable, Sendable {
    case acknowledge(Escalation)
    /// One's own SOS, until whoever was told acknowledges it.
    case keptSOS(Escalation)
    case handover(Handover, items: Int)
    case draft(Call)
    case callBack(Call, at: Instant)
    case referral(Referral, due: Instant)
    case task(EntryFile)
    case caseTask(DueCaseTask)
    /// Written of in two places at once: somebody is to look at both.
    case divergence(Divergence, Route)

    var route: Route {
        switch self {
        case .acknowledge(let escalation), .keptSOS(let escalation): .escalation(escalation.id)
        case .handover(let handover, _): .handover(handover.id)
        case .draft(let call), .callBack(let call, _): .call(call.id)
        case .referral(let referral, _): .referral(referral.id)
        case .task: .registers(.task)
        case .caseTask(let due): .case(due.file.id)
        case .divergence(_, let route): route
        }
    }
}

extension Situation {
    /// What is due: SOS that nobody has acknowledged and handovers to take first, then what has a time.
    var due: [DueItem] {
        let code = person?.code
        let unacknowledged = live.escalations.filter { !$0.isAcknowledged }.compactMap { escalation -> DueItem? in
            if escalation.assignee == code { return .acknowledge(escalation) }
            return escalation.keptBy == code ? .keptSOS(escalation) : nil
        }
        let handovers = live.handovers.filter { $0.from != code }.map { handover in
            DueItem.handover(handover, items: handover.items.count { $0.state != .acknowledged })
        }
        let drafts = myCalls.filter { $0.id != currentCall?.id }
        var timed: [(Instant, DueItem)] = live.callBacks.compactMap { call in
            call.content.callBackAt.map { ($0, .callBack(call, at: $0)) }
        }
        timed += live.referralsSent.compactMap { referral in
            referral.dueAt.map { ($0, .referral(referral, due: $0)) }
        }
        let caseTasks = live.caseTasks.filter { $0.task.responsible == code }.map { DueItem.caseTask($0) }
        // Two people may have taken turns at one thing: it is one thing to look at.
        var told: Set<Subject> = []
        let divergences = live.divergences.filter(concerns).compactMap { divergence -> DueItem? in
            guard let route = divergence.route, told.insert(divergence.subject).inserted else { return nil }
            return .divergence(divergence, route)
        }
        return unacknowledged + handovers + divergences + drafts.map { .draft($0) }
            + timed.sorted { $0.0 < $1.0 }.map(\.1) + myTasks.map { .task($0) } + caseTasks
    }
}
