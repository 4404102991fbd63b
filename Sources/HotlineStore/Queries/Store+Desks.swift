import HotlineDomain

/// The desks that joined, as the journal tells of them.
extension Store {
    /// Spelled as the index `event_of_desks` has it.
    static let tellsOfDesk = "kind = 'access' AND body LIKE '{\"desk%'"

    /// In the order of their marks, those that were retired among them.
    public func desks() throws -> [EnrolledDesk] { try engine.read { try Store.desks($0, hotline: hotlineID) } }

    static func desks(_ connection: any Connection, hotline: Int64) throws -> [EnrolledDesk] {
        let codec = EventCodec()
        var desks: [DeskMark: EnrolledDesk] = [:]
        var retired: [DeskMark: Stamp] = [:]
        let told = try connection.all(
            """
            SELECT at, by_operator, body FROM event WHERE hotline = $1 AND \(tellsOfDesk)
            ORDER BY tick, node, sequence
            """, [.integer(hotline)]
        ) { (Stamp(by: $0.text(1), at: $0.instant(0)), try codec.value(AccessEvent.self, $0.text(2))) }
        for (stamp, event) in told {
            switch event {
            case .deskEnrolled(let mark, let name, let token, let insteadOf):
                desks[mark] = EnrolledDesk(
                    mark: mark, name: name, token: token, insteadOf: insteadOf, enrolled: stamp)
            case .deskRetired(let mark): retired[mark] = retired[mark] ?? stamp
            default: break
            }
        }
        for (mark, stamp) in retired { desks[mark]?.retired = stamp }
        return desks.values.sorted { $0.mark < $1.mark }
    }

    /// Who ended the desk that this store is of; nil while it works.
    public func retirement() throws -> Stamp? {
        guard let desk else { return nil }
        return try engine.read { try Store.retirement(of: desk, $0, hotline: hotlineID) }
    }

    static func retirement(of desk: DeskMark, _ connection: any Connection, hotline: Int64) throws -> Stamp? {
        try connection.first(
            """
            SELECT at, by_operator FROM event WHERE hotline = $1 AND body = $2 AND \(tellsOfDesk)
            ORDER BY tick, node, sequence LIMIT 1
            """,
            [.integer(hotline), .text(EventCodec().text(AccessEvent.deskRetired(mark: desk)))]
        ) { Stamp(by: $0.text(1), at: $0.instant(0)) }
    }

    /// Enrols a desk, by the mark that comes next; one that asked before and did not hear the answer gets the same.
    public func enrol(
        _ name: String, token: String, insteadOf: DeskMark? = nil, by actor: String, at now: Instant
    ) throws -> EnrolledDesk {
        try batch { batch in
            let known = try Store.desks(batch.connection, hotline: hotlineID)
            if let desk = known.first(where: { $0.token == token && $0.retired == nil }) { return desk }
            // Nodes that something was written under were never a desk's to give.
            let used = try batch.connection.all("SELECT node FROM node WHERE last_sequence > 0") {
                DeskMark(node: $0.integer(0))
            }
            let taken = Set(known.map(\.mark) + used.compactMap(\.self))
            let term = try HouseTerm.read(batch.connection)
            let free = DeskMark.all.compactMap { DeskMark($0) }.filter { !taken.contains($0) && !term.holds($0) }
            guard let mark = free.first(where: { $0.number > term.desksBefore }) ?? free.first else {
                throw Refusal(DeskRule.noneFree, ["count": String(DeskMark.all.count)])
            }
            let asked = Enrolment(mark: mark, name: name, token: token, insteadOf: insteadOf)
            try batch.perform([.access(.enrolDesk(asked))], by: actor, at: now)
            return EnrolledDesk(
                mark: mark, name: name, token: token, insteadOf: insteadOf, enrolled: Stamp(by: actor, at: now))
        }
    }
}
