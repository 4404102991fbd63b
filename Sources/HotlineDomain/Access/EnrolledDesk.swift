/// A desk that joined a hotline's server, as it is told in the journal.
public struct EnrolledDesk: Hashable, Sendable {
    public let mark: DeskMark
    /// What people call it.
    public let name: String
    /// Made by the desk that asks, so that one that did not hear the answer is not enrolled twice.
    public let token: String
    /// The mark this desk had before its store was copied or put back from a copy.
    public let insteadOf: DeskMark?
    public let enrolled: Stamp
    /// Who ended it, and when; its name is free from then on, its mark never again.
    public var retired: Stamp?

    public init(
        mark: DeskMark, name: String, token: String, insteadOf: DeskMark?, enrolled: Stamp, retired: Stamp? = nil
    ) {
        self.mark = mark
        self.name = name
        self.token = token
        self.insteadOf = insteadOf
        self.enrolled = enrolled
        self.retired = retired
    }

    static let nameLengthMax = 40
}

/// What a desk asks for that wants to join; which mark is free is known to whoever asks for it.
public struct Enrolment: Hashable, Sendable {
    public let mark: DeskMark
    public let name: String
    public let token: String
    public let insteadOf: DeskMark?

    public init(mark: DeskMark, name: String, token: String, insteadOf: DeskMark? = nil) {
        self.mark = mark
        self.name = name
        self.token = token
        self.insteadOf = insteadOf
    }

    /// Refuses by the rule's name what would give two desks one name or one mark.
    func check(_ desks: [EnrolledDesk], at desk: DeskMark?) throws(Refusal) {
        if let desk { throw Refusal(DeskRule.notHere, ["desk": String(desk.number)]) }
        let isInForm =
            (1...EnrolledDesk.nameLengthMax).contains(name.count) && name.first != " " && name.last != " "
            && name.unicodeScalars.allSatisfy { $0.isText && $0.value >= 0x20 }
        guard isInForm else { throw Refusal(DeskRule.needsName, ["max": String(EnrolledDesk.nameLengthMax)]) }
        guard !desks.contains(where: { $0.mark == mark }) else {
            throw Refusal(DeskRule.markTaken, ["desk": String(mark.number)])
        }
        if let old = desks.first(where: { $0.mark == insteadOf }), let retired = old.retired {
            throw Refusal(DeskRule.retired, ["desk": old.mark.description, "name": old.name, "by": retired.by])
        }
        // Whatever was copied may work on by that name, so it goes with no copy.
        if let holder = desks.first(where: { $0.retired == nil && folded($0.name) == folded(name) }) {
            throw Refusal(DeskRule.nameTaken, ["name": name, "desk": String(holder.mark.number)])
        }
    }
}

extension DeskMark {
    /// Refuses by the rule's name where no such desk works, or where it is not told to the one that it is about.
    func checkMayRetire(_ desks: [EnrolledDesk], at desk: DeskMark?) throws(Refusal) {
        if let desk { throw Refusal(DeskRule.notHere, ["desk": desk.description]) }
        guard let known = desks.first(where: { $0.mark == self }) else {
            throw Refusal(DeskRule.unknown, ["desk": description])
        }
        if let retired = known.retired {
            throw Refusal(DeskRule.retired, ["desk": description, "name": known.name, "by": retired.by])
        }
    }
}

/// The rules of joining a server.
public enum DeskRule: String, RuleName {
    case needsName = "desk.needs_name"
    case nameTaken = "desk.name_taken"
    case markTaken = "desk.mark_taken"
    /// A thousand desks have joined.
    case noneFree = "desk.none_free"
    /// A desk's own store enrols nobody: that is done at the server.
    case notHere = "desk.not_here"
    case unknown = "desk.unknown"
    /// It is about a desk that works no more.
    case retired = "desk.retired"
    /// This desk works no more: what is done here would never be anybody's.
    case isRetired = "desk.is_retired"
    /// How long words are kept is for one place to say and to carry out: what one desk erases is erased at all.
    case ofHouse = "desk.of_house"
}
