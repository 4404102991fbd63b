import HotlineDomain

extension Store {
    /// How many calls a filtered page looks at before it comes back with what
    /// it has: about 20 ms on a small laptop.
    static let sliceRows: Int64 = 20_000

    /// A page of calls, newest first; `newer` turns round and goes from `key`
    /// towards the present (the page still reads newest first). Costs the same
    /// at ten thousand calls and at ten million.
    public func calls(
        _ filter: CallFilter = CallFilter(), from key: CallKey? = nil, newer: Bool = false, limit: Int
    ) throws -> CallPage {
        try engine.read { connection in
            let page = try self.page(filter, key, newer, limit, connection)
            return newer
                ? CallPage(calls: page.calls.reversed(), next: page.next, isPartial: page.isPartial) : page
        }
    }

    private func page(
        _ filter: CallFilter, _ key: CallKey?, _ newer: Bool, _ limit: Int, _ connection: any Connection
    ) throws -> CallPage {
        let start = key ?? CallKey(started: Instant(milliseconds: newer ? .min : .max), id: ID(raw: newer ? .min : .max))
        let edge = filter.isEverything ? nil : try sliceEnd(start, newer, connection)
        var arguments: [SQLValue] = [.integer(hotlineID), .instant(start.started), .id(start.id)]
        var condition = "hotline = $1 AND (started, id) \(newer ? ">" : "<") ($2, $3)"
        if let edge {
            arguments += [.instant(edge.started), .id(edge.id)]
            condition += " AND (started, id) \(newer ? "<=" : ">=") ($4, $5)"
        }
        let filtered = CallCondition(filter, after: arguments)
        for part in filtered.text { condition += " AND \(part)" }
        let order = newer ? "started, id" : "started DESC, id DESC"
        let found = try CallTable.select(
            "\(condition) ORDER BY \(order) LIMIT \(limit)", filtered.arguments, connection)
        if found.count == limit {
            return CallPage(calls: found, next: found.last.map { CallKey($0) }, isPartial: false)
        }
        return CallPage(calls: found, next: edge, isPartial: edge != nil)
    }

    /// The last call of the slice that begins after `key`, nil when the slice reaches the end.
    private func sliceEnd(_ key: CallKey, _ newer: Bool, _ connection: any Connection) throws -> CallKey? {
        let order = newer ? "started, id" : "started DESC, id DESC"
        return try connection.first(
            """
            SELECT started, id FROM call WHERE hotline = $1 AND (started, id) \(newer ? ">" : "<") ($2, $3)
            ORDER BY \(order) LIMIT 1 OFFSET \(Store.sliceRows)
            """,
            [.integer(hotlineID), .instant(key.started), .id(key.id)]
        ) { CallKey(started: $0.instant(0), id: $0.id(1)) }
    }

    /// The key from which a list shows the calls of this date first: jump to a date.
    public func key(endOf date: BusinessDate) throws -> CallKey {
        let rules = try zone(hotline().zone)
        // A business date may run into the next day's morning.
        return CallKey(started: rules.instant(date + 1, secondsOfDay: 43_200), id: ID(raw: .max))
    }

    public func call(_ id: CallID) throws -> Call? { try engine.read { try CallTable.find(id, $0) } }

    /// By what people say aloud, `09-0417`.
    public func call(number: String) throws -> Call? {
        try engine.read {
            try CallTable.select("hotline = $1 AND number = $2", [.integer(hotlineID), .text(number)], $0).first
        }
    }

    /// Calls this operator has not finished, oldest first.
    public func unfinishedCalls(of operatorCode: String) throws -> [Call] {
        try engine.read {
            try CallTable.select(
                """
                hotline = $1 AND operator = $2 AND status IN ('talking', 'held', 'wrap_up', 'draft')
                ORDER BY started + 0, id
                """,
                [.integer(hotlineID), .text(operatorCode)], $0)
        }
    }
}
