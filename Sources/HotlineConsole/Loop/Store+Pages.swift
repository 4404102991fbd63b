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

    func casePage(_ filter: WorkFilter, _ want: ListWant<CaseRow>, _ rows: Int) throws -> Page<CaseRow> {
        let standing: Standing = filter.openOnly ? .open : .any
        return try page(want, rows, isWanted: { $0.fits(filter) }, find: { try self.case($0).map(CaseRow.init) }) {
            try cases(standing, from: $0?.case, newer: $1, limit: $2).map(CaseRow.init)
        }
    }

    func referralPage(
        _ filter: WorkFilter, _ want: ListWant<ReferralRow>, _ rows: Int, _ now: Instant
    ) throws -> Page<ReferralRow> {
        let standing: Standing = filter.openOnly || filter.lateOnly ? .open : .any
        let isWanted = { (row: ReferralRow) in
            row.fits(filter) && (!filter.lateOnly || row.referral.hasNoResponse(at: now))
        }
        return try page(want, rows, isWanted: isWanted, find: { try referral($0).map(ReferralRow.init) }) {
            try referrals(standing, from: $0?.referral, newer: $1, limit: $2).map(ReferralRow.init)
        }
    }

    /// Open ones first: nobody is to look for them.
    func escalationPage(
        _ filter: WorkFilter, _ want: ListWant<EscalationRow>, _ rows: Int
    ) throws -> Page<EscalationRow> {
        let open = try openEscalations()
        return try page(
            want, rows, isWanted: { $0.fits(filter) }, find: { try escalation($0).map(EscalationRow.init) }
        ) {
            let row = $0?.escalation
            let found =
                filter.openOnly
                ? part(of: open, from: row, newer: $1, $2) : try openFirst(open, from: row, newer: $1, $2)
            return found.map(EscalationRow.init)
        }
    }

    /// Those nobody acknowledged, then those in hand, each the oldest first.
    private func openEscalations() throws -> [Escalation] {
        try escalations(.open, limit: 500).sorted {
            ($0.isAcknowledged ? 1 : 0, $0.raisedAt, $0.id) < ($1.isAcknowledged ? 1 : 0, $1.raisedAt, $1.id)
        }
    }

    /// The open ones, then the resolved ones, newest first: next to `row`, to either side.
    private func openFirst(
        _ open: [Escalation], from row: Escalation?, newer: Bool, _ limit: Int
    ) throws -> [Escalation] {
        let isOpen = row?.isOpen ?? !newer
        if isOpen {
            let found = part(of: open, from: row, newer: newer, limit)
            return newer ? found : found + (try escalations(.ended, limit: limit - found.count))
        }
        let found = try escalations(.ended, from: row, newer: newer, limit: limit)
        return newer ? open.suffix(limit - found.count) + found : found
    }

    private func part(of open: [Escalation], from row: Escalation?, newer: Bool, _ limit: Int) -> [Escalation] {
        let place = row.flatMap { row in open.firstIndex { $0.id == row.id } }
        return newer
            ? open[..<(place ?? open.count)].suffix(limit) : Array(open[(place.map { $0 + 1 } ?? 0)...].prefix(limit))
    }

    /// A page as a window wants it, of a list that is read from any row to
    /// either side: `read` gives so many rows below or, `newer`, above one.
    private func page<Row: Identifiable>(
        _ want: ListWant<Row>, _ rows: Int, isWanted: (Row) -> Bool, find: (Row.ID) throws -> Row?,
        read: (_ from: Row?, _ newer: Bool, _ limit: Int) throws -> [Row]
    ) throws -> Page<Row> {
        switch want {
        case .first: return try look(for: want, rows, nil, isWanted, read)
        case .after(let id):
            guard let row = try find(id) else { return Page([], for: want) }
            return try look(for: want, rows, row, isWanted, read)
        case .from(let id):
            guard let row = try find(id), isWanted(row) else {
                return try look(for: want, rows, nil, isWanted, read)
            }
            let rest = try look(for: want, rows - 1, row, isWanted, read)
            return Page([row] + rest.rows, for: want, goesOn: rest.goesOn)
        case .before(let id): return Page(try lookUp(rows, find(id), isWanted, read), for: want)
        case .last: return Page(try lookUp(rows, nil, isWanted, read), for: want)
        }
    }

    /// How many rows a filtered page looks at before it comes back with what it has.
    private static let rowsLookedAt = 2000

    private func look<Row: Identifiable>(
        for want: ListWant<Row>, _ rows: Int, _ row: Row?, _ isWanted: (Row) -> Bool,
        _ read: (Row?, Bool, Int) throws -> [Row]
    ) throws -> Page<Row> {
        var found: [Row] = []
        var last = row
        var looked = 0
        while found.count < rows {
            let next = try read(last, false, rows)
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

    /// Upwards the rows before a place must be next to it: the page is put
    /// together until it is whole.
    private func lookUp<Row: Identifiable>(
        _ rows: Int, _ row: Row?, _ isWanted: (Row) -> Bool, _ read: (Row?, Bool, Int) throws -> [Row]
    ) throws -> [Row] {
        var found: [Row] = []
        var first = row
        while found.count < rows {
            let next = try read(first, true, rows)
            found = next.filter(isWanted) + found
            guard next.count == rows else { break }
            first = next.first
        }
        return found.suffix(rows)
    }
}

extension CallKey {
    /// The key right before this one in the list, so that a page after it begins with this.
    fileprivate var including: CallKey { CallKey(started: started, id: ID(raw: id.raw == .max ? .max : id.raw + 1)) }
}
