extension Call {
    /// What a final call must have: its class; for a non-counselling call the
    /// code and nothing else; for every other an outcome; for an SOS its escalation.
    func checkComplete(_ content: CallContent) throws(Refusal) {
        guard let callClass = content.callClass else { throw refusal(.needsClass) }
        if escalation != nil, callClass != .sos { throw refusal(.escalatedIsSOS) }
        if escalation == nil, callClass != .sos, content.outcome == "escalated" { throw refusal(.notEscalated) }
        switch callClass {
        case .nonCounselling:
            if content.code == nil { throw Refusal(CallRule.needsCode) }
        case .sos:
            if escalation == nil { throw refusal(.sosNeedsEscalation) }
            if content.outcome == nil { throw refusal(.needsOutcome) }
        case .information, .counselling, .followUp, .professional:
            if content.outcome == nil { throw refusal(.needsOutcome) }
        }
    }

    /// A call comes in on a line that is there and has not been closed. One that
    /// came in before may still be ended and amended.
    static func checkTakesCalls(_ code: String, _ facts: Facts, _ hotline: Hotline) throws(Refusal) {
        guard let line = hotline.line(code) else {
            throw Refusal(CallRule.unknownLine, ["line": code, "known": hotline.knownLines])
        }
        if let until = line.until, facts.localDate > line.since, !line.takesCalls(on: facts.localDate) {
            throw Refusal(CallRule.afterLineClosed, ["line": code, "until": until.description])
        }
    }

    static func checkTimes(
        line code: String, from: Instant, to: Instant, _ facts: Facts, _ occasion: Occasion
    ) throws(Refusal) {
        if to < from { throw Refusal(CallRule.endsBeforeItStarts) }
        // A minute's grace: two desks' clocks are never quite the same.
        if to > occasion.now + .minutes(1) { throw Refusal(CallRule.inTheFuture) }
        if to - from > durationMax { throw Refusal(CallRule.tooLong, ["hours": String(durationMax.minutes / 60)]) }
        if let since = occasion.hotline.line(code)?.since, facts.localDate < since {
            throw Refusal(CallRule.beforeLineExisted, ["line": code, "since": since.description])
        }
    }
}

extension CallEntry {
    /// Codes exist in their lists, words can be kept, nobody is called back
    /// before they called.
    func check(started: Instant) throws(Refusal) {
        try CodeCheck.code(content.code, .nonCounselling)
        if content.code != nil, content.callClass != .nonCounselling { throw Refusal(CallRule.codeWithoutClass) }
        try CodeCheck.code(content.caller, .caller)
        try CodeCheck.code(content.country, .country)
        try CodeCheck.code(content.language, .language)
        for topic in content.topics { try CodeCheck.code(topic, .topic) }
        try CodeCheck.code(content.sex, .sex)
        try CodeCheck.code(content.ageBand, .ageBand)
        try CodeCheck.code(content.heard, .heard)
        try CodeCheck.code(content.outcome, .callOutcome)
        try CodeCheck.code(content.offShiftReason, .offShiftBecause)
        if let callBack = content.callBackAt, callBack <= started { throw Refusal(CallRule.callBackBeforeCall) }
        try region?.check(Written.regionLengthMax, isOneLine: true)
        try note?.check()
        try checkCallBackNumber()
    }

    /// It is dialled by whoever calls back, so it is as much a number as one that somebody calls from.
    private func checkCallBackNumber() throws(Refusal) {
        guard let callBackNumber else { return }
        try callBackNumber.check(CallBackTerms.numberLengthMax, isOneLine: true)
        guard CallerNumber(callBackNumber.text.revealed) != nil else {
            throw Refusal(CallRule.callBackNumberUnreadable)
        }
    }
}
