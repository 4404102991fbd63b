import HotlineDomain

enum CallTable: ReadTable {
    static let name = "call"
    static let columns = [
        "id", "hotline", "number", "line", "status", "operator", "started", "ended", "business_date", "hour",
        "pattern", "off_shift", "class", "code", "caller", "country", "language", "topics", "sex", "age_band",
        "heard", "outcome", "call_back_at", "off_shift_reason", "region", "note", "revision", "escalation",
        "held_since", "held_ms", "call_back_by", "called_back_at", "call_back_consent", "call_back_safe",
        "call_back_message", "call_back_number", "number_known", "codename", "visit", "changed_at", "changed_by",
    ]
    static let sql = TableSQL(name, columns)

    static func values(_ call: Call, hotline: Int64) -> [SQLValue] {
        let content = call.content
        return [
            .id(call.id), .integer(hotline), .text(call.number), .text(call.line), .text(call.status.rawValue),
            .text(call.operatorCode), .instant(call.started), .instant(call.ended),
            .integer(call.placement.businessDate.days), .integer(Int64(call.placement.hour)),
            .text(call.placement.pattern), .flag(call.placement.offShift), .text(content.callClass?.rawValue),
            .text(content.code), .text(content.caller), .text(content.country), .text(content.language),
            .text(content.topics.joined(separator: " ")), .text(content.sex), .text(content.ageBand),
            .text(content.heard), .text(content.outcome), .instant(content.callBackAt),
            .text(content.offShiftReason), .id(content.region), .id(content.note), .integer(Int64(call.revision)),
            .id(call.escalation), .instant(call.heldSince), .integer(call.held.milliseconds),
            .text(call.callBackBy), .instant(call.calledBackAt), .text(content.callBack?.consent),
            .text(content.callBack?.safeTimes.map(\.description).joined(separator: " ")),
            .text(content.callBack?.message), .id(content.callBack?.number), .flag(call.numberKnown),
            .id(call.codename), .id(call.visit), .instant(call.lastChanged.at), .text(call.lastChanged.by),
        ]
    }

    static func read(_ row: any SQLRow) throws -> Call {
        let placement = Placement(
            businessDate: BusinessDate(days: row.integer(8)), hour: Int(row.integer(9)), pattern: row.textOrNil(10),
            offShift: row.flag(11))
        let content = CallContent(
            callClass: row.textOrNil(12).flatMap(CallClass.init(rawValue:)), code: row.textOrNil(13),
            caller: row.textOrNil(14), country: row.textOrNil(15), language: row.textOrNil(16),
            topics: row.text(17).split(separator: " ").map(String.init), sex: row.textOrNil(18),
            ageBand: row.textOrNil(19), heard: row.textOrNil(20), outcome: row.textOrNil(21),
            callBackAt: row.instantOrNil(22), callBack: terms(row), offShiftReason: row.textOrNil(23),
            region: row.idOrNil(24),
            note: row.idOrNil(25))
        return Call(
            id: row.id(0), number: row.text(2), line: row.text(3), status: try row.value(4, name, "status"),
            operatorCode: row.text(5), started: row.instant(6), ended: row.instantOrNil(7), placement: placement,
            content: content, revision: Int(row.integer(26)), escalation: row.idOrNil(27),
            heldSince: row.instantOrNil(28), held: Span(milliseconds: row.integer(29)),
            callBackBy: row.textOrNil(30), calledBackAt: row.instantOrNil(31), numberKnown: row.flag(36),
            codename: row.idOrNil(37), visit: row.idOrNil(38), lastChanged: row.stamp(39))
    }

    private static func terms(_ row: any SQLRow) -> CallBackTerms? {
        row.textOrNil(32).map { consent in
            CallBackTerms(
                consent: consent,
                safeTimes: (row.textOrNil(33) ?? "").split(separator: " ").compactMap { OpeningHours($0) },
                message: row.textOrNil(34), number: row.idOrNil(35))
        }
    }
}
