import HotlineDomain
import HotlineStore
import TerminalUI

/// Pages of the lists, newest first, as a list window wants them.
extension Store {
    /// A filtered page may come back short of its rows with the place where the
    /// search goes on, so that no key ever waits for it.
    func callPage(_ filter: CallFilter, _ want: ListWant<CallRow>, _ rows: Int) throws -> Page<CallRow> {
        let page: CallPage
        switch want {
        case .first: page = try calls(filter, limit: rows)
        case .after(let key): page = try calls(filter, from: key, limit: rows)
        case .from(let key): page = try calls(filter, from: key.including, limit: rows)
        case .before(let key): return Page(try newer(filter, key, rows), for: want)
        case .last: return Page(try newer(filter, nil, rows), for: want)
        }
        return Page(page.calls.map(CallRow.init), for: want, goesOn: page.isPartial ? page.next : nil)
    }

    /// Towards the present the rows before a place must be next to it: slices
    /// are put together until the page is whole.
    private func newer(_ filter: CallFilter, _ key: CallKey?, _ rows: Int) throws -> [CallRow] {
        var found: [Call] = []
        var place = key
        while found.count < rows {
            let page = try calls(filter, from: place, newer: true, limit: rows - found.count)
            found = page.calls + found
            guard page.isPartial, let next = page.next else { break }
            place = next
        }
        return found.map(CallRow.init)
    }

    /// Open ones first: nobody is to look for them.
    func escalationPage(
        _ filter: WorkFilter, _ want: ListWant<EscalationRow>, _ rows: Int
    ) throws -> Page<EscalationRow> {
        try page(want, rows, isWanted: { $0.fits(filter) }, find: { try escalation($0).map(EscalationRow.init) }) {
            row, limit in
            try openFirst(filter.openOnly, after: row?.escalation, limit).map(EscalationRow.init)
        }
    }

    /// Those nobody acknowledged, then those in hand, each the oldest first; then
    /// the resolved ones, newest first.
    private func openFirst(_ openOnly: Bool, after row: Escalation?, _ limit: Int) throws -> [Escalation] {
        var found: [Escalation] = []
        if row?.isOpen ?? true {
            let open = try escalations(openOnly: true, limit: 500).sorted {
                ($0.isAcknowledged ? 1 : 0, $0.raisedAt, $0.id) < ($1.isAcknowledged ? 1 : 0, $1.raisedAt, $1.id)
            }
            let place = row.flatMap { row in open.firstIndex { $0.id == row.id } }.map { $0 + 1 } ?? 0
            found = Array(open.dropFirst(place).prefix(limit))
        }
        guard !openOnly else { return found }
        var before = row.flatMap { $0.isOpen ? nil : $0 }
        while found.count < limit {
            let next = try escalations(before: before, limit: limit)
            found += next.filter { !$0.isOpen }
            before = next.last
            if next.count < limit { break }
        }
        return Array(found.prefix(limit))
    }

    func casePage(_ filter: WorkFilter, _ want: ListWant<CaseRow>, _ rows: Int) throws -> Page<CaseRow> {
        try page(want, rows, isWanted: { $0.fits(filter) }, find: { try self.case($0).map(CaseRow.init) }) {
            row, limit in
            try cases(openOnly: filter.openOnly, before: row?.case, limit: limit).map(CaseRow.init)
        }
    }

    func referralPage(
        _ filter: WorkFilter, _ want: ListWant<ReferralRow>, _ rows: Int
    ) throws -> Page<ReferralRow> {
        try page(want, rows, isWanted: { $0.fits(filter) }, find: { try referral($0).map(ReferralRow.init) }) {
            row, limit in
            try referrals(openOnly: filter.openOnly, before: row?.referral, limit: limit).map(ReferralRow.init)
        }
    }

    /// These lists can only be read downwards: what lies before a row is found by
    /// reading down to it. They hold escalations and cases, not calls.
    private func page<Row: Identifiable>(
        _ want: ListWant<Row>, _ rows: Int, isWanted: (Row) -> Bool, find: (Row.ID) throws -> Row?,
        below: (Row?, Int) throws -> [Row]
    ) throws -> Page<Row> {
        switch want {
        case .first: return try look(for: want, rows, nil, isWanted, below)
        case .after(let id):
            guard let row = try find(id) else { return Page([], for: want) }
            return try look(for: want, rows, row, isWanted, below)
        case .from(let id):
            guard let row = try find(id), isWanted(row) else {
                return try look(for: want, rows, nil, isWanted, below)
            }
            let rest = try look(for: want, rows - 1, row, isWanted, below)
            return Page([row] + rest.rows, for: want, goesOn: rest.goesOn)
        case .before(let id): return Page(try tail(rows, until: id, isWanted, below), for: want)
        case .last: return Page(try tail(rows, until: nil, isWanted, below), for: want)
        }
    }

    /// How many rows a filtered page looks at before it comes back with what it has.
    private static let rowsLookedAt = 2000

    private func look<Row: Identifiable>(
        for want: ListWant<Row>, _ rows: Int, _ row: Row?, _ isWanted: (Row) -> Bool,
        _ below: (Row?, Int) throws -> [Row]
    ) throws -> Page<Row> {
        var found: [Row] = []
        var last = row
        var looked = 0
        while found.count < rows {
            let next = try below(last, rows)
            looked += next.count
            for row in next where found.count < rows {
                last = row
                if isWanted(row) { found.append(row) }
            }
            if next.count < rows { break }
            if looked >= Store.rowsLookedAt, found.count < rows { return Page(found, for: want, goesOn: last?.id) }
        }
        return Page(found, for: want)
    }

    private func tail<Row: Identifiable>(
        _ rows: Int, until id: Row.ID?, _ isWanted: (Row) -> Bool, _ below: (Row?, Int) throws -> [Row]
    ) throws -> [Row] {
        var kept: [Row] = []
        var last: Row?
        while true {
            let next = try below(last, rows)
            let end = next.firstIndex { $0.id == id }
            kept = Array((kept + next.prefix(end ?? next.count).filter(isWanted)).suffix(rows))
            guard end == nil, next.count == rows else { return kept }
            last = next.last
        }
    }
}

extension CallKey {
    /// The key right before this one in the list, so that a page after it begins with this.
    fileprivate var including: CallKey { CallKey(started: started, id: ID(raw: id.raw == .max ? .max : id.raw + 1)) }
}
