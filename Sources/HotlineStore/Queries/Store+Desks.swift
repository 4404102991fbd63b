import HotlineDomain

/// The desks that joined, as the journal tells of them.
extension Store {
    /// Spelled as the index `event_of_desks` has it.
    static let tellsOfDesk = "kind = 'access' AND body LIKE '{\"deskEnrolled\"%'"

    /// In the order of their marks.
    public func desks() throws -> [EnrolledDesk] { try engine.read { try Store.desks($0, hotline: hotlineID) } }

    static func desks(_ connection: any Connection, hotline: Int64) throws -> [EnrolledDesk] {
        let codec = EventCodec()
        let found = try connection.all(
            "SELECT at, by_operator, body FROM event WHERE hotline = $1 AND \(tellsOfDesk)", [.integer(hotline)]
        ) { row -> EnrolledDesk? in
            let event = try codec.value(AccessEvent.self, row.text(2))
            guard case .deskEnrolled(let mark, let name, let token, let insteadOf) = event else { return nil }
            return EnrolledDesk(
                mark: mark, name: name, token: token, insteadOf: insteadOf,
                enrolled: Stamp(by: row.text(1), at: row.instant(0)))
        }
        return found.compactMap(\.self).sorted { $0.mark < $1.mark }
    }

    /// Enrols a desk, by the mark that comes next; one that asked before and did not hear the answer gets the same.
    public func enrol(
        _ name: String, token: String, insteadOf: DeskMark? = nil, by actor: String, at now: Instant
    ) throws -> EnrolledDesk {
        try batch { batch in
            let known = try Store.desks(batch.connection, hotline: hotlineID)
            if let desk = known.first(where: { $0.token == token }) { return desk }
            // Nodes that something was written under were never a desk's to give.
            let used = try batch.connection.all("SELECT node FROM node WHERE last_sequence > 0") {
                DeskMark(node: $0.integer(0))
            }
            let taken = Set(known.map(\.mark) + used.compactMap(\.self))
            guard let mark = DeskMark.all.lazy.compactMap({ DeskMark($0) }).first(where: { !taken.contains($0) })
            else {
                throw Refusal(DeskRule.noneFree, ["count": String(DeskMark.all.count)])
            }
            let asked = Enrolment(mark: mark, name: name, token: token, insteadOf: insteadOf)
            try batch.perform([.access(.enrolDesk(asked))], by: actor, at: now)
            return EnrolledDesk(
                mark: mark, name: name, token: token, insteadOf: insteadOf, enrolled: Stamp(by: actor, at: now))
        }
    }
}
