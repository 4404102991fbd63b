import HotlineDomain

/// What somebody who writes about a thing has in sight of it: its last event in
/// the order of `EventOrder`, and how many there are.
struct Sight {
    /// Of the last event; the next one's is above it.
    var tick = Int64.min
    var base: EventPlace?
    var count: Int64 = 0
    /// Two wrote of it without having seen each other's work, and nobody with both in sight since.
    var isDivided = false

    static func of(_ event: Event, _ subject: Subject, _ connection: any Connection) throws -> Sight {
        switch event {
        case .access(_, let event): event.isOfSlot ? try ofSlots(connection) : Sight()
        case .erasure: try ofErasing(subject, connection)
        default: try of(subject, connection)
        }
    }

    /// Of one thing: a single look into the index. `kind || ''`: SQLite prepares a statement anew for
    /// each value of what a partial index asks for, and `kind` is asked for by some.
    static func of(_ subject: Subject, _ connection: any Connection) throws -> Sight {
        let found = try connection.first(
            """
            SELECT tick, node, sequence, seen,
                (SELECT count(*) FROM divergence WHERE divergence.subject = event.subject)
            FROM event WHERE subject = $1 AND kind || '' = $2 ORDER BY tick DESC, node DESC, sequence DESC LIMIT 1
            """, [.integer(subject.id), .text(subject.kind.rawValue)]
        ) { row in
            Sight(
                tick: row.integer(0), base: EventPlace(node: row.integer(1), sequence: row.integer(2)),
                count: row.integer(3) + 1, isDivided: row.integer(4) > 0)
        }
        guard var sight = found else { return Sight() }
        // Else whoever wrote the last one had all the others in sight.
        if sight.isDivided { sight.count = try count(subject, connection) }
        return sight
    }

    private static func count(_ subject: Subject, _ connection: any Connection) throws -> Int64 {
        try connection.count(
            "SELECT count(*) FROM event WHERE subject = $1 AND kind || '' = $2",
            [.integer(subject.id), .text(subject.kind.rawValue)])
    }

    /// Erasing builds on nothing, but comes after whatever it erases and after what was held before.
    private static func ofErasing(_ subject: Subject, _ connection: any Connection) throws -> Sight {
        let tick = try connection.first(
            """
            SELECT tick FROM event WHERE subject = $1 AND kind <> 'access'
            ORDER BY tick DESC, node DESC, sequence DESC LIMIT 1
            """, [.integer(subject.id)]
        ) { $0.integer(0) }
        return Sight(tick: tick ?? .min)
    }

    /// A way in that is taken away stays away, whatever the clock said where it was given.
    private static func ofSlots(_ connection: any Connection) throws -> Sight {
        let tick = try connection.first(
            "SELECT max(tick) FROM event WHERE \(AccessEvent.tellsOfSlots)", []
        ) { $0.integerOrNil(0) }
        return Sight(tick: (tick ?? nil) ?? .min)
    }

    /// After this event was written with it.
    mutating func take(_ entry: JournalEntry) {
        tick = entry.tick
        switch entry.subject.kind {
        case .access, .erasure: break
        default:
            base = entry.place
            count += 1
        }
    }
}

extension AccessEvent {
    /// Spelled as the index `event_of_slots` has it, and by nothing that another index has: no other kind of
    /// event has such a name.
    static let tellsOfSlots = "(body LIKE '{\"slot%' OR body LIKE '{\"keyTurned\"%')"

    var isOfSlot: Bool {
        switch self {
        case .slotIssued, .slotRemoved, .keyTurned: true
        default: false
        }
    }
}
