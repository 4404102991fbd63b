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

    public init(mark: DeskMark, name: String, token: String, insteadOf: DeskMark?, enrolled: Stamp) {
        self.mark = mark
        self.name = name
        self.token = token
        self.insteadOf = insteadOf
        self.enrolled = enrolled
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
        // Its own old name goes with a desk that joins again.
        let holder = desks.filter { folded($0.name) == folded(name) }.max { $0.mark < $1.mark }
        if let holder, holder.mark != insteadOf {
            throw Refusal(DeskRule.nameTaken, ["name": name, "desk": String(holder.mark.number)])
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
}
