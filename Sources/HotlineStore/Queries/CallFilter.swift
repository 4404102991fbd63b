import HotlineDomain

/// Which calls a list shows. Everything that is given must hold.
public struct CallFilter: Hashable, Sendable {
    public var dates: ClosedRange<BusinessDate>?
    public var callClass: CallClass?
    public var operatorCode: String?
    public var line: String?
    /// Only calls that somebody still has to write up.
    public var unfinishedOnly: Bool
    /// What was typed, term by term: each must hold for a call by one of its meanings.
    public var terms: [Term]
    /// Only the calls behind one number of a report.
    public var behind: CallsBehind?
    /// Whose calls a place that was typed is looked for in: somebody who does
    /// not read others' words does not find them either. Nil: everybody's.
    public var placesOf: String?

    public init(
        dates: ClosedRange<BusinessDate>? = nil, callClass: CallClass? = nil, operatorCode: String? = nil,
        line: String? = nil, unfinishedOnly: Bool = false, terms: [Term] = [], behind: CallsBehind? = nil
    ) {
        self.dates = dates
        self.callClass = callClass
        self.operatorCode = operatorCode
        self.line = line
        self.unfinishedOnly = unfinishedOnly
        self.terms = terms
        self.behind = behind
    }

    /// One typed term: a number's beginning, a place, or a code that its label matched.
    public struct Term: Hashable, Sendable {
        /// Beginning of a call's number, `09-04`.
        public var number: String?
        /// Part of a place name, folded.
        public var place: String?
        /// Codes by the column they stand in.
        public var codes: [Column: [String]]
        /// Codes of providers: calls with a referral to one of them, made from
        /// the call, its escalation or its case.
        public var providers: [String]

        public init(
            number: String? = nil, place: String? = nil, codes: [Column: [String]] = [:], providers: [String] = []
        ) {
            self.number = number
            self.place = place
            self.codes = codes
            self.providers = providers
        }
    }

    /// Columns a typed term can match a code in.
    public enum Column: String, Sendable, CaseIterable {
        case `class`, code, country, language, caller, outcome, `operator`, line, status
        /// Any of a call's topics.
        case topics
    }

    public var isEverything: Bool { self == CallFilter() }

    /// Between which moments a call of these dates can have begun, so that a
    /// page looks no further. A shift may be signed on to before its date; one
    /// that nobody ended goes on collecting calls for days.
    func reach(_ zone: ZoneRules) -> ClosedRange<Instant>? {
        guard let dates = dates ?? behind?.datesOfCalls else { return nil }
        return zone.instant(
            dates.lowerBound - 1, secondsOfDay: 0)...zone.instant(
                dates.upperBound + 8, secondsOfDay: 0)
    }
}

/// Where a list of calls is: newest first, by start and id.
public struct CallKey: Hashable, Sendable {
    public let started: Instant
    public let id: CallID
    public init(started: Instant, id: CallID) {
        self.started = started
        self.id = id
    }
    public init(_ call: Call) { self.init(started: call.started, id: call.id) }
}

/// A piece of a list.
public struct CallPage: Sendable {
    public let calls: [Call]
    /// Where to go on from; nil when there is no more in this direction.
    public let next: CallKey?
    /// The page is short because looking further would have taken too long,
    /// not because there is no more: ask again from `next`.
    public let isPartial: Bool
}
