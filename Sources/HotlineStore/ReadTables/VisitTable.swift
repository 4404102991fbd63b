import HotlineDomain

enum VisitTable: ReadTable {
    static let name = "visit"
    static let columns = [
        "id", "hotline", "source", "switch_key", "call_key", "line", "country", "language", "offered_at",
        "offered_exact", "business_date", "hour", "came_while_open", "ending", "because", "operator", "left_at",
        "left_exact", "left_clock_set", "talk_ended_at", "talk_ended_exact", "talk_clock_set", "talk_ended_by",
        "talk_lost", "held_ms", "wrap_ms", "rings", "changed_at", "changed_by",
    ]
    static let sql = TableSQL(name, columns)

    static func values(_ visit: Visit, hotline: Int64) -> [SQLValue] {
        let facts = visit.facts
        let place: [SQLValue] = [
            .id(visit.id), .integer(hotline), .text(visit.source), .text(facts.id.text), .text(facts.call),
            .text(facts.line), .text(facts.country), .text(facts.language), .instant(facts.offered.at),
            .flag(facts.offered.isExact), .integer(visit.businessDate.days), .integer(Int64(visit.hour)),
            .flag(visit.cameWhileOpen),
        ]
        let ending: [SQLValue] = [
            .text(facts.ending?.kind), .text(facts.ending?.because), .text(facts.operator),
            .instant(facts.endedAt?.at), .flag(facts.endedAt?.isExact), .flag(facts.endedAt?.clockWasSet),
            .instant(facts.talk?.ended?.at), .flag(facts.talk?.ended?.isExact),
            .flag(facts.talk?.ended?.clockWasSet), .text(facts.talk?.by.rawValue), .flag(facts.talk?.isLost),
            .integer(facts.talk?.held.milliseconds), .integer(facts.talk?.wrap.milliseconds),
        ]
        return place + ending + [
            .text(rings(facts.rings)), .instant(visit.lastChanged.at), .text(visit.lastChanged.by),
        ]
    }

    static func read(_ row: any SQLRow) throws -> Visit {
        var facts = VisitFacts(
            id: SwitchCallID(row.text(3)), call: row.text(4), line: row.text(5), country: row.textOrNil(6),
            language: row.textOrNil(7), offered: .init(at: row.instant(8), isExact: row.integer(9) == 1))
        facts.ending = try ending(row.textOrNil(13), row.textOrNil(14), by: row.textOrNil(15))
        facts.endedAt = stamp(row, 16)
        if row.textOrNil(22) != nil {
            var talk = VisitFacts.Talk()
            talk.ended = stamp(row, 19)
            talk.by = try row.value(22, name, "talk_ended_by")
            talk.isLost = row.integer(23) == 1
            talk.held = Span(milliseconds: row.integer(24))
            talk.wrap = Span(milliseconds: row.integer(25))
            facts.talk = talk
        }
        facts.rings = try rings(row.text(26))
        return Visit(
            id: row.id(0), source: row.text(2), facts: facts, businessDate: BusinessDate(days: row.integer(10)),
            hour: Int(row.integer(11)), cameWhileOpen: row.integer(12) == 1, lastChanged: row.stamp(27))
    }

    /// A line each: since, its end or nothing, and whose telephone, which may be any name.
    private static func rings(_ rings: [VisitFacts.Ring]) -> String {
        rings.map { ring in
            let ended = ring.ended.map { String($0.milliseconds) } ?? ""
            return "\(ring.since.milliseconds) \(ended) \(ring.operator)"
        }.joined(separator: "\n")
    }

    private static func rings(_ text: String) throws -> [VisitFacts.Ring] {
        try text.split(separator: "\n").map { line in
            let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3, let since = Int64(parts[0]) else {
                throw UnreadableRow(table: name, column: "rings")
            }
            return VisitFacts.Ring(
                operator: String(parts[2]), since: Instant(milliseconds: since),
                ended: Int64(parts[1]).map(Instant.init(milliseconds:)))
        }
    }

    private static func stamp(_ row: any SQLRow, _ column: Int) -> VisitFacts.Stamp? {
        row.instantOrNil(column).map { at in
            VisitFacts.Stamp(
                at: at, isExact: row.integer(column + 1) == 1, clockWasSet: row.integer(column + 2) == 1)
        }
    }

    /// What the three columns of an ending say.
    static func ending(_ kind: String?, _ because: String?, by code: String?) throws -> VisitFacts.Ending? {
        func value<V: RawRepresentable<String>>(_ text: String?) throws -> V {
            guard let value = text.flatMap(V.init(rawValue:)) else {
                throw UnreadableRow(table: name, column: "because")
            }
            return value
        }
        switch kind {
        case nil: return nil
        case "answered": return .answered(by: code ?? "")
        case "abandoned": return .abandoned
        case "left": return .left(try value(because))
        case "refused": return .refused(try value(because))
        case "lost": return .lost
        default: throw UnreadableRow(table: name, column: "ending")
        }
    }
}

extension VisitFacts.Ending {
    fileprivate var kind: String {
        switch self {
        case .answered: "answered"
        case .abandoned: "abandoned"
        case .left: "left"
        case .refused: "refused"
        case .lost: "lost"
        }
    }

    fileprivate var because: String? {
        switch self {
        case .left(let because): because.rawValue
        case .refused(let because): because.rawValue
        default: nil
        }
    }
}

extension SQLValue {
    fileprivate static func flag(_ value: Bool?) -> SQLValue { .integer(value.map { $0 ? 1 : 0 }) }
}
