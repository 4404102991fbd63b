extension Keeping {
    /// What judging needs from outside of the words.
    public struct Facts: Sendable {
        /// What it belongs to; nil where there is no such thing.
        public var related: Related?
        /// The first part of it that is held.
        public var held: (thing: Related.Thing, hold: Hold)?
        /// What would go, by the thing it was said of, in order.
        public var words: [(subject: Subject, ids: [WordsID])]
        /// The case has somebody of this number.
        public var personIsKnown: Bool

        public init(
            related: Related?, held: (thing: Related.Thing, hold: Hold)? = nil,
            words: [(subject: Subject, ids: [WordsID])] = [], personIsKnown: Bool = false
        ) {
            self.related = related
            self.held = held
            self.words = words
            self.personIsKnown = personIsKnown
        }
    }

    /// What is erased is erased as the consequence of these events, one for each thing.
    static func decide(
        _ subject: Subject, _ keeping: Keeping, _ command: ErasureCommand, _ facts: Facts, _ occasion: Occasion
    ) throws(Refusal) -> [(subject: Subject, event: ErasureEvent)] {
        guard let related = facts.related, let thing = related.thing(subject) else {
            throw Refusal(ErasureRule.unknown, ["kind": subject.kind.rawValue])
        }
        let about = ["kind": subject.kind.rawValue, "number": thing.name]
        switch command {
        case .erase(let because, let person, _):
            try CodeCheck.required(because, .erasedBecause, ErasureRule.needsReason)
            if Erasure.ofProgram.contains(because) {
                throw Refusal(ErasureRule.programsReason, about.merging(["because": because]) { $1 })
            }
            if let person {
                guard subject.kind == .case else { throw Refusal(ErasureRule.onlyOfCase, about) }
                guard facts.personIsKnown else {
                    throw Refusal(ErasureRule.unknownPerson, about.merging(["person": String(person)]) { $1 })
                }
            }
            try refuseUnlessFree(facts, related, about)
            return facts.erased(because, person)
        case .retire(let listed, .callBack?):
            guard listed <= occasion.now else { throw Refusal(RetentionRule.listedLater) }
            // The call may still be worked on: its number is needed by nobody any more.
            try refuseUnlessFree(facts, nil, about)
            try refuseUnlessSpent(subject, related, listed, about, occasion)
            return facts.erased(Erasure.retention, nil)
        case .retire(let listed, _):
            guard listed <= occasion.now else { throw Refusal(RetentionRule.listedLater) }
            try refuseUnlessFree(facts, related, about)
            try refuseUnlessDue(subject, related, listed, about, occasion)
            return facts.erased(Erasure.retention, nil)
        case .hold(let because):
            try CodeCheck.required(because, .keptBecause, ErasureRule.needsReason)
            if keeping.hold != nil { throw Refusal(ErasureRule.alreadyHeld, about) }
            return [(subject, .held(kind: subject.kind, because: because))]
        case .release(let because):
            try CodeCheck.required(because, .releasedBecause, ErasureRule.needsReason)
            if keeping.hold == nil { throw Refusal(ErasureRule.notHeld, about) }
            return [(subject, .released(kind: subject.kind, because: because))]
        }
    }

    private static func refuseUnlessFree(
        _ facts: Facts, _ related: Related?, _ about: [String: String]
    ) throws(Refusal) {
        if let open = related?.open { throw Refusal(ErasureRule.isOpen, about.naming(open)) }
        if let held = facts.held {
            throw Refusal(
                ErasureRule.isHeld, about.naming(held.thing).merging(["because": held.hold.because]) { $1 })
        }
        if facts.words.allSatisfy(\.ids.isEmpty) { throw Refusal(ErasureRule.nothingLeft, about) }
    }

    private static func refuseUnlessSpent(
        _ subject: Subject, _ related: Related, _ listed: Instant, _ about: [String: String], _ occasion: Occasion
    ) throws(Refusal) {
        guard let days = occasion.hotline.settings.retention.rule(.callBack, nil).days,
            let since = related.callBackSince(subject)
        else { throw Refusal(ErasureRule.notDue, about) }
        guard since + .days(Int64(days)) > listed else { return }
        throw Refusal(since > listed ? ErasureRule.newerActivity : .notDue, about)
    }

    private static func refuseUnlessDue(
        _ subject: Subject, _ related: Related, _ listed: Instant, _ about: [String: String], _ occasion: Occasion
    ) throws(Refusal) {
        guard let days = related.rule(of: subject, occasion.hotline.settings.retention)?.days else {
            throw Refusal(ErasureRule.notDue, about)
        }
        guard related.lastActivity + .days(Int64(days)) > listed else { return }
        // Its own time was over, or it was touched after the list: it would have gone but for what happened since.
        let own = related.lastActivity(of: subject) ?? related.lastActivity
        let isSince = related.lastActivity > listed || own + .days(Int64(days)) <= listed
        throw Refusal(isSince ? ErasureRule.newerActivity : .notDue, about)
    }
}

extension Keeping.Facts {
    fileprivate func erased(_ because: String, _ person: Int?) -> [(subject: Subject, event: ErasureEvent)] {
        words.filter { !$0.ids.isEmpty }.map {
            ($0.subject, .erased(kind: $0.subject.kind, words: $0.ids, because: because, person: person))
        }
    }
}

extension [String: String] {
    fileprivate func naming(_ other: Related.Thing) -> [String: String] {
        merging(["other_kind": other.subject.kind.rawValue, "other": other.name]) { $1 }
    }
}
