import HotlineDomain

/// Shelters and registers: who stays where, and what the hotline keeps beside its calls.
extension Store {
    public func stay(_ id: StayID) throws -> Stay? { try engine.read { try StayTable.find(id, $0) } }
    public func entry(_ id: EntryID) throws -> Entry? { try engine.read { try EntryTable.find(id, $0) } }

    /// In the order they came; of one provider, or of every one.
    public func staysNow(at provider: String? = nil) throws -> [Stay] {
        let one = provider == nil ? "" : "AND provider = $2"
        return try engine.read {
            try StayTable.select(
                "hotline = $1 AND left_at IS NULL \(one) ORDER BY admitted_at, id",
                [.integer(hotlineID)] + (provider.map { [.text($0)] } ?? []), $0)
        }
    }

    /// Newest first, those who left too, behind `before`.
    public func stays(at provider: String? = nil, before: Stay? = nil, limit: Int) throws -> [Stay] {
        let one = provider == nil ? "" : "AND provider = $4"
        return try engine.read {
            try StayTable.select(
                """
                hotline = $1 AND (admitted_at, id) < ($2, $3) \(one)
                ORDER BY admitted_at DESC, id DESC LIMIT \(limit)
                """,
                [
                    .integer(hotlineID), .integer(before?.admittedAt.milliseconds ?? .max),
                    .integer(before?.id.raw ?? .max),
                ] + (provider.map { [.text($0)] } ?? []), $0)
        }
    }

    /// Every provider that has places, as it is now.
    public func occupancies(on today: BusinessDate) throws -> [String: Occupancy] {
        let staying = Dictionary(grouping: try staysNow(), by: \.provider)
        var found: [String: Occupancy] = [:]
        for provider in try hotline().providers {
            if let places = provider.places {
                found[provider.code] = Occupancy(
                    places: places, staying: staying[provider.code] ?? [], on: today)
            }
        }
        return found
    }

    /// Lines of one register, the soonest due first.
    public func entries(_ kind: EntryKind, openOnly: Bool = false) throws -> [Entry] {
        let open = openOnly ? "AND status = 'open'" : "AND status <> 'withdrawn'"
        return try engine.read {
            try EntryTable.select(
                "hotline = $1 AND kind = $2 \(open) ORDER BY due NULLS FIRST, id",
                [.integer(hotlineID), .text(kind.rawValue)], $0)
        }
    }

    /// Sent, and no answer in time, the longest overdue first.
    public func referralsWithoutResponse(at now: Instant) throws -> [Referral] {
        let sent = try engine.read {
            try ReferralTable.select(
                """
                hotline = $1 AND status IN ('draft', 'ready', 'sent', 'accepted', 'in_service')
                AND status = 'sent' ORDER BY sent_at, id
                """, [.integer(hotlineID)], $0)
        }
        return sent.filter { $0.hasNoResponse(at: now) }.sorted {
            ($0.dueAt ?? now, $0.id) < ($1.dueAt ?? now, $1.id)
        }
    }
}
