/// The questions of `Records`, asked of one thing. The store asks the same in SQL.

extension Call {
    /// Somebody has to finish writing it up: this operator.
    func isDraft(of operatorCode: String) -> Bool { status.isUnfinished && self.operatorCode == operatorCode }

    /// A call-back was agreed that this operator has yet to make.
    func isCallBack(of operatorCode: String) -> Bool {
        status == .final && content.callBackAt != nil && calledBackAt == nil
            && callBackOwner == operatorCode
    }

    /// Its time has come: the promise was the hotline's, and whoever is on keeps it.
    func isCallBackDue(at now: Instant) -> Bool {
        guard let agreed = content.callBackAt else { return false }
        return status == .final && calledBackAt == nil && agreed <= now
    }

    /// Who makes the call-back: the operator, or who took it at a handover.
    var callBackOwner: String { callBackBy ?? operatorCode }
}

extension Escalation {
    /// Until somebody acknowledges it, its keeper's; then whose hands it is in.
    func isOpen(with operatorCode: String) -> Bool {
        switch status {
        case .raised, .assigned: keptBy == operatorCode
        case .inHand: assignee == operatorCode
        case .resolved: false
        }
    }

    func isOpen(of file: Case) -> Bool { isOpen && (openedCase == file.id || file.origin == .escalation(id: id)) }
}

extension Referral {
    /// Somebody has to see that it is sent and answered: this operator.
    func isDue(with operatorCode: String) -> Bool {
        keptBy == operatorCode && [.draft, .ready, .sent].contains(status)
    }
}

extension Entry {
    func isTaskDue(of operatorCode: String, by date: BusinessDate) -> Bool {
        guard status == .open, case .task(let task) = content else { return false }
        return task.responsible == operatorCode && task.due <= date
    }

    /// The same return of the same territory and period.
    func isLike(_ asked: EntryContent.TerritoryReturn) -> Bool {
        guard status != .withdrawn, case .return(let other) = content else { return false }
        return other.territory == asked.territory && other.subject == asked.subject && other.first == asked.first
            && other.last == asked.last
    }
}

extension Shift {
    func isOn(_ operatorCode: String) -> Bool { status.isOn && self.operatorCode == operatorCode }

    func wasOn(_ operatorCode: String, at instant: Instant) -> Bool {
        guard self.operatorCode == operatorCode, let signedOnAt else { return false }
        return signedOnAt <= instant && (endedAt.map { $0 > instant } ?? true)
    }

    /// Takes this operator's time, planned or worked.
    func takes(_ hours: Range<Instant>, of operatorCode: String) -> Bool {
        self.operatorCode == operatorCode && (status.isAhead || status.isOn)
            && plannedStart < hours.upperBound && plannedEnd > hours.lowerBound
    }

    func startsAhead(in hours: Range<Instant>) -> Bool { status.isAhead && hours.contains(plannedStart) }
}
