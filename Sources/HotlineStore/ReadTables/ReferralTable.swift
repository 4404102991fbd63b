import HotlineDomain

enum ReferralTable: ReadTable {
    static let name = "referral"
    static let columns = [
        "id", "hotline", "number", "origin", "origin_id", "provider", "service", "urgency", "added_by", "kept_by",
        "status", "consent", "consent_because", "sent_at", "chases", "rejected_because", "outcome", "source",
        "answered_at", "answered_by", "full_overridden_because", "delivered", "changed_at", "changed_by",
    ]
    static let sql = TableSQL(name, columns)

    static func values(_ referral: Referral, hotline: Int64) throws -> [SQLValue] {
        var because: String?
        if case .overridden(let reason) = referral.consent { because = reason }
        let origin = referral.origin.subject
        return [
            .id(referral.id), .integer(hotline), .text(referral.number), .text(origin.kind.rawValue),
            .integer(origin.id), .text(referral.provider), .text(referral.service), .text(referral.urgency.rawValue),
            .text(referral.addedBy), .text(referral.keptBy), .text(referral.status.rawValue),
            .text(referral.consent?.code), .text(because), .instant(referral.sentAt),
            .integer(Int64(referral.chases)), .text(referral.rejectedBecause), .text(referral.outcome),
            .text(referral.source?.rawValue), .instant(referral.answered?.at), .text(referral.answered?.by),
            .text(referral.fullOverriddenBecause), .text(try EventCodec().text(referral.delivered)),
            .instant(referral.lastChanged.at), .text(referral.lastChanged.by),
        ]
    }

    static func read(_ row: any SQLRow) throws -> Referral {
        let origin: ReferralOrigin
        switch row.text(3) {
        case "case": origin = .case(id: row.id(4))
        case "escalation": origin = .escalation(id: row.id(4))
        case "call": origin = .call(id: row.id(4))
        default: throw UnreadableRow(table: name, column: "origin")
        }
        var consent: Referral.Consent?
        switch row.textOrNil(11) {
        case "given": consent = .given
        case "refused": consent = .refused
        case "overridden": consent = .overridden(because: row.text(12))
        default: consent = nil
        }
        return Referral(
            id: row.id(0), number: row.text(2), origin: origin, provider: row.text(5), service: row.text(6),
            urgency: try row.value(7, name, "urgency"), addedBy: row.text(8), keptBy: row.text(9),
            status: try row.value(10, name, "status"), consent: consent, sentAt: row.instantOrNil(13),
            chases: Int(row.integer(14)), rejectedBecause: row.textOrNil(15), outcome: row.textOrNil(16),
            source: row.textOrNil(17).flatMap(OutcomeSource.init(rawValue:)),
            answered: row.isNull(18) ? nil : row.stamp(18), fullOverriddenBecause: row.textOrNil(20),
            delivered: try EventCodec().value([ServiceDelivered].self, row.text(21)), lastChanged: row.stamp(22))
    }
}
