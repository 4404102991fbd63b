/// An organisation's service: its inbound lines, its people, the hours they
/// plan to work, and its settings. Read from a profile under `shifts/`, kept in
/// the store, and from then on changed by `profile apply`, by what is done to
/// operators and by `settings set`.
public struct Hotline: Hashable, Sendable, Codable {
    /// `angel-coalition`: lower-case letters, digits and hyphens.
    public var code: String
    /// What the hotline calls itself; shown on line 1 of every screen.
    public var name: String
    /// The month its project year begins with, 1 ... 12.
    public var projectYearStartMonth: Int
    public var lines: [Line]
    public var operators: [Operator]
    public var patterns: [Pattern]
    public var roster: [RosterEntry]
    /// Places that returns come from and providers serve.
    public var territories: [Territory]
    public var providers: [Provider]
    /// Who is told what came of the work.
    public var donors: [Donor]
    public var settings: Settings

    public init(
        code: String, name: String, projectYearStartMonth: Int = 1, lines: [Line], operators: [Operator],
        patterns: [Pattern], roster: [RosterEntry], territories: [Territory] = [], providers: [Provider] = [],
        donors: [Donor] = [], settings: Settings = Settings()
    ) {
        self.code = code
        self.name = name
        self.projectYearStartMonth = projectYearStartMonth
        self.lines = lines
        self.operators = operators
        self.patterns = patterns
        self.roster = roster
        self.territories = territories
        self.providers = providers
        self.donors = donors
        self.settings = settings
    }

    public func line(_ code: String) -> Line? { lines.first { $0.code == code } }
    public func operatorNamed(_ code: String) -> Operator? { operators.first { $0.code == code } }
    public func pattern(_ code: String) -> Pattern? { patterns.first { $0.code == code } }
    public func territory(_ code: String) -> Territory? { territories.first { $0.code == code } }
    public func provider(_ code: String) -> Provider? { providers.first { $0.code == code } }
    public func donor(_ code: String) -> Donor? { donors.first { $0.code == code } }
}

/// From a time of day to a time of day; `to` at or before `from` is the next day.
public struct OpeningHours: Hashable, Sendable, Codable {
    public var from: LocalTime
    public var to: LocalTime
    public init(from: LocalTime, to: LocalTime) {
        self.from = from
        self.to = to
    }
    public var isAllDay: Bool { from.minutes % 1440 == to.minutes % 1440 }
    public var crossesMidnight: Bool { to <= from }
    public func contains(minuteOfDay minute: Int) -> Bool {
        from < to
            ? (from.minutes..<to.minutes).contains(minute) : minute >= from.minutes || minute < to.minutes
    }
}

/// Somebody with a code; never a name.
public struct Operator: Hashable, Sendable, Codable {
    public var code: String
    public var roles: [Role]
    public var active: Bool
    public init(code: String, roles: [Role], active: Bool = true) {
        self.code = code
        self.roles = roles
        self.active = active
    }
    public func has(_ role: Role) -> Bool { roles.contains(role) }
}

public enum Role: String, Sendable, Codable, CaseIterable, Hashable {
    case `operator`, specialist, supervisor
    case reportingOfficer = "reporting_officer"
    case admin, auditor, bridge
}

/// A kind of shift: `day` from 08:00 to 20:00 with four people.
public struct Pattern: Hashable, Sendable, Codable {
    public var code: String
    /// On the clock of the hotline's first line.
    public var from: LocalTime
    /// Earlier than or the same as `from` means the next day.
    public var to: LocalTime
    /// How many people it needs; below that it is under-staffed.
    public var staff: Int
    public init(code: String, from: LocalTime, to: LocalTime, staff: Int) {
        self.code = code
        self.from = from
        self.to = to
        self.staff = staff
    }
    public var crossesMidnight: Bool { to <= from }
}

/// Who works a pattern, on which days, from when until when.
/// What it comes to on the clock: `Hotline.plannedShifts`.
public struct RosterEntry: Hashable, Sendable, Codable {
    public var pattern: String
    public var operators: [String]
    public var first: BusinessDate
    /// Nil: until further notice.
    public var last: BusinessDate?
    /// The weekdays the shift starts on.
    public var days: [Weekday]
    public init(
        pattern: String, operators: [String], first: BusinessDate, last: BusinessDate? = nil,
        days: [Weekday] = Weekday.allCases
    ) {
        self.pattern = pattern
        self.operators = operators
        self.first = first
        self.last = last
        self.days = days
    }
    public func applies(on date: BusinessDate) -> Bool {
        date >= first && (last.map { date <= $0 } ?? true) && days.contains(date.weekday)
    }
}

/// What a hotline may set for itself.
public struct Settings: Hashable, Sendable, Codable {
    /// T of DOMAIN.md section 6: a call answered within it counts for the service level.
    public var answerTargetSeconds: Int
    /// s of DOMAIN.md section 6: an abandoned visit that waited less is "short".
    public var shortAbandonSeconds: Int
    /// Time to write a call up before the desk asks for the next one.
    public var wrapUpSeconds: Int
    /// An escalation not acknowledged for longer is overdue.
    public var acknowledgeSeconds: Int
    /// Services whose first sent referral makes a case count as `referred`.
    public var countsAsReferred: [String]
    /// Who is called after the specialists and the supervisor on duty, in order.
    public var onCall: [String]
    /// How many days ahead shifts are planned from the roster.
    public var planDays: Int
    /// A desk or a sign-in that nobody touched for longer is locked.
    public var idleLockSeconds: Int
    /// How long a caller's number is recognised, at least; and at most twice as long.
    public var repeatCallerDays: Int
    /// Codes of funds that services are paid from beside the donors that are told: `Hotline.funds`.
    public var donors: [String]
    /// How long people's words are kept.
    public var retention: Retention
    /// What a switch calls the lines: a queue, or a number as it is dialled, to the code of each.
    public var switchLines: [String: String]
    /// And the operators: an agent's name, device or extension.
    public var switchAgents: [String: String]
    /// The smallest counts that a pack shows by an attribute: calls, and anything about victims.
    public var thresholdCalls: Int
    public var thresholdPeople: Int
    /// By which attributes packs show figures at all, to whomever they go.
    public var families: [FamilyName]
    /// How long a family's windows are, where they are not as the program has them.
    public var windows: [FamilyName: WindowLength]

    public init(
        answerTargetSeconds: Int = 20, shortAbandonSeconds: Int = 5, wrapUpSeconds: Int = 120,
        acknowledgeSeconds: Int = 300, countsAsReferred: [String] = ["social_reintegration"], onCall: [String] = [],
        planDays: Int = 28, idleLockSeconds: Int = 600, repeatCallerDays: Int = 90, donors: [String] = [],
        retention: Retention = Retention(), switchLines: [String: String] = [:], switchAgents: [String: String] = [:],
        thresholdCalls: Int = Thresholds().calls, thresholdPeople: Int = Thresholds().people,
        families: [FamilyName] = FamilyName.published, windows: [FamilyName: WindowLength] = [:]
    ) {
        self.answerTargetSeconds = answerTargetSeconds
        self.shortAbandonSeconds = shortAbandonSeconds
        self.wrapUpSeconds = wrapUpSeconds
        self.acknowledgeSeconds = acknowledgeSeconds
        self.countsAsReferred = countsAsReferred
        self.onCall = onCall
        self.planDays = planDays
        self.idleLockSeconds = idleLockSeconds
        self.repeatCallerDays = repeatCallerDays
        self.donors = donors
        self.retention = retention
        self.switchLines = switchLines
        self.switchAgents = switchAgents
        self.thresholdCalls = thresholdCalls
        self.thresholdPeople = thresholdPeople
        self.families = families
        self.windows = windows
    }
}
