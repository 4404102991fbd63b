/// A part of a thing that holds one value at a time. Two people who write it
/// without seeing each other leave two values, of which one stands.
public enum ThingField: Hashable, Sendable {
    case status
    /// Of a case: a name of `CaseField`, of somebody in it or of the case itself.
    case value(String, person: Int?)
    case role(person: Int)
    case pseudonym(person: Int)
    case closing
    case responsible(task: Int)
    case result(task: Int)
    case call(CallPart)
    /// Of an SOS: who has it, and what the first minute told, by the list `sos_question`.
    case assignee
    case answer(String)
    case place
    /// Of an SOS and of a referral: how it ended.
    case outcome
    case reason
}

extension ThingField {
    public enum CallPart: String, Hashable, Sendable, CaseIterable {
        case line, started, ended
        case keeper = "operator"
        case callClass = "class"
        case code, topic, caller, note, outcome
        case callBack = "call_back"
        case callBackConsent = "call_back_consent"
        case callBackSafe = "call_back_safe"
        case callBackMessage = "call_back_message"
        case offShift = "off_shift"
        case country, region, language, sex
        case ageBand = "age_band"
        case heard
        case codename = "known_as"
    }

    /// What somebody wrote stays to be read until somebody has written the field anew. How far a thing has
    /// come, whose it is and how it ended moves on by itself, and is in its history: of that one is told
    /// only until somebody acts with both in sight.
    public var lasts: Bool {
        switch self {
        case .value, .role, .pseudonym, .answer, .place: true
        case .call(let part): part != .line && part != .keeper
        case .status, .closing, .responsible, .result, .assignee, .outcome, .reason: false
        }
    }
}

/// What stands in a field, or was written there.
public enum FieldValue: Hashable, Sendable {
    case codes([String])
    /// An operator, a line, a state, hours: as it is spelled.
    case name(String)
    case time(Instant)
    case date(BusinessDate)
    case number(Int)
    case words(WordsID)

    public var words: WordsID? { if case .words(let id) = self { id } else { nil } }
}

extension FieldValue {
    init(_ value: CaseValue) {
        switch value {
        case .codes(let codes): self = .codes(codes)
        case .date(let date): self = .date(date)
        case .number(let number): self = .number(number)
        case .words(let id): self = .words(id)
        }
    }

    static func code(_ code: String?) -> FieldValue? { code.map { .codes([$0]) } }
}

/// A thing whose fields can be told one by one.
public protocol Fielded: Aggregate {
    /// What an event writes, also where it writes what stands there already.
    static func fields(of event: Event) -> [ThingField]
    /// Nil where nothing is known.
    func value(of field: ThingField) -> FieldValue?
}
