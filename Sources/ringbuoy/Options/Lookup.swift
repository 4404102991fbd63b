import HotlineDomain
import HotlineStore

/// Things by what people and scripts call them: the thirteen characters of an
/// id, or the number that is said aloud.
extension Store {
    /// `09-0417`
    func call(named name: String) throws -> Call {
        let found = try CallID(name).map { try call($0) } ?? call(number: name)
        guard let found else { throw Refusal(CallRule.unknown, ["number": name]) }
        return found
    }

    /// By its own id, by its call's, or by its call's number.
    func escalation(named name: String) throws -> Escalation {
        if let id = EscalationID(name), let found = try escalation(id) { return found }
        if let id = CallID(name), let raised = try call(id)?.escalation, let found = try escalation(raised) {
            return found
        }
        guard let found = try escalation(callNumber: name) else {
            throw Refusal(EscalationRule.unknown, ["number": name])
        }
        return found
    }

    /// `09-19`, also as it is said: `case 09-19`.
    func `case`(named name: String) throws -> Case {
        let number = name.hasPrefix("case ") ? String(name.dropFirst(5)) : name
        let found = try CaseID(number).map { try self.case($0) } ?? self.case(number: number)
        guard let found else { throw Refusal(CaseRule.unknown, ["number": name]) }
        return found
    }

    /// `09-0031`
    func referral(named name: String) throws -> Referral {
        let found = try ReferralID(name).map { try referral($0) } ?? referral(number: name)
        guard let found else { throw Refusal(ReferralRule.unknown, ["number": name]) }
        return found
    }

    func shift(named name: String) throws -> Shift {
        guard let id = ShiftID(name), let found = try shift(id) else { throw Refusal(ShiftRule.unknown) }
        return found
    }

    func handover(named name: String) throws -> Handover {
        guard let id = HandoverID(name), let found = try handover(id) else { throw Refusal(HandoverRule.unknown) }
        return found
    }
}
