import HotlineDomain

/// Which escalations, cases or referrals a page holds.
public enum Standing: Sendable, Hashable, CaseIterable {
    case any, open, ended
}

/// Pages of escalations, cases and referrals, newest first. `newer` turns round
/// and goes from the one given towards the present (the page still reads newest
/// first); without one it starts at the oldest. Every page is a stretch of one
/// index and costs the same at a hundred and at a million: the open ones, which
/// are few, have an index of their own, and the ended ones are nearly all.
extension Store {
    public func escalations(
        _ standing: Standing = .any, from: Escalation? = nil, newer: Bool = false, limit: Int
    ) throws -> [Escalation] {
        let key = from.map { [SQLValue.instant($0.raisedAt), .id($0.id)] }
        return try page(EscalationTable.self, standing.escalations, key, newer, limit)
    }

    public func cases(
        _ standing: Standing = .any, from: Case? = nil, newer: Bool = false, limit: Int
    ) throws -> [Case] {
        let key = from.map { [SQLValue.instant($0.openedAt), .id($0.id)] }
        return try page(CaseTable.self, standing.cases, key, newer, limit)
    }

    public func referrals(
        _ standing: Standing = .any, from: Referral? = nil, newer: Bool = false, limit: Int
    ) throws -> [Referral] {
        try page(ReferralTable.self, standing.referrals, from.map { [.id($0.id)] }, newer, limit)
    }

    private func page<T: ReadTable>(
        _ table: T.Type, _ stretch: IndexStretch, _ key: [SQLValue]?, _ newer: Bool, _ limit: Int
    ) throws -> [T.A] {
        let condition = stretch.condition(hasKey: key != nil, newer: newer, limit: limit)
        let found = try engine.read { try table.select(condition, [.integer(hotlineID)] + (key ?? []), $0) }
        return newer ? found.reversed() : found
    }
}

/// What a list is a stretch of: the columns that order it, and the condition of
/// a partial index, which a query repeats as it stands in the schema.
struct IndexStretch {
    let columns: [String]
    let standing: String?

    /// `$1` is the hotline, the key follows it.
    func condition(hasKey: Bool, newer: Bool, limit: Int) -> String {
        var parts = ["hotline = $1"]
        if let standing { parts.append(standing) }
        if hasKey {
            let places = columns.indices.map { "$\($0 + 2)" }.joined(separator: ", ")
            parts.append("(\(columns.joined(separator: ", "))) \(newer ? ">" : "<") (\(places))")
        }
        let order = columns.map { newer ? $0 : "\($0) DESC" }.joined(separator: ", ")
        return "\(parts.joined(separator: " AND ")) ORDER BY \(order) LIMIT \(limit)"
    }
}

extension Standing {
    var escalations: IndexStretch {
        let standing: String? =
            switch self {
            case .any: nil
            case .open: "status <> 'resolved'"
            case .ended: "status = 'resolved'"
            }
        return IndexStretch(columns: ["raised_at", "id"], standing: standing)
    }

    var cases: IndexStretch {
        let standing: String? =
            switch self {
            case .any: nil
            case .open: "status NOT IN ('closed', 'closed_referred', 'duplicate')"
            case .ended: "status IN ('closed', 'closed_referred', 'duplicate')"
            }
        return IndexStretch(columns: ["opened_at", "id"], standing: standing)
    }

    var referrals: IndexStretch {
        let standing: String? =
            switch self {
            case .any: nil
            case .open: "status IN ('draft', 'ready', 'sent', 'accepted', 'in_service')"
            case .ended: "status IN ('declined', 'rejected', 'revoked', 'ended')"
            }
        return IndexStretch(columns: ["id"], standing: standing)
    }
}
