import FoundationEssentials
import HotlineDomain

extension CaseDocument {
    /// The table back; `label` says whose it is and which rows are of one case.
    init(csv bytes: [UInt8], _ label: CaseLabel) throws(ExchangeError) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .doesNotFit([ExchangeError.Problem("1", "exchange.not_utf8")])
        }
        let table = try CaseTableReader(text)
        var rest = table.rows[...]
        from = label.from
        madeOn = label.madeOn
        cases = []
        var starts: [Int] = []
        for entry in label.cases {
            let rows = Array(rest.prefix(max(0, entry.rows)))
            rest = rest.dropFirst(rows.count)
            starts.append(table.rows.count - rest.count - rows.count)
            guard let first = rows.first, rows.count == entry.rows else {
                throw .doesNotFit([ExchangeError.Problem("\(table.lines)", "exchange.rows_missing")])
            }
            cases.append(try table.file(entry, first: first, rows: rows))
        }
        guard rest.isEmpty else {
            throw .doesNotFit([ExchangeError.Problem("\(rest.first?.line ?? 1)", "exchange.row_of_no_case")])
        }
        try check { place in table.spelled(place, startsAt: starts[place.file]) }
    }
}

/// A table of the standard, its rows by the names of the columns.
private struct CaseTableReader {
    struct Row {
        let line: Int
        let cells: [String: String]
    }

    let rows: [Row]
    let lines: Int

    init(_ text: String) throws(ExchangeError) {
        // Spreadsheets put a mark before the first letter, and two bytes at a line's end.
        let unmarked = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        var found = CSVText.rows(unmarked.replacing("\r\n", with: "\n"))
        lines = found.last?.line ?? 1
        guard !found.isEmpty else { throw .doesNotFit([ExchangeError.Problem("1", "exchange.no_case")]) }
        let head = found.removeFirst().cells
        var problems: [ExchangeError.Problem] = []
        for (place, name) in head.enumerated() {
            if !HTCDS.columns.contains(name) {
                problems.append(ExchangeError.Problem("1", "exchange.unknown_column", ["column": name]))
            } else if head[..<place].contains(name) {
                problems.append(ExchangeError.Problem("1", "exchange.column_twice", ["column": name]))
            }
        }
        if !head.contains(HTCDS.pseudonym) {
            problems.append(ExchangeError.Problem("1", "exchange.missing_column", ["column": HTCDS.pseudonym]))
        }
        for row in found where row.cells.count != head.count {
            let counts = ["found": String(row.cells.count), "wanted": String(head.count)]
            problems.append(ExchangeError.Problem("\(row.line)", "exchange.wrong_cells", counts))
        }
        if !problems.isEmpty { throw .doesNotFit(problems) }
        rows = found.map { row in
            Row(
                line: row.line,
                cells: Dictionary(
                    zip(head, row.cells.map(CSVText.unguarded)), uniquingKeysWith: { first, _ in first }))
        }
    }

    func file(_ entry: CaseLabel.Entry, first: Row, rows: [Row]) throws(ExchangeError) -> CaseDocument.File {
        let ofCase = CaseField.of(.case)
        for row in rows.dropFirst() {
            let columns = ofCase.compactMap { $0.column?.name } + [HTCDS.status, HTCDS.closing]
            for name in columns where row.cells[name] != first.cells[name] {
                throw .doesNotFit([
                    ExchangeError.Problem("\(row.line): \(name)", "exchange.rows_differ", ["line": "\(first.line)"])
                ])
            }
        }
        var course = CaseDocument.Course()
        course.htcdsStatus = first.text(HTCDS.status)
        course.closing = first.text(HTCDS.closing)
        course.fields = first.known(ofCase.filter(\.isOfCourse))
        let sent = HTCDS.parted(first.cells[HTCDS.referredOn] ?? "")
        course.referrals = HTCDS.parted(first.cells[HTCDS.referredTo] ?? "").enumerated()
            .filter { !$0.element.isEmpty }
            .map { place, name in
                var referral = CaseDocument.Referred(provider: name)
                if place < sent.count, !sent[place].isEmpty { referral.sentOn = sent[place] }
                return referral
            }
        var people: [CaseDocument.Person] = []
        for row in rows { people.append(try row.person()) }
        return CaseDocument.File(
            id: entry.id, number: entry.number, fields: first.known(ofCase.filter { !$0.isOfCourse }), people: people,
            course: course, before: [])
    }

    /// `3: prs_Gender`
    func spelled(_ place: CaseDocument.Place, startsAt start: Int) -> String {
        let row = start + (place.person ?? 0)
        let line = row < rows.count ? rows[row].line : 1
        let column = place.member == "pseudonym" ? HTCDS.pseudonym : CaseField.named(place.member)?.column?.name
        return "\(line): \(column ?? place.member)"
    }
}

extension CaseTableReader.Row {
    fileprivate func text(_ column: String) -> String? {
        guard let cell = cells[column], !cell.isEmpty else { return nil }
        return cell
    }

    fileprivate func known(_ fields: [CaseField]) -> [String: Known] {
        var known: [String: Known] = [:]
        for field in fields {
            guard let column = field.standard, let cell = text(column), column != HTCDS.pseudonym else { continue }
            known[field.name] = field.known(cell: cell)
        }
        return known
    }

    /// Roles are not in the standard: whoever has a row is one it is about, or
    /// one who took part in what was done to them.
    fileprivate func person() throws(ExchangeError) -> CaseDocument.Person {
        let ofPerson = CaseField.of(.person)
        var fields = known(ofPerson.filter { $0.standard?.contains(":") == false })
        let events = text(HTCDS.eventType).map(HTCDS.parted) ?? []
        for event in events where !HTCDS.events.contains(event) {
            throw .doesNotFit([
                ExchangeError.Problem("\(line): \(HTCDS.eventType)", "exchange.unknown_event", ["event": event])
            ])
        }
        for field in ofPerson {
            guard let (name, event) = field.column, let event, let place = events.firstIndex(of: event),
                let cell = text(name)
            else { continue }
            let values = HTCDS.parted(cell)
            guard values.count == events.count else {
                throw .doesNotFit([
                    ExchangeError.Problem(
                        "\(line): \(name)", "exchange.events_differ",
                        ["found": "\(values.count)", "wanted": "\(events.count)"])
                ])
            }
            fields[field.name] = field.known(cell: values[place])
        }
        let tookPart = fields["role_in_process"] != nil || fields["role_details"] != nil
        return CaseDocument.Person(
            role: tookPart ? "trafficker" : CasePerson.beneficiary, pseudonym: Confided(cells[HTCDS.pseudonym] ?? ""),
            contexts: [], fields: fields)
    }
}
