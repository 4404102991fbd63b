/// One line of a register the hotline keeps beside its calls: a repatriation
/// mission, an indicator, a return by territory, a task. One shape for all.
public struct Entry: Aggregate {
    public static let kind = SubjectKind.entry

    public let id: EntryID
    public internal(set) var content: EntryContent
    public internal(set) var status: Status
    /// What is to be done, in words; only a task has them.
    public let what: WordsID?
    public let addedBy: String
    /// The business date it was added on.
    public let addedOn: BusinessDate
    public internal(set) var withdrawnBecause: String?
    public internal(set) var lastChanged: Stamp

    /// As a read table gives it back.
    public init(
        id: EntryID, content: EntryContent, status: Status, what: WordsID?, addedBy: String, addedOn: BusinessDate,
        withdrawnBecause: String?, lastChanged: Stamp
    ) {
        self.id = id
        self.content = content
        self.status = status
        self.what = what
        self.addedBy = addedBy
        self.addedOn = addedOn
        self.withdrawnBecause = withdrawnBecause
        self.lastChanged = lastChanged
    }

    public enum Status: String, Sendable, Codable, CaseIterable {
        case open, done, withdrawn
    }

    /// A condition of the clock, never a state: open, and its day has passed.
    public func isOverdue(on date: BusinessDate) -> Bool {
        status == .open && (content.due.map { $0 < date } ?? false)
    }
}

/// Which register.
public enum EntryKind: String, Sendable, Codable, CaseIterable {
    case mission, indicator
    case `return`
    case task
}

/// What a line of a register says.
public enum EntryContent: Hashable, Sendable, Codable {
    case mission(Mission)
    case indicator(Indicator)
    case `return`(TerritoryReturn)
    case task(Task)

    public var kind: EntryKind {
        switch self {
        case .mission: .mission
        case .indicator: .indicator
        case .return: .return
        case .task: .task
        }
    }

    /// The day it should be done by; nil where nothing says so.
    public var due: BusinessDate? {
        switch self {
        case .mission(let mission): mission.date
        case .indicator(let indicator): indicator.last
        case .return(let asked): asked.due
        case .task(let task): task.due
        }
    }

    /// People brought home from a country.
    public struct Mission: Hashable, Sendable, Codable {
        public var date: BusinessDate
        /// ISO 3166-1 alpha-2.
        public var country: String
        public var persons: [PersonCount]
        public var donor: String?
        public init(date: BusinessDate, country: String, persons: [PersonCount], donor: String? = nil) {
            self.date = date
            self.country = country
            self.persons = persons
            self.donor = donor
        }
    }

    /// A figure that was promised, and what it came to. Figures of others,
    /// such as investigations and convictions, stand beside the hotline's own.
    public struct Indicator: Hashable, Sendable, Codable {
        /// `dv_women`, `investigations`: what scripts and years are compared by.
        public var code: String
        public var first: BusinessDate
        public var last: BusinessDate
        public var target: Int?
        public var actual: Int?
        /// Counted from the beginning of the work, not of the period.
        public var cumulative: Bool
        /// Where the actual figure is from, and of which day.
        public var source: String?
        public var asOf: BusinessDate?
        public init(
            code: String, first: BusinessDate, last: BusinessDate, target: Int?, actual: Int? = nil,
            cumulative: Bool = false, source: String? = nil, asOf: BusinessDate? = nil
        ) {
            self.code = code
            self.first = first
            self.last = last
            self.target = target
            self.actual = actual
            self.cumulative = cumulative
            self.source = source
            self.asOf = asOf
        }
    }

    /// What a territory reports for a period, or that it did not.
    public struct TerritoryReturn: Hashable, Sendable, Codable {
        public var territory: String
        /// `commission_sessions`: what is asked of every territory alike.
        public var subject: String
        public var first: BusinessDate
        public var last: BusinessDate
        public var due: BusinessDate
        public var answer: Answer?
        public init(
            territory: String, subject: String, first: BusinessDate, last: BusinessDate, due: BusinessDate,
            answer: Answer? = nil
        ) {
            self.territory = territory
            self.subject = subject
            self.first = first
            self.last = last
            self.due = due
            self.answer = answer
        }

        public enum Answer: Hashable, Sendable, Codable {
            case received(on: BusinessDate, figures: [NamedFigure])
            /// It is known that nothing will come: a finding, not a gap.
            case none
        }
    }

    /// What somebody of the hotline is to do by a day. What it is stands in words.
    public struct Task: Hashable, Sendable, Codable {
        public var responsible: String
        public var due: BusinessDate
        /// The caller who gave up waiting and is to be called back.
        public var visit: VisitID?
        public init(responsible: String, due: BusinessDate, visit: VisitID? = nil) {
            self.responsible = responsible
            self.due = due
            self.visit = visit
        }
    }
}

/// How many people of a category.
public struct PersonCount: Hashable, Sendable, Codable {
    public var category: String
    public var count: Int
    public init(category: String, count: Int) {
        self.category = category
        self.count = count
    }
}

/// One number of a return, by the name it is asked for.
public struct NamedFigure: Hashable, Sendable, Codable {
    public var name: String
    public var value: Int
    public init(name: String, value: Int) {
        self.name = name
        self.value = value
    }
}
