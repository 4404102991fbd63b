import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

/// SOS from anywhere: one key, at once, without a question, without a letter lost.
extension Console {
    mutating func raiseSOS(_ around: Surroundings) -> [Effect] {
        overlay = nil
        if let call = callForSOS {
            if call.escalation != nil {
                notice = Notice(.alarm, says: "sos.already", ["number": call.number, "to": told(call)])
                return [.ring]
            }
            return [.perform([.escalation(around.newID(), .raise(call: call.id))], then: [.ring])]
        }
        let id: CallID = around.newID()
        // A telephone is picked up before the switch can tell of it: at the first ring it is of who rings.
        let caller = callerOnLine ?? callerRinging
        let start = caller.map { CallCommand.answer($0) } ?? situation.beginning(around)
        // On the desk there is nothing to keep on the screen: go where one can write.
        let then: [Effect] = top is DeskScreen ? [.ring, .open(.call(id))] : [.ring]
        return [.perform([.call(id, start), .escalation(around.newID(), .raise(call: id))], then: then)]
    }

    /// The call on the screen, if it is one's own and unfinished, else the call in progress; one that
    /// is being written up only while nobody else is on the line.
    private var callForSOS: Call? {
        if let shown = top.callShown, let call = situation.myCalls.first(where: { $0.id == shown }) { return call }
        return situation.liveCall ?? (callerOnLine == nil ? situation.currentCall : nil)
    }

    /// Answered on the telephone, with no call yet.
    private var callerOnLine: VisitID? {
        guard let caller = situation.telephone.first, caller.call == nil,
            case .onLine = caller.visit.phase(for: situation.person?.code, at: situation.now)
        else { return nil }
        return caller.id
    }

    /// At one's own telephone, and nobody is on the line.
    private var callerRinging: VisitID? {
        guard let caller = situation.telephone.first, caller.call == nil,
            case .ringing = caller.visit.phase(for: situation.person?.code, at: situation.now)
        else { return nil }
        return caller.id
    }

    private func told(_ call: Call) -> String {
        situation.live.escalations.first { $0.id == call.escalation }?.assignee ?? "\u{2013}"
    }

    /// Says what follows from events that nobody must miss: an SOS, and who was told.
    mutating func announce(_ events: [Event]) {
        for event in events {
            guard case .escalation(let id, .raised(_, let number, _)) = event else { continue }
            let told = events.compactMap { event -> String? in
                if case .escalation(id, .assigned(let to)) = event { return to }
                return nil
            }
            // How one that was raised by mistake ends is said with it: nothing takes it back.
            let mistake = ["outcome": CodeInList(.escalationOutcome, "not_confirmed")]
            notice =
                told.first.map { Notice(.alarm, says: "sos.raised", ["number": number, "to": $0], codes: mistake) }
                ?? Notice(.alarm, says: "sos.raised_nobody", ["number": number])
        }
    }
}

extension Situation {
    /// Nobody is on the line as far as this desk knows: the call begins now.
    fileprivate func beginning(_ around: Surroundings) -> CallCommand {
        let given = callDefaults()
        return .start(line: given.line, at: around.now, country: given.country, language: given.language)
    }
}
