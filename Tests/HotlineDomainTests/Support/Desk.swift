import Testing

@testable import HotlineDomain

/// A hotline at work, in memory: what people do is judged and written as a
/// store would, and nothing of it when a rule stands in the way.
struct Desk {
    /// What one act brought, in order: enough to tell every state again.
    struct Recorded: Hashable {
        let event: Event
        let stamp: Stamp
    }

    static let zones = ["Europe/Chisinau": ZoneRulesTests.chisinau, "Europe/Lisbon": ZoneRules.utc]

    var now: Instant
    /// Once it joined a server.
    var mark: DeskMark?
    private(set) var hotline: Hotline?
    private(set) var records = MemoryRecords()
    private(set) var journal: [Recorded] = []
    /// Words that went, in order.
    private(set) var erased: [WordsID] = []
    private var maker = IDMaker(node: 1, chance: Seeded(1))

    init(_ hotline: Hotline? = .example, at date: String = "2009-09-14", _ time: String = "09:00") {
        self.hotline = hotline
        now = Desk.instant(date, time)
    }

    static func instant(_ date: String, _ time: String) -> Instant {
        ZoneRulesTests.chisinau.instant(BusinessDate(date)!, LocalTime(time)!)
    }

    mutating func clock(_ date: String, _ time: String) { now = Desk.instant(date, time) }

    /// One act: all of the commands, or the refusal of one and none.
    @discardableResult
    mutating func does(_ commands: Command..., by actor: String = "01") throws -> [Event] {
        try perform(commands, by: actor)
    }

    @discardableResult
    mutating func perform(_ commands: [Command], by actor: String) throws -> [Event] {
        let work = try judge(commands, by: actor)
        records.write(work)
        erased += work.erased
        hotline = work.hotline
        journal += work.events.map { Recorded(event: $0, stamp: work.stamp) }
        now = now + .seconds(1)
        return work.events
    }

    /// The rule that would stand in the way of this act; nil when none does.
    func refusal(of commands: Command..., by actor: String = "01") throws -> Refusal? {
        do {
            _ = try judge(commands, by: actor)
            return nil
        } catch let refusal as Refusal {
            return refusal
        }
    }

    private func judge(_ commands: [Command], by actor: String) throws -> Work<MemoryRecords> {
        var work = Work(by: actor, at: now, hotline: hotline, desk: mark, zones: Desk.zones, records: records)
        for command in commands { try work.perform(command) }
        return work
    }

    mutating func id<Kind>(_ kind: Kind.Type = Kind.self) -> ID<Kind> { maker.make(at: now) }

    mutating func written(_ text: String) -> Written { Written(id: id(), text: Private(text)) }

    func count(_ measure: Measure, _ dimension: Dimension = .all, _ key: String = "all") -> Int64 {
        records.counts.filter { $0.key.measure == measure && $0.key.dimension == dimension && $0.key.key == key }
            .map(\.value).reduce(0, +)
    }
}

extension Hotline {
    /// Two operators more than a small line has, and everybody an SOS can go to.
    static let example = Hotline(
        code: "example", name: "Example",
        lines: [
            Line(
                code: "md", name: "Moldova", dialled: "0-800-00000", countries: ["MD"], languages: ["ro", "ru"],
                zone: "Europe/Chisinau", hours: OpeningHours(from: LocalTime("00:00")!, to: LocalTime("24:00")!),
                since: BusinessDate("2008-10-01")!),
            Line(
                code: "pt", name: "Portugal", dialled: "800-000-000", countries: ["PT"], languages: ["ro"],
                zone: "Europe/Lisbon", hours: OpeningHours(from: LocalTime("08:00")!, to: LocalTime("20:00")!),
                since: BusinessDate("2009-06-01")!),
        ],
        operators: [
            Operator(code: "01", roles: [.operator]), Operator(code: "02", roles: [.operator]),
            Operator(code: "03", roles: [.operator]), Operator(code: "04", roles: [.operator], active: false),
            Operator(code: "05", roles: [.specialist]), Operator(code: "06", roles: [.specialist]),
            Operator(code: "07", roles: [.operator]), Operator(code: "09", roles: [.supervisor, .admin]),
            Operator(code: "20", roles: [.reportingOfficer]), Operator(code: "21", roles: [.admin]),
            Operator(code: "22", roles: [.auditor]), Operator(code: "23", roles: [.bridge]),
            Operator(code: "24", roles: [.supervisor]),
        ],
        patterns: [
            Pattern(code: "day", from: LocalTime("08:00")!, to: LocalTime("20:00")!, staff: 2),
            Pattern(code: "night", from: LocalTime("20:00")!, to: LocalTime("08:00")!, staff: 1),
        ],
        roster: [],
        territories: [
            Territory(code: "soroca", name: "Soroca"), Territory(code: "cosauti", name: "Cosăuți", within: "soroca"),
        ],
        providers: [
            Provider(code: "centre", name: "Centre", services: ["social_reintegration", "legal"]),
            Provider(code: "shelter", name: "Shelter", services: ["safe_accommodation"]),
        ],
        settings: Settings(onCall: ["07"]))
}
