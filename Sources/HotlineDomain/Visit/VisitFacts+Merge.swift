/// Two tellings of one visit make one: the better known moment, the more
/// telling end. The order does not matter, and telling it again changes nothing.
extension VisitFacts {
    public func merged(with other: VisitFacts) -> VisitFacts {
        guard other.id == id else { return self }
        var visit = self
        visit.line = VisitFacts.line(self, other)
        visit.country = [country, other.country].compactMap { $0 }.min()
        visit.language = [language, other.language].compactMap { $0 }.min()
        visit.offered = offered.better(other.offered)
        visit.mergeEnding(with: other)
        visit.talk = visit.operator == nil ? nil : VisitFacts.merged(talk, other.talk)
        visit.mergeRings(with: other)
        return visit
    }

    private static func line(_ a: VisitFacts, _ b: VisitFacts) -> String {
        let known = [a.line, b.line].filter { $0 != unknownLine }
        return known.min() ?? unknownLine
    }

    private mutating func mergeEnding(with other: VisitFacts) {
        guard let theirs = other.ending, let theirEnd = other.endedAt else { return }
        guard let ours = ending, let ourEnd = endedAt else {
            ending = theirs
            endedAt = theirEnd
            return
        }
        if ours == theirs {
            endedAt = ourEnd.better(theirEnd)
        } else if ours.weight(ourEnd) < theirs.weight(theirEnd) {
            ending = theirs
            endedAt = theirEnd
        }
    }

    private static func merged(_ a: Talk?, _ b: Talk?) -> Talk? {
        guard let a, let b else { return a ?? b }
        var talk = Talk()
        talk.ended = [a.ended, b.ended].compactMap { $0 }.reduce(nil) { $0?.better($1) ?? $1 }
        talk.by = [a.by, b.by].min { $0.weight > $1.weight } ?? .unknown
        talk.isLost = talk.ended == nil && (a.isLost || b.isLost)
        talk.held = max(a.held, b.held)
        talk.wrap = max(a.wrap, b.wrap)
        return talk
    }
}

extension VisitFacts.Stamp {
    /// The one known better; of two equally good ones, the earlier. Of one moment
    /// it is enough that one telling knows of a clock that was set.
    func better(_ other: VisitFacts.Stamp) -> VisitFacts.Stamp {
        if isExact != other.isExact { return isExact ? self : other }
        if at != other.at { return at < other.at ? self : other }
        return clockWasSet ? self : other
    }
}

extension VisitFacts.Ending {
    /// What says more about the visit weighs more: that nothing is known, the
    /// least; a guess, less than what was said; an answer, the most. Who gave it
    /// is said best by whoever heard it: a log may call them by another name.
    fileprivate func weight(_ end: VisitFacts.Stamp) -> String {
        switch self {
        case .lost: "0"
        case .left(.unknown): "1"
        case .left(.byKey): "2"
        case .abandoned: "3"
        case .left(let because): "4" + because.rawValue
        case .refused(let because): "5" + because.rawValue
        case .answered(let code): (end.isExact ? "7" : "6") + code
        }
    }
}

extension VisitFacts.EndedBy {
    fileprivate var weight: Int {
        switch self {
        case .unknown: 0
        case .caller: 1
        case .operator: 2
        case .transfer: 3
        }
    }
}
