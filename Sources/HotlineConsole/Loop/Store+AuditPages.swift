import HotlineDomain
import HotlineStore
import TerminalUI

/// Pages of the journal, newest first. It may hold millions of events, so it is
/// read from where the cursor stands, in either direction.
extension Store {
    /// Events looked at before a filtered page comes back with what it has.
    private static let eventsLookedAt = 4000
    private static let slice = 500

    func auditPage(_ words: AuditWords, _ want: ListWant<AuditRow>, _ rows: Int) throws -> Page<AuditRow> {
        switch want {
        case .first: try older(words, before: nil, want, rows)
        case .after(let place): try older(words, before: place, want, rows)
        case .from(let place): try older(words, before: place + 1, want, rows)
        case .before(let place): Page(try newer(words, after: place, rows), for: want)
        case .last: Page(try newer(words, after: 0, rows), for: want)
        }
    }

    private func older(
        _ words: AuditWords, before start: Int64?, _ want: ListWant<AuditRow>, _ rows: Int
    ) throws -> Page<AuditRow> {
        var found: [AuditRow] = []
        var known: [String: [String]] = [:]
        var place = start
        var looked = 0
        let filters = words.filters(try hotline())
        while found.count < rows {
            let size = words.isEverything ? rows : Store.slice
            let next = try audit(filters, before: place, limit: size)
            for line in next where found.count < rows {
                place = line.position
                if words.fits(line, &known) { found.append(try row(line)) }
            }
            looked += next.count
            if next.count < size { break }
            if looked >= Store.eventsLookedAt, found.count < rows { return Page(found, for: want, goesOn: place) }
        }
        return Page(found, for: want)
    }

    /// Towards the present the rows before a place must be next to it: read until the page is whole.
    private func newer(_ words: AuditWords, after start: Int64, _ rows: Int) throws -> [AuditRow] {
        var found: [AuditRow] = []
        var known: [String: [String]] = [:]
        var place = start
        let filters = words.filters(try hotline())
        while found.count < rows {
            let next = try audit(filters, after: place, limit: Store.slice)
            for line in next where found.count < rows {
                place = line.position
                if words.fits(line, &known) { found.append(try row(line)) }
            }
            if next.count < Store.slice { break }
        }
        return found.reversed()
    }

    /// With the name people know the thing by.
    private func row(_ line: AuditLine) throws -> AuditRow {
        let thing = try thing(of: line)
        return AuditRow(line, thing: thing, name: try thing.flatMap(name))
    }
}
