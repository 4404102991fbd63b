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
        let reach = filter.reach(try zone(hotline().zone))
        return try engine.read { connection in
            let page = try self.page(filter, reach, key, newer, limit, connection)
            return newer
                ? CallPage(calls: page.calls.reversed(), next: page.next, isPartial: page.isPartial) : page
        }
    }

    private func page(
        _ filter: CallFilter, _ reach: ClosedRange<Instant>?, _ key: CallKey?, _ newer: Bool, _ limit: Int,
        _ connection: any Connection
    ) throws -> CallPage {
        let start = start(key, newer, reach)
        var edge = filter.isEverything ? nil : try sliceEnd(start, newer, reach, connection)
        let order = newer ? "started, id" : "started DESC, id DESC"
        var slice = Slice(hotlineID, start, edge, newer, reach)
        let places = try PlaceSearch(
            filter, slice.condition, slice.arguments, order: order, vault { $0.sealer }, connection)
        if let earlier = places.edge {
            edge = earlier
            slice = Slice(hotlineID, start, edge, newer, reach)
        }
        let filtered = CallCondition(filter, hotline: hotlineID, regions: places.regions, after: slice.arguments)
        let condition = ([slice.condition] + filtered.text).joined(separator: " AND ")
        let found = try CallTable.select(
            "\(condition) ORDER BY \(order) LIMIT \(limit)", filtered.arguments, connection)
        if found.count == limit {
            return CallPage(calls: found, next: found.last.map { CallKey($0) }, isPartial: false)
        }
        return CallPage(calls: found, next: edge, isPartial: edge != nil)
    }

    /// The calls between two keys, as a condition.
    private struct Slice {
        private(set) var condition: String
        private(set) var arguments: [SQLValue]

        init(_ hotline: Int64, _ start: CallKey, _ edge: CallKey?, _ newer: Bool, _ reach: ClosedRange<Instant>?) {
            arguments = [.integer(hotline), .instant(start.started), .id(start.id)]
            condition = "hotline = $1 AND (started, id) \(newer ? ">" : "<") ($2, $3)"
            if let edge {
                arguments += [.instant(edge.started), .id(edge.id)]
                condition += " AND (started, id) \(newer ? "<=" : ">=") ($4, $5)"
            }
            if let reach {
                arguments += [.instant(reach.lowerBound), .instant(reach.upperBound)]
                condition += " AND started BETWEEN $\(arguments.count - 1) AND $\(arguments.count)"
            }
        }
    }

    /// From where a page looks: the key, but nowhere outside of what can be found.
    private func start(_ key: CallKey?, _ newer: Bool, _ reach: ClosedRange<Instant>?) -> CallKey {
        let whole = Instant(milliseconds: .min)...Instant(milliseconds: .max)
        let reach = reach ?? whole
        if newer {
            let first = CallKey(started: reach.lowerBound, id: ID(raw: .min))
            return key.map { $0.started < first.started ? first : $0 } ?? first
        }
        let last = CallKey(started: reach.upperBound, id: ID(raw: .max))
        return key.map { $0.started > last.started ? last : $0 } ?? last
    }

    /// The last call of the slice that begins after `key`, nil when the slice reaches the end.
    private func sliceEnd(
        _ key: CallKey, _ newer: Bool, _ reach: ClosedRange<Instant>?, _ connection: any Connection
    ) throws -> CallKey? {
        let order = newer ? "started, id" : "started DESC, id DESC"
        var arguments: [SQLValue] = [.integer(hotlineID), .instant(key.started), .id(key.id)]
        var within = ""
        if let reach {
            arguments.append(.instant(newer ? reach.upperBound : reach.lowerBound))
            within = "AND started \(newer ? "<=" : ">=") $4"
        }
        return try connection.first(
            """
            SELECT started, id FROM call WHERE hotline = $1 AND (started, id) \(newer ? ">" : "<") ($2, $3) \(within)
            ORDER BY \(order) LIMIT 1 OFFSET \(Store.sliceRows)
            """,
            arguments
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
            try CallTable.select(
                "hotline = $1 AND number = $2 ORDER BY id LIMIT 1", [.integer(hotlineID), .text(number)], $0
            ).first
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
