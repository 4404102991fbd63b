import HotlineDomain
import HotlineStore
import StoreSQLite

/// A small hotline of two lines, two patterns and five people, on Moscow's clock.
enum Fixture {
    static let moscow = ZoneRules(name: "Europe/Moscow", firstOffsetSeconds: 10_800, changes: [])
    static let date = BusinessDate("2009-09-14")!

    static func at(_ time: String, _ date: BusinessDate = date) -> Instant { moscow.instant(date, LocalTime(time)!) }

    static let hotline: Hotline = {
        let allDay = OpeningHours(from: LocalTime("00:00")!, to: LocalTime("24:00")!)
        let since = BusinessDate("2004-11-01")!
        return Hotline(
            code: "angel-coalition", name: "Angel Coalition",
            lines: [
                Line(
                    code: "ru", name: "Russia", dialled: "8-800-200-24-00", countries: ["RU"], languages: ["ru"],
                    zone: "Europe/Moscow", hours: allDay, since: since),
                Line(
                    code: "eu", name: "Europe", dialled: "00-800-455-05-555", countries: ["BE", "NL", "DE", "CH"],
                    languages: ["ru", "en"], zone: "Europe/Moscow", hours: allDay, since: since),
            ],
            operators: [
                Operator(code: "01", roles: [.operator]), Operator(code: "02", roles: [.operator]),
                Operator(code: "03", roles: [.operator]), Operator(code: "41", roles: [.specialist]),
                Operator(code: "91", roles: [.supervisor]),
            ],
            patterns: [
                Pattern(code: "day", from: LocalTime("08:00")!, to: LocalTime("20:00")!, staff: 3),
                Pattern(code: "night", from: LocalTime("20:00")!, to: LocalTime("08:00")!, staff: 1),
            ],
            roster: [
                RosterEntry(pattern: "day", operators: ["01", "02", "41"], first: since),
                RosterEntry(pattern: "night", operators: ["03"], first: since),
            ],
            providers: [
                Provider(code: "capc", name: "CAPC", services: ["safe_accommodation", "social_reintegration"])
            ])
    }()

    static func store(at now: Instant = at("08:00")) throws -> Store {
        try Store.create(try SQLiteEngine.inMemory(), hotline: hotline, at: now) { _ in moscow }
    }

    /// Signs people on to their shifts through the engine.
    static func signOn(_ codes: [String], _ store: Store, at now: Instant) throws {
        try store.planShifts(by: Stamp.systemCode, at: now)
        for code in codes {
            guard let shift = try store.shiftToSignOn(code, at: now) else { continue }
            try store.perform([.shift(shift.id, .signOn)], by: code, at: now)
        }
    }
}
