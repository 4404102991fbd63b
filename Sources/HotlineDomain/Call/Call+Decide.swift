extension Call {
    /// What judging a call needs from outside the call.
    public struct Facts: Sendable {
        /// The next number of the business year, `09-0417`, for a call that has none yet.
        public var number: String
        /// Where the times of the command fall.
        public var placement: Placement
        /// The date on the line's clock when the call starts.
        public var localDate: BusinessDate
        /// Who would answer, or be transferred to, already has a caller on the line.
        public var operatorHasLiveCall: Bool
        /// When the line's clock shows the time of the call-back, in minutes after midnight.
        public var callBackMinute: Int?
        /// The last day whose figures are final.
        public var closedUntil: BusinessDate?
        /// Of a caller the switch told of: the visit, and the call it has become already.
        public var visit: Visit?
        public var callOfVisit: Call?
        /// The switch told the caller's number.
        public var visitHasNumber = false

        public init(
            number: String, placement: Placement, localDate: BusinessDate, operatorHasLiveCall: Bool,
            callBackMinute: Int? = nil, closedUntil: BusinessDate? = nil
        ) {
            self.number = number
            self.placement = placement
            self.localDate = localDate
            self.operatorHasLiveCall = operatorHasLiveCall
            self.callBackMinute = callBackMinute
            self.closedUntil = closedUntil
        }
    }

    /// Longer than any call; a typing error in a date is found by it.
    public static let durationMax = Span.hours(24)

    public static func decide(
        _ call: Call?, _ command: CallCommand, _ facts: Facts, _ occasion: Occasion
    ) throws(Refusal) -> [CallEvent] {
        switch command {
        case .start, .enter:
            guard call == nil else { throw Refusal(CallRule.exists) }
            return try begin(command, facts, occasion)
        case .answer where call == nil: return try answering(facts, occasion)
        default:
            guard let call else { throw Refusal(CallRule.unknown) }
            if call.status == .discarded { throw call.refusal(.discarded) }
            return try call.decide(command, facts, occasion)
        }
    }

    private static func begin(
        _ command: CallCommand, _ facts: Facts, _ occasion: Occasion
    ) throws(Refusal) -> [CallEvent] {
        switch command {
        case .start(let line, let at, let country, let language):
            try checkTakesCalls(line, facts, occasion.hotline)
            try checkTimes(line: line, from: at, to: at, facts, occasion)
            if facts.operatorHasLiveCall {
                throw Refusal(CallRule.operatorBusy, ["operator": occasion.actor.code])
            }
            try CodeCheck.code(country, .country)
            try CodeCheck.code(language, .language)
            return [
                .started(
                    number: facts.number, line: line, at: at, placement: facts.placement, country: country,
                    language: language)
            ]
        case .enter(let line, let started, let ended, let entry):
            try checkTakesCalls(line, facts, occasion.hotline)
            try checkTimes(line: line, from: started, to: ended, facts, occasion)
            try entry.check(started: started)
            try entry.content.checkCallBack(since: CallContent(), facts)
            return [
                .entered(
                    number: facts.number, line: line, started: started, ended: ended, placement: facts.placement,
                    content: entry.content)
            ]
        default: return []
        }
    }

    private func decide(
        _ command: CallCommand, _ facts: Facts, _ occasion: Occasion
    ) throws(Refusal) -> [CallEvent] {
        switch command {
        case .start, .enter: throw Refusal(CallRule.exists)
        case .answer: return try takingOver(facts, occasion)
        case .hold:
            guard status == .talking else { throw refusal(.notTalking) }
            return [.held(at: occasion.now)]
        case .resume:
            guard status == .held else { throw refusal(.notHeld) }
            return [.resumed(at: occasion.now)]
        case .transfer(let to): return try transferring(to: to, facts, occasion)
        case .changeLine(let to): return try changingLine(to: to, facts, occasion)
        case .end(let at):
            guard status.isLive else { throw refusal(.notInProgress) }
            try Call.checkTimes(line: line, from: heldSince ?? started, to: at, facts, occasion)
            return [.ended(at: at)]
        case .save(let entry):
            guard status != .final else { throw refusal(.alreadyFinal) }
            try entry.check(started: started)
            try entry.content.checkCallBack(since: content, facts)
            try checkNumberIsNeeded(entry.content)
            return [.saved(content: entry.content)]
        case .closeAs(let code, let at): return try closing(as: code, at: at, facts, occasion)
        case .finalise: return try finalising()
        case .amend: return try amending(command, facts, occasion)
        case .discard(let reason):
            guard status != .final else { throw refusal(.alreadyFinal) }
            guard !status.isLive else { throw refusal(.stillTalking) }
            if escalation != nil { throw refusal(.escalatedIsSOS) }
            try CodeCheck.required(reason, .discardedBecause, CallRule.needsReason)
            return [.discarded(reason: reason)]
        case .callBackDone:
            guard content.callBackAt != nil, calledBackAt == nil else { throw refusal(.noCallBack) }
            return [.calledBack(at: occasion.now)]
        case .withdrawCallBack:
            guard content.callBackAt != nil, calledBackAt == nil else { throw refusal(.noCallBack) }
            return [.callBackWithdrawn]
        case .recognise(let clue):
            try clue.check()
            switch clue {
            case .number: return [.recognised(by: .number, codename: nil)]
            case .codename(let name): return [.recognised(by: .codename, codename: name.id)]
            }
        case .unrecognise(let sign):
            guard sign == .number ? numberKnown : codename != nil else { throw refusal(.notRecognised) }
            return [.unrecognised(by: sign)]
        }
    }

    private func transferring(to: String, _ facts: Facts, _ occasion: Occasion) throws(Refusal) -> [CallEvent] {
        guard status == .talking else { throw refusal(.notTalking) }
        guard occasion.hotline.operatorNamed(to)?.active == true else {
            throw Refusal(
                CallRule.unknownOperator, ["operator": to, "known": occasion.hotline.knownOperators])
        }
        guard to != operatorCode else {
            throw Refusal(CallRule.alreadyTheirs, ["number": number, "operator": to])
        }
        if facts.operatorHasLiveCall { throw Refusal(CallRule.operatorBusy, ["operator": to]) }
        return [.transferred(to: to)]
    }

    private func changingLine(to code: String, _ facts: Facts, _ occasion: Occasion) throws(Refusal) -> [CallEvent] {
        guard status != .final else { throw refusal(.alreadyFinal) }
        try Call.checkTakesCalls(code, facts, occasion.hotline)
        try Call.checkTimes(line: code, from: started, to: ended ?? started, facts, occasion)
        return code == line ? [] : [.lineChanged(to: code, placement: facts.placement)]
    }

    private func closing(
        as code: String, at: Instant, _ facts: Facts, _ occasion: Occasion
    ) throws(Refusal) -> [CallEvent] {
        guard status != .final else { throw refusal(.alreadyFinal) }
        if escalation != nil { throw refusal(.escalatedIsSOS) }
        try CodeCheck.required(code, .nonCounselling, CallRule.needsCode)
        let end = ended ?? at
        try Call.checkTimes(line: line, from: heldSince ?? started, to: end, facts, occasion)
        return [.closedAs(code: code, ended: end)]
    }

    private func finalising() throws(Refusal) -> [CallEvent] {
        switch status {
        case .final: throw refusal(.alreadyFinal)
        case .talking, .held: throw refusal(.stillTalking)
        case .wrapUp, .draft, .discarded:
            try checkComplete(content)
            return [.finalised(revision: 1)]
        }
    }

    private func amending(
        _ command: CallCommand, _ facts: Facts, _ occasion: Occasion
    ) throws(Refusal) -> [CallEvent] {
        guard case .amend(let revision, let reason, let started, let ended, let entry) = command else { return [] }
        guard status == .final else { throw refusal(.notFinal) }
        guard revision == self.revision else { throw refusal(.changedMeanwhile) }
        try CodeCheck.required(reason, .amendedBecause, CallRule.needsReason)
        try Call.checkTimes(line: line, from: started, to: ended, facts, occasion)
        try entry.check(started: started)
        try entry.content.checkCallBack(since: content, facts)
        try checkNumberIsNeeded(entry.content)
        try checkComplete(entry.content)
        try checkStaysInMonth(facts)
        if started == self.started, ended == self.ended, entry.content == content { throw refusal(.changesNothing) }
        return [
            .amended(
                revision: revision + 1, reason: reason, started: started, ended: ended, placement: facts.placement,
                content: entry.content)
        ]
    }

    /// A closed month neither loses a call nor gains one; within a month a call may move.
    private func checkStaysInMonth(_ facts: Facts) throws(Refusal) {
        guard let closedUntil = facts.closedUntil else { return }
        let (old, new) = (placement.businessDate, facts.placement.businessDate)
        guard min(old, new) <= closedUntil, old.firstOfMonth != new.firstOfMonth else { return }
        throw Refusal(CallRule.monthClosed, ["number": number, "month": Period(month: min(old, new)).name])
    }

    func refusal(_ rule: CallRule) -> Refusal { Refusal(rule, ["number": number]) }
}
