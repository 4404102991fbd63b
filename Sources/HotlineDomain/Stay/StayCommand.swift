/// What can be asked of a stay.
public enum StayCommand: Hashable, Sendable {
    case admit(Admission)
    /// When the place is expected to be free again; nil: nobody knows.
    case expect(until: BusinessDate?)
    case leave(at: Instant, because: String)
}

/// Somebody on their way into a shelter.
public struct Admission: Hashable, Sendable, Codable {
    public var provider: String
    public var category: String
    public var at: Instant
    public var `case`: CaseID?
    public var referral: ReferralID?
    public var donor: String?
    public var expectedUntil: BusinessDate?
    /// Why although every place is taken; code of the list `full_overridden_because`.
    public var overriddenBecause: String?

    public init(
        provider: String, category: String, at: Instant, case file: CaseID? = nil, referral: ReferralID? = nil,
        donor: String? = nil, expectedUntil: BusinessDate? = nil, overriddenBecause: String? = nil
    ) {
        self.provider = provider
        self.category = category
        self.at = at
        self.case = file
        self.referral = referral
        self.donor = donor
        self.expectedUntil = expectedUntil
        self.overriddenBecause = overriddenBecause
    }
}
