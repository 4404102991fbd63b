import HotlineDomain
import HotlineReports
import HotlineStore

extension Call {
    /// A row of `call list --json`: these members, in this order.
    func row(_ zone: ZoneRules) -> JSONValue {
        [
            "id": .id(id),
            "started": .time(started, zone),
            "ended": .time(ended, zone),
            "business_date": .string(placement.businessDate.description),
            "class": .string(content.callClass?.rawValue),
            "code": .string(content.code),
            "line": .string(line),
            "operator": .string(operatorCode),
            "country": .string(content.country),
            "language": .string(content.language),
            "topics": .strings(content.topics),
            "outcome": .string(content.outcome),
            "status": .string(status.rawValue),
            "revision": .number(revision),
        ]
    }

    /// `call show --json`: the row and everything else, people's words among it.
    func full(_ zone: ZoneRules, _ store: Store) throws -> JSONValue {
        let all = try whole(zone, store)
        // Only of a caller who was recognised.
        return try store.recognition(of: self)?.json.map { all + ["recognised": $0] } ?? all
    }

    private func whole(_ zone: ZoneRules, _ store: Store) throws -> JSONValue {
        row(zone) + [
            "number": .string(number),
            "shift": .string(placement.pattern),
            "off_shift": .flag(placement.offShift),
            "off_shift_reason": .string(content.offShiftReason),
            "caller": .string(content.caller),
            "sex": .string(content.sex),
            "age_band": .string(content.ageBand),
            "heard": .string(content.heard),
            "escalation": .id(escalation),
            "visit": .id(visit),
            "call_back": .time(content.callBackAt, zone),
            "called_back": .time(calledBackAt, zone),
            "call_back_consent": .string(content.callBack?.consent),
            "call_back_safe": .strings(content.callBack?.safeTimes.map(\.description) ?? []),
            "call_back_message": .string(content.callBack?.message),
            "call_back_number_kept": .flag(content.callBack?.number != nil),
            "codename": .string(try store.text(codename)),
            "region": .string(try store.text(content.region)),
            "note": .string(try store.text(content.note)),
        ] + (try store.keeping(of: Subject(.call, id.raw)).row(zone))
    }
}

extension Store {
    /// Somebody's words, on their way to whoever asked; nil for none and for erased ones.
    func text(_ id: WordsID?) throws -> String? { try id.flatMap { try words($0)?.revealed } }
}
