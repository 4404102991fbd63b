import HotlineDomain
import HotlineStore

// What a screen about one thing shows: the thing, what hangs on it, and the
// words that were written about it.

/// A call with its words.
public struct CallFile: Hashable, Sendable {
    public var call: Call
    public var note: Private<String>?
    public var region: Private<String>?
    public var codename: Private<String>?
    /// Of whoever calls, where there is something to recognise them by.
    public var recognition: Recognition?
    public var escalation: Escalation?
    /// What of its words was erased, and whether they are held.
    public var keeping = Keeping()
    /// There are words, and whoever looks is not to read them.
    public var isWithheld = false
    public var divergence: Divergence?
    public var others = Others()
}

/// An escalation with the call it was raised from.
public struct EscalationFile: Hashable, Sendable {
    public var escalation: Escalation
    public var call: Call?
    public var callNote: Private<String>?
    public var reason: Private<String>?
    public var place: Private<String>?
    public var openedCase: Case?
    public var keeping = Keeping()
    public var divergence: Divergence?
    public var others = Others()
}

/// A case with everything that hangs on it.
public struct CaseFile: Hashable, Sendable {
    public var `case`: Case
    public var escalation: Escalation?
    public var referrals: [Referral]
    /// In the order written; nil for one that was erased.
    public var notes: [Private<String>?]
    /// What its people, its tasks and what is known of them say, by record; none for an erased one.
    public var words: [WordsID: Private<String>] = [:]
    /// The case that stands for this one since they were merged.
    public var mergedInto: Case?
    public var keeping = Keeping()
    /// Who has opened it to read it, who did so last first.
    public var readers: [Store.Reader] = []
    /// Two people wrote of it without having seen each other's work, and nobody has acted with both in sight.
    public var divergence: Divergence?
    /// Of that what does not stand; until somebody has written the field anew.
    public var others = Others()
}

/// A referral with the number people know its origin by.
public struct ReferralFile: Hashable, Sendable {
    public var referral: Referral
    public var originNumber: String?
    public var divergence: Divergence?
    public var others = Others()
}

/// A handover with what its items are about, in their order.
public struct HandoverFile: Hashable, Sendable {
    public var handover: Handover
    public var things: [HandedThing]
}

/// A line of a register, with what a task says.
public struct EntryFile: Hashable, Sendable {
    public var entry: Entry
    public var what: Private<String>?
}

/// What one item of a handover is about.
public enum HandedThing: Hashable, Sendable {
    case escalation(Escalation)
    case draft(Call)
    case callBack(Call)
    case referral(Referral)
    case task(Entry, what: Private<String>?)
    /// What it says is read in the case.
    case caseTask(Case, CaseTask)
    case places(provider: String, places: Int, taken: Int)
    case note(Private<String>)
    /// It cannot be read any more, a note that was erased for one.
    case gone(HandoverContent)
}

/// One event of something's history.
public struct HistoryRow: Hashable, Sendable {
    public var stamp: Stamp
    public var event: Event
    /// What was written with it; nil where nothing was, or where it was erased.
    public var words: Private<String>?
    /// Where they were erased: when and why.
    public var erasure: Erasure?
}

/// What is known about somebody who signs in.
public struct SignInFacts: Hashable, Sendable {
    public var person: Operator
    /// The shift the person is on already.
    public var current: Shift?
    /// The planned shift that may be signed on to now.
    public var planned: Shift?
    /// What a dead console left, oldest first.
    public var leftOver: [Draft]
}

extension CallFile {
    /// A call without its words.
    init(call: Call) { self.init(call: call, note: nil, region: nil, escalation: nil, isWithheld: false) }
}

extension Entry {
    func isTask(of operatorCode: String?) -> Bool {
        if case .task(let task) = content { task.responsible == operatorCode } else { false }
    }
}
