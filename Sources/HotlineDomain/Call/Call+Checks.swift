extension Call {
    /// What a final call must have: its class; for a non-counselling call the
    /// code and nothing else; for every other an outcome; for an SOS its escalation.
    func checkComplete(_ content: CallContent) throws(Refusal) {
        guard let callClass = content.callClass else { throw Refusal(CallRule.needsClass) }
        if escalation != nil, callClass != .sos { throw Refusal(CallRule.escalatedIsSOS, ["number": number]) }
        switch callClass {
        case .nonCounselling:
            if content.code == nil { throw Refusal(CallRule.needsCode) }
        case .sos:
            if escalation == nil { throw Refusal(CallRule.sosNeedsEscalation, ["number": number]) }
            if content.outcome == nil { throw Refusal(CallRule.needsOutcome) }
        case .information, .counselling, .followUp, .professional:
            if content.outcome == nil { throw Refusal(CallRule.needsOutcome) }
        }
    }

    static func checkTimes(line code: String, from: Instant, to: Instant, _ occasion: Occasion) throws(Refusal) {
        guard let line = occasion.hotline.line(code) else {
            throw Refusal(
                CallRule.unknownLine,
                ["line": code, "known": occasion.hotline.lines.map(\.code).joined(separator: ", ")])
        }
        if to < from { throw Refusal(CallRule.endsBeforeItStarts) }
        // A minute's grace: two desks' clocks are never quite the same.
        if to > occasion.now + .minutes(1) { throw Refusal(CallRule.inTheFuture) }
        if to - from > durationMax { throw Refusal(CallRule.tooLong, ["hours": "24"]) }
        // The line's first day anywhere on earth begins 14 hours before UTC's.
        if from < Instant(seconds: line.since.days * 86_400) - .hours(14) {
            throw Refusal(CallRule.beforeLineExisted, ["line": code, "since": line.since.description])
        }
    }
}

extension CallEntry {
    /// Codes exist in their lists, words can be kept.
    func check() throws(Refusal) {
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
        try region?.check(Written.regionLengthMax)
        try note?.check()
    }
}
