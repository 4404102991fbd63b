import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// What one leaves behind when one gets up from the desk.
extension Situation {
    /// Asked about first where something of one's own is open.
    func leaving(by way: Effect) -> [Effect] {
        openAtLeaving.isEmpty ? [way] : [.ask(.quitWithOpenWork, then: [way])]
    }

    /// Everything of one's own that is open, the most urgent first.
    var openAtLeaving: [Notice] {
        guard let code = person?.code else { return [] }
        return keptSOS.map {
            Notice(.alarm, says: "leave.sos", ["number": $0.callNumber, "age": age(since: $0.raisedAt)])
        }
            + callsAtLeaving + draftsAtLeaving + handoversAtLeaving(from: code) + packAtLeaving
    }

    /// SOS that nobody has acknowledged and that are one's own until somebody does, oldest first.
    var keptSOS: [Escalation] {
        live.escalations.filter { !$0.isAcknowledged && $0.keptBy == person?.code }
    }

    private var callsAtLeaving: [Notice] {
        myCalls.map { call in
            guard call.status.isLive else { return Notice(.hint, says: "leave.call", ["number": call.number]) }
            return Notice(
                .warning, says: "leave.caller", ["number": call.number, "time": duration(now - call.started)])
        }
    }

    /// Forms that were typed into, but for those of calls that are named already.
    private var draftsAtLeaving: [Notice] {
        let calls = Set(myCalls.map { DraftKey(CallScreen.draftForm, $0.id.raw) })
        let count = drafts.keys.count { !calls.contains($0) }
        return count == 0 ? [] : [Notice(.hint, says: "leave.drafts", n: count)]
    }

    /// A pack that is being made is dropped: half of one is none.
    private var packAtLeaving: [Notice] {
        guard let work = packWork, work.isGoing else { return [] }
        return [
            Notice(
                .warning, says: work.errand.isDraft ? "leave.pack.draft" : "leave.pack",
                [
                    "donor": hotline.donor(work.errand.donor)?.name ?? work.errand.donor,
                    "period": PackWords(say).within(work.errand.period),
                ])
        ]
    }

    private func handoversAtLeaving(from code: String) -> [Notice] {
        live.handovers.filter { $0.from == code }.compactMap { handover in
            let open = handover.items.count { $0.state == .open }
            return open == 0 ? nil : Notice(.warning, says: "leave.handover", n: open)
        }
    }
}
