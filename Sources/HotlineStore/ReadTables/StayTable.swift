import HotlineDomain

enum StayTable: ReadTable {
    static let name = "stay"
    static let columns = [
        "id", "hotline", "provider", "category", "case_file", "referral", "donor", "admitted_at", "admitted_on",
        "expected_until", "overridden_because", "left_at", "left_because", "changed_at", "changed_by",
    ]
    static let sql = TableSQL(name, columns)

    static func values(_ stay: Stay, hotline: Int64) -> [SQLValue] {
        [
            .id(stay.id), .integer(hotline), .text(stay.provider), .text(stay.category), .id(stay.case),
            .id(stay.referral), .text(stay.donor), .instant(stay.admittedAt), .integer(stay.admittedOn.days),
            .integer(stay.expectedUntil?.days), .text(stay.overriddenBecause), .instant(stay.leftAt),
            .text(stay.leftBecause), .instant(stay.lastChanged.at), .text(stay.lastChanged.by),
        ]
    }

    static func read(_ row: any SQLRow) throws -> Stay {
        Stay(
            id: row.id(0), provider: row.text(2), category: row.text(3), case: row.idOrNil(4),
            referral: row.idOrNil(5), donor: row.textOrNil(6), admittedAt: row.instant(7),
            admittedOn: BusinessDate(days: row.integer(8)),
            expectedUntil: row.integerOrNil(9).map(BusinessDate.init(days:)), overriddenBecause: row.textOrNil(10),
            leftAt: row.instantOrNil(11), leftBecause: row.textOrNil(12), lastChanged: row.stamp(13))
    }
}
