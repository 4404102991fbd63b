/// What is recorded about a call. Codes only; what the caller said is in
/// `Words` records. Everything is optional until the call is finalised.
public struct CallContent: Hashable, Sendable, Codable {
    public var callClass: CallClass?
    /// Of the list `non_counselling`, for that class only.
    public var code: String?
    public var caller: String?
    /// ISO 3166 alpha-2, or `unknown`.
    public var country: String?
    /// ISO 639-1, or `unknown`.
    public var language: String?
    /// The main topic first: it is the one that is counted.
    public var topics: [String]
    public var sex: String?
    public var ageBand: String?
    public var heard: String?
    public var outcome: String?
    /// When the caller wants to be called back.
    public var callBackAt: Instant?
    /// What was agreed about that.
    public var callBack: CallBackTerms?
    /// Why it was taken outside a shift, of the list `off_shift_because`.
    public var offShiftReason: String?
    public var region: WordsID?
    public var note: WordsID?

    public init(
        callClass: CallClass? = nil, code: String? = nil, caller: String? = nil, country: String? = nil,
        language: String? = nil, topics: [String] = [], sex: String? = nil, ageBand: String? = nil,
        heard: String? = nil, outcome: String? = nil, callBackAt: Instant? = nil,
        callBack: CallBackTerms? = nil, offShiftReason: String? = nil, region: WordsID? = nil, note: WordsID? = nil
    ) {
        self.callClass = callClass
        self.code = code
        self.caller = caller
        self.country = country
        self.language = language
        self.topics = topics
        self.sex = sex
        self.ageBand = ageBand
        self.heard = heard
        self.outcome = outcome
        self.callBackAt = callBackAt
        self.callBack = callBack
        self.offShiftReason = offShiftReason
        self.region = region
        self.note = note
    }
}

/// The list `call_class`, as a type because rules depend on it.
public enum CallClass: String, Sendable, Codable, CaseIterable {
    case information, counselling, sos
    case followUp = "follow_up"
    case professional
    case nonCounselling = "non_counselling"
}
