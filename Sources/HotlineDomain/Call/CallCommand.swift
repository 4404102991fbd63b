/// What can be asked of a call.
public enum CallCommand: Hashable, Sendable {
    /// The operator answers. `at` is when; a switch may say it was a moment ago.
    case start(line: String, at: Instant, country: String?, language: String?)
    /// The operator takes a caller whom the switch told of: with the line, country
    /// and language of the visit, and the clock as the switch has it. A call that
    /// was transferred to the operator is the one there was.
    case answer(VisitID)
    case hold
    case resume
    case transfer(to: String)
    /// The caller dialled another line than the one it was begun on.
    case changeLine(to: String)
    case end(at: Instant)
    /// A call that ended earlier, with typed times.
    case enter(line: String, started: Instant, ended: Instant, CallEntry)
    /// What was typed so far; a call in wrap-up becomes a draft.
    case save(CallEntry)
    /// One key: a silent, prank or wrong-number call needs its code and nothing else.
    case closeAs(code: String, at: Instant)
    case finalise
    /// `revision` is the one the person saw; somebody else's later change is not overwritten.
    case amend(revision: Int, reason: String, started: Instant, ended: Instant, CallEntry)
    case discard(reason: String)
    /// The call-back that was agreed has been made.
    case callBackDone
    /// The caller does not want it any more, or cannot be reached for good.
    case withdrawCallBack
    /// Whoever calls may have called before.
    case recognise(by: CallerClue)
    /// The clue was somebody else's: it goes, and what was recognised by it.
    case unrecognise(CallerSign)
}

/// Content on its way in: the codes, and the words with the ids the client gave them.
public struct CallEntry: Hashable, Sendable {
    public var content: CallContent
    public var region: Written?
    public var note: Written?
    /// Where the caller wants to be called back.
    public var callBackNumber: Written?

    /// The ids of `region`, `note` and `callBackNumber` are entered into the content; words that
    /// are not given again keep the id the content already has.
    public init(
        _ content: CallContent, region: Written? = nil, note: Written? = nil, callBackNumber: Written? = nil
    ) {
        var content = content
        if let region { content.region = region.id }
        if let note { content.note = note.id }
        if let callBackNumber { content.callBack?.number = callBackNumber.id }
        self.content = content
        self.region = region
        self.note = note
        // Nowhere to call it for.
        self.callBackNumber = content.callBack == nil ? nil : callBackNumber
    }
}
