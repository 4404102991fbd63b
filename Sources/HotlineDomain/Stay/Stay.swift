/// Somebody's place in a shelter, from the day they were taken in to the day
/// they left. Who it is stands in the case, if there is one; a stay knows only
/// the category.
public struct Stay: Aggregate {
    public static let kind = SubjectKind.stay

    public let id: StayID
    public let provider: String
    /// Code of the list `resident`: man, woman, teenager, child.
    public let category: String
    public let `case`: CaseID?
    public let referral: ReferralID?
    /// The fund it is paid from.
    public let donor: String?
    public let admittedAt: Instant
    /// The business date it is counted on.
    public let admittedOn: BusinessDate
    public internal(set) var expectedUntil: BusinessDate?
    /// Why somebody was taken in although every place was taken.
    public let overriddenBecause: String?
    public internal(set) var leftAt: Instant?
    public internal(set) var leftBecause: String?
    public internal(set) var lastChanged: Stamp

    /// As a read table gives it back.
    public init(
        id: StayID, provider: String, category: String, case file: CaseID?, referral: ReferralID?, donor: String?,
        admittedAt: Instant, admittedOn: BusinessDate, expectedUntil: BusinessDate?, overriddenBecause: String?,
        leftAt: Instant?, leftBecause: String?, lastChanged: Stamp
    ) {
        self.id = id
        self.provider = provider
        self.category = category
        self.case = file
        self.referral = referral
        self.donor = donor
        self.admittedAt = admittedAt
        self.admittedOn = admittedOn
        self.expectedUntil = expectedUntil
        self.overriddenBecause = overriddenBecause
        self.leftAt = leftAt
        self.leftBecause = leftBecause
        self.lastChanged = lastChanged
    }

    public var isNow: Bool { leftAt == nil }
}

/// When a place is to be had in a full shelter, as far as that was ever said.
public enum NextFree: Hashable, Sendable {
    case expected(on: BusinessDate)
    /// The day has passed, and whoever was to leave is still there: nobody knows better than the shelter.
    case overdue(since: BusinessDate)
    /// Too few of those who stay are expected to leave on any day.
    case unknown

    public var expected: BusinessDate? { if case .expected(let date) = self { date } else { nil } }
    public var overdueSince: BusinessDate? { if case .overdue(let date) = self { date } else { nil } }
}

/// A shelter at one moment: its places and who has them.
public struct Occupancy: Hashable, Sendable {
    public let places: Int
    public let taken: Int
    /// How many of each category, in the order of the list `resident`; none that is nobody.
    public let composition: [PersonCount]
    /// Nil while there is a free place.
    public let nextFree: NextFree?

    public init(places: Int, staying: [Stay], on today: BusinessDate) {
        self.places = places
        taken = staying.count
        let counts = Dictionary(grouping: staying, by: \.category).mapValues(\.count)
        composition = CodeLists.list(.resident).codes.compactMap { code in
            counts[code.code].map { PersonCount(category: code.code, count: $0) }
        }
        nextFree = Occupancy.nextFree(places, staying, today)
    }

    /// Whoever has a bed beyond the last place has to leave before a place is free.
    private static func nextFree(_ places: Int, _ staying: [Stay], _ today: BusinessDate) -> NextFree? {
        guard staying.count >= places else { return nil }
        let days = staying.compactMap(\.expectedUntil).sorted()
        let beyond = staying.count - places
        guard places > 0, days.indices.contains(beyond) else { return .unknown }
        return days[beyond] < today ? .overdue(since: days[beyond]) : .expected(on: days[beyond])
    }

    public var free: Int { max(0, places - taken) }
    public var isFull: Bool { taken >= places }
}
