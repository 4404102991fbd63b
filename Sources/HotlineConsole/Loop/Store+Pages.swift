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

    func escalationPage(
        _ openOnly: Bool, _ want: ListWant<EscalationRow>, _ rows: Int
    ) throws -> Page<EscalationRow> {
        try page(want, rows, find: { try escalation($0).map(EscalationRow.init) }) { before, limit in
            try escalations(openOnly: openOnly, before: before?.escalation, limit: limit).map(EscalationRow.init)
        }
    }

    func casePage(_ openOnly: Bool, _ want: ListWant<CaseRow>, _ rows: Int) throws -> Page<CaseRow> {
        try page(want, rows, find: { try self.case($0).map(CaseRow.init) }) { before, limit in
            try cases(openOnly: openOnly, before: before?.case, limit: limit).map(CaseRow.init)
        }
    }

    func referralPage(_ openOnly: Bool, _ want: ListWant<ReferralRow>, _ rows: Int) throws -> Page<ReferralRow> {
        try page(want, rows, find: { try referral($0).map(ReferralRow.init) }) { before, limit in
            try referrals(openOnly: openOnly, before: before?.referral, limit: limit).map(ReferralRow.init)
        }
    }

    /// These lists can only be read towards the past: what lies before a row is
    /// found by reading down to it. They hold escalations and cases, not calls.
    private func page<Row>(
        _ want: ListWant<Row>, _ rows: Int, find: (Row.ID) throws -> Row?, older: (Row?, Int) throws -> [Row]
    ) throws -> Page<Row> {
        switch want {
        case .first: return Page(try older(nil, rows), for: want)
        case .after(let id): return Page(try find(id).map { try older($0, rows) } ?? [], for: want)
        case .from(let id):
            guard let row = try find(id) else { return Page(try older(nil, rows), for: want) }
            return Page([row] + (try older(row, rows - 1)), for: want)
        case .before(let id): return Page(try tail(rows, until: id, older), for: want)
        case .last: return Page(try tail(rows, until: nil, older), for: want)
        }
    }

    private func tail<Row: Identifiable>(
        _ rows: Int, until id: Row.ID?, _ older: (Row?, Int) throws -> [Row]
    ) throws -> [Row] {
        var kept: [Row] = []
        var last: Row?
        while true {
            let next = try older(last, rows)
            let end = next.firstIndex { $0.id == id }
            kept = Array((kept + next.prefix(end ?? next.count)).suffix(rows))
            guard end == nil, next.count == rows else { return kept }
            last = next.last
        }
    }
}

extension CallKey {
    /// The key right before this one in the list, so that a page after it begins with this.
    fileprivate var including: CallKey { CallKey(started: started, id: ID(raw: id.raw == .max ? .max : id.raw + 1)) }
}
