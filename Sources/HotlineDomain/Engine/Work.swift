/// A piece of work: commands judged one after the other against the records
/// and against each other's events. Nothing is written here; when every
/// command was allowed, the store writes what is collected in one transaction.
public struct Work<R: Records> {
    public let stamp: Stamp
    public internal(set) var hotline: Hotline?
    /// The mark of the desk where this is done; nil in a store that is no joined desk's.
    let desk: DeskMark?
    /// The mark in the numbers that are given here: the desk's, or that of a server that took another one's place.
    let numbersMark: DeskMark?
    let zones: [String: ZoneRules]
    let records: R

    public private(set) var events: [Event] = []
    public private(set) var words: [Words] = []
    /// Words that are not there any more, whoever wrote them.
    public private(set) var erased: Set<WordsID> = []
    /// Numbers of callers, to be made into fingerprints and forgotten.
    public private(set) var callersNumbers: [NumberGiven] = []
    /// Numbers a switch told, to be sealed for the desk that answers and forgotten.
    public internal(set) var numbersOfVisits: [VisitNumber] = []
    var calls = Stage<Call>()
    var escalations = Stage<Escalation>()
    var cases = Stage<Case>()
    var referrals = Stage<Referral>()
    var shifts = Stage<Shift>()
    var handovers = Stage<Handover>()
    var stays = Stage<Stay>()
    var entries = Stage<Entry>()
    var visits = Stage<Visit>()
    var operatorStates = Stage<OperatorState>()
    var linkStates = Stage<LinkState>()
    var closings = Stage<MonthClosing>()
    var packs = Stage<PackRelease>()
    /// Numbers given out by this work, by kind and year.
    var numbers: [SubjectKind: [Int: Int]] = [:]

    /// `zones`: the rules of every time zone the hotline's lines name, and of
    /// those that the commands name and that there are.
    public init(
        by actor: String, at now: Instant, hotline: Hotline?, desk: DeskMark? = nil, numbersMark: DeskMark? = nil,
        zones: [String: ZoneRules], records: R
    ) {
        self.stamp = Stamp(by: actor, at: now)
        self.hotline = hotline
        self.desk = desk
        self.numbersMark = numbersMark ?? desk
        self.zones = zones
        self.records = records
    }

    /// Throws `Refusal` for a rule, or what the records threw.
    public mutating func perform(_ command: Command) throws {
        try refuseRetired(command)
        if hotline != nil { try permit(command, occasion(orProgram: true).actor) }
        switch command {
        case .hotline(let command): try perform(command)
        case .call(let id, let command): try perform(command, on: id)
        case .escalation(let id, let command): try perform(command, on: id)
        case .case(let id, let command): try perform(command, on: id)
        case .referral(let id, let command): try perform(command, on: id)
        case .shift(let id, let command): try perform(command, on: id)
        case .handover(let id, let command): try perform(command, on: id)
        case .stay(let id, let command): try perform(command, on: id)
        case .entry(let id, let command): try perform(command, on: id)
        case .visit(let id, let command): try perform(command, on: id)
        case .operatorState(let id, let command): try perform(command, on: id)
        case .linkState(let id, let command): try perform(command, on: id)
        case .month(let id, let command): try perform(command, on: id)
        case .pack(let id, let command): try perform(command, on: id)
        case .access(let command): try perform(command)
        case .erasure(let subject, let command): try perform(command, on: subject)
        }
        words += command.words
        if case .call(let id, .recognise(.number(let typed))) = command, let number = CallerNumber(typed.revealed) {
            callersNumbers.append(NumberGiven(call: id, number: number))
        }
    }

    /// Takes an event in: it is a fact from here on, with its consequences.
    mutating func record(_ event: Event) throws {
        events.append(event)
        switch event {
        case .hotline(let event): hotline = Hotline.applying(event, to: hotline)
        case .call(let id, let event): calls.apply(event, to: id, stamp: stamp)
        case .escalation(let id, let event): escalations.apply(event, to: id, stamp: stamp)
        case .case(let id, let event): cases.apply(event, to: id, stamp: stamp)
        case .referral(let id, let event): referrals.apply(event, to: id, stamp: stamp)
        case .shift(let id, let event): shifts.apply(event, to: id, stamp: stamp)
        case .handover(let id, let event): handovers.apply(event, to: id, stamp: stamp)
        case .stay(let id, let event): stays.apply(event, to: id, stamp: stamp)
        case .entry(let id, let event): entries.apply(event, to: id, stamp: stamp)
        case .visit(let id, let event): visits.apply(event, to: id, stamp: stamp)
        case .operatorState(let id, let event): operatorStates.apply(event, to: id, stamp: stamp)
        case .linkState(let id, let event): linkStates.apply(event, to: id, stamp: stamp)
        case .month(let id, let event): closings.apply(event, to: id, stamp: stamp)
        case .pack(let id, let event): packs.apply(event, to: id, stamp: stamp)
        case .access: break
        case .erasure(_, let event):
            if case .erased(_, let words, _, _) = event { erased.formUnion(words) }
        }
        try follow(event)
    }

    /// Who acts, when and where. Refuses people the hotline does not know or no longer employs.
    /// The program itself sets up and plans; it never answers a call.
    func occasion(orProgram: Bool = false) throws -> Occasion {
        if orProgram, stamp.by == Stamp.systemCode, let hotline {
            return Occasion(now: stamp.at, actor: Operator(code: stamp.by, roles: [.admin]), hotline: hotline)
        }
        guard let hotline, let actor = hotline.operatorNamed(stamp.by) else {
            throw Refusal(
                HotlineRule.unknownActor, ["operator": stamp.by, "known": hotline?.knownOperators ?? "-"])
        }
        guard actor.active else { throw Refusal(HotlineRule.disabledActor, ["operator": stamp.by]) }
        return Occasion(now: stamp.at, actor: actor, hotline: hotline)
    }

    /// What came out, by kind: for the read tables and the counts.
    public var callChanges: [Change<Call>] { calls.changes }
    public var escalationChanges: [Change<Escalation>] { escalations.changes }
    public var caseChanges: [Change<Case>] { cases.changes }
    public var referralChanges: [Change<Referral>] { referrals.changes }
    public var shiftChanges: [Change<Shift>] { shifts.changes }
    public var handoverChanges: [Change<Handover>] { handovers.changes }
    public var stayChanges: [Change<Stay>] { stays.changes }
    public var entryChanges: [Change<Entry>] { entries.changes }
    public var visitChanges: [Change<Visit>] { visits.changes }
    public var operatorStateChanges: [Change<OperatorState>] { operatorStates.changes }
    public var linkStateChanges: [Change<LinkState>] { linkStates.changes }
    public var closingChanges: [Change<MonthClosing>] { closings.changes }
    public var packChanges: [Change<PackRelease>] { packs.changes }
    /// The last number of each kind and year that this work gave out.
    public var numbersGiven: [(kind: SubjectKind, year: Int, last: Int)] {
        numbers.flatMap { kind, years in years.map { (kind, $0.key, $0.value) } }
    }
}
