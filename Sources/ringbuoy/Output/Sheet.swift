import HotlineDomain
import HotlineReports
import Wording

/// One thing, field by field, for people; fields without a value are left out.
struct Sheet {
    private let title: String
    private var rows: [(label: String, value: String)] = []

    init(_ title: String) { self.title = title }

    /// `key`: of the field's name in the catalogue.
    mutating func add(_ key: String, _ value: String?) {
        if let value { rows.append((say(key), value)) }
    }

    /// A field whose name is no key of the catalogue but a label of a table.
    mutating func add(label: String, _ value: String) { rows.append((label, value)) }

    func print() throws {
        try Output.line(title)
        let width = rows.map(\.label.count).max() ?? 0
        let margin = String(repeating: " ", count: width + 4)
        for row in rows {
            let value = row.value.replacing("\n", with: "\n" + margin)
            try Output.line("  " + row.label.filled(width + 2) + value)
        }
    }
}

extension ZoneRules {
    /// `14 September 2009, 02:10` in the language of the run.
    func spoken(_ instant: Instant) -> String {
        let clock = wallClock(at: instant)
        let (year, month, day) = clock.date.civil
        return "\(say.date(year: year, month: month, day: day)), \(say.clock(hour: clock.hour, minute: clock.minute))"
    }
}

extension Output {
    /// What became of an act: for scripts, or for people.
    static func done(_ json: Bool, _ answer: JSONValue, _ sentence: String) throws {
        try line(json ? answer.compact : sentence)
    }
}
