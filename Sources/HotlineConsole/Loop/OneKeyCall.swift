import HotlineDomain

/// A call that one key closed: what taking it back needs to know.
public enum OneKeyCall: Hashable, Sendable {
    /// Nobody was on the line: the key entered a call that had just ended.
    case entered(CallID, started: Instant, ended: Instant, CallContent)
    /// Somebody was: the key ended the call and made it final.
    case closed(CallID)
}

extension OneKeyCall {
    static let because = "typing_error"
    private static let uncounted = "test"

    /// There never was a call: it becomes one of code `test`, which no figure counts.
    /// There was one: it opens to be written up, with the reason chosen.
    var takenBack: [Effect] {
        switch self {
        case .entered(let id, let started, let ended, var content):
            let done: [Effect] = [.forgetOneKeyCall(self), .say(Notice(.done, says: "desk.taken_back"))]
            // Entered as one of that code, it stands in no figure already.
            guard content.code != OneKeyCall.uncounted else { return done }
            content.code = OneKeyCall.uncounted
            let amend = CallCommand.amend(
                revision: 1, reason: OneKeyCall.because, started: started, ended: ended, CallEntry(content))
            return [.perform([.call(id, amend)], then: done)]
        case .closed(let id):
            return [
                .forgetOneKeyCall(self), .open(.amendCall(id, because: OneKeyCall.because)),
                .say(Notice(.hint, says: "desk.opened_again")),
            ]
        }
    }
}
