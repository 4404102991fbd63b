extension Call {
    /// What judging a call needs from outside the call.
    public struct Facts: Sendable {
        /// The next number of the business year, `09-0417`, for a call that has none yet.
        public var number: String
        /// Where the times of the command fall.
        public var placement: Placement
        /// The operator already has a caller on the line.
        public var operatorHasLiveCall: Bool

        public init(number: String, placement: Placement, operatorHasLiveCall: Bool) {
            self.number = number
            self.placement = placement
            self.operatorHasLiveCall = operatorHasLiveCall
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
        default:
            guard let call else { throw Refusal(CallRule.unknown) }
            if call.status == .discarded { throw Refusal(CallRule.discarded, ["number": call.number]) }
            return try call.decide(command, facts, occasion)
        }
    }

    private static func begin(
        _ command: CallCommand, _ facts: Facts, _ occasion: Occasion
    ) throws(Refusal) -> [CallEvent] {
        switch command {
        case .start(let line, let at, let country, let language):
            try checkTimes(line: line, from: at, to: at, occasion)
            if facts.operatorHasLiveCall { throw Refusal(CallRule.operatorBusy) }
            try CodeCheck.code(country, .country)
            try CodeCheck.code(language, .language)
            return [
                .started(
                    number: facts.number, line: line, at: at, placement: facts.placement, country: country,
                    language: language)
            ]
        case .enter(let line, let started, let ended, let entry):
            try checkTimes(line: line, from: started, to: ended, occasion)
            try entry.check()
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
        case .hold:
            guard status == .talking else { throw Refusal(CallRule.notTalking) }
            return [.held(at: occasion.now)]
        case .resume:
            guard status == .held else { throw Refusal(CallRule.notHeld) }
            return [.resumed(at: occasion.now)]
        case .transfer(let to):
            guard status == .talking else { throw Refusal(CallRule.notTalking) }
            guard occasion.hotline.operatorNamed(to)?.active == true else {
                throw Refusal(CallRule.unknownOperator, ["operator": to])
            }
            return [.transferred(to: to)]
        case .end(let at):
            guard status.isLive else { throw Refusal(CallRule.notInProgress) }
            try Call.checkTimes(line: line, from: started, to: at, occasion)
            return [.ended(at: at)]
        case .save(let entry):
            guard status != .final else { throw Refusal(CallRule.alreadyFinal, ["number": number]) }
            try entry.check()
            return [.saved(content: entry.content)]
        case .closeAs(let code, let at): return try closing(as: code, at: at, occasion)
        case .finalise: return try finalising()
        case .amend(let revision, let reason, let started, let ended, let entry):
            guard status == .final else { throw Refusal(CallRule.notFinal, ["number": number]) }
            guard revision == self.revision else { throw Refusal(CallRule.changedMeanwhile, ["number": number]) }
            try CodeCheck.required(reason, .amendedBecause, CallRule.needsReason)
            try Call.checkTimes(line: line, from: started, to: ended, occasion)
            try entry.check()
            try checkComplete(entry.content)
            return [
                .amended(
                    revision: revision + 1, reason: reason, started: started, ended: ended,
                    placement: facts.placement, content: entry.content)
            ]
        case .discard(let reason):
            guard status == .draft || status == .wrapUp else {
                throw Refusal(status == .final ? CallRule.alreadyFinal : CallRule.stillTalking, ["number": number])
            }
            if escalation != nil { throw Refusal(CallRule.escalatedIsSOS, ["number": number]) }
            try CodeCheck.required(reason, .discardedBecause, CallRule.needsReason)
            return [.discarded(reason: reason)]
        case .callBackDone:
            guard content.callBackAt != nil, calledBackAt == nil else { throw Refusal(CallRule.noCallBack) }
            return [.calledBack(at: occasion.now)]
        }
    }

    private func closing(as code: String, at: Instant, _ occasion: Occasion) throws(Refusal) -> [CallEvent] {
        guard status != .final else { throw Refusal(CallRule.alreadyFinal, ["number": number]) }
        if escalation != nil { throw Refusal(CallRule.escalatedIsSOS, ["number": number]) }
        try CodeCheck.required(code, .nonCounselling, CallRule.needsCode)
        let end = ended ?? at
        try Call.checkTimes(line: line, from: started, to: end, occasion)
        return [.closedAs(code: code, ended: end)]
    }

    private func finalising() throws(Refusal) -> [CallEvent] {
        switch status {
        case .final: throw Refusal(CallRule.alreadyFinal, ["number": number])
        case .talking, .held: throw Refusal(CallRule.stillTalking, ["number": number])
        case .wrapUp, .draft, .discarded:
            try checkComplete(content)
            return [.finalised(revision: 1)]
        }
    }
}
