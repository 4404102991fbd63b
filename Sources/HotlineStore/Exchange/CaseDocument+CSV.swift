import HotlineDomain

/// The standard's table: one row a person, the case's columns again on each.
/// What the standard has no column for is not in it (Documentation/Exchange.md).
extension CaseDocument {
    func csv() -> String {
        var text = CSVText.line(HTCDS.columns)
        for file in cases {
            for person in file.people {
                let cells = cells(person, file)
                text += CSVText.line(HTCDS.columns.map { CSVText.guarded(cells[$0] ?? "") })
            }
        }
        return text
    }

    private func cells(_ person: Person, _ file: File) -> [String: String] {
        var cells = [
            HTCDS.organisation: from.name, HTCDS.pseudonym: person.pseudonym.text.revealed,
            HTCDS.status: file.course.htcdsStatus ?? "", HTCDS.closing: file.course.closing ?? "",
            HTCDS.referredTo: HTCDS.joined(file.course.referrals.map(\.provider)),
            HTCDS.referredOn: HTCDS.joined(file.course.referrals.map { $0.sentOn ?? "" }),
        ]
        let known = file.fields.merging(file.course.fields) { first, _ in first }
            .merging(person.fields) { first, _ in first }
        for field in CaseField.all {
            guard let column = field.column, column.event == nil, let known = known[field.name] else { continue }
            cells[column.name] = field.cell(known)
        }
        addEvents(person, to: &cells)
        return cells
    }

    /// The historic events that anything is known of, side by side in each cell.
    private func addEvents(_ person: Person, to cells: inout [String: String]) {
        let fields = CaseField.all.filter { $0.column?.event != nil }
        let events = HTCDS.events.filter { event in
            fields.contains { $0.column?.event == event && person.fields[$0.name] != nil }
        }
        guard !events.isEmpty else { return }
        cells[HTCDS.eventType] = HTCDS.joined(events)
        for name in Set(fields.compactMap { $0.column?.name }) {
            cells[name] = HTCDS.joined(
                events.map { event in
                    let field = fields.first { $0.column?.name == name && $0.column?.event == event }
                    return field.flatMap { field in person.fields[field.name].map(field.cell) } ?? ""
                })
        }
    }
}

extension HTCDS {
    static func joined(_ values: [String]) -> String {
        values.map { value in
            var escaped = "".unicodeScalars
            for letter in value.unicodeScalars {
                escaped += [";", "\\"].contains(letter) ? ["\\", letter] : [letter]
            }
            return String(escaped)
        }.joined(separator: ";")
    }

    static func parted(_ cell: String) -> [String] {
        var (parts, part, isEscaped) = ([String](), "", false)
        for letter in cell.unicodeScalars {
            if isEscaped {
                part.unicodeScalars.append(letter)
                isEscaped = false
            } else if letter == "\\" {
                isEscaped = true
            } else if letter == ";" {
                parts.append(part)
                part = ""
            } else {
                part.unicodeScalars.append(letter)
            }
        }
        return parts + [part]
    }
}

extension CaseField {
    /// As the standard writes it; empty where it cannot.
    fileprivate func cell(_ known: Known) -> String {
        switch known {
        case .codes(let codes): return HTCDS.joined(codes)
        case .number(let number): return String(number)
        case .text(let text):
            guard isCheckbox else { return text.text.revealed }
            return ["yes": "true", "no": "false"][text.text.revealed] ?? ""
        }
    }

    /// The other way round; nil for an empty cell. What is no number stays a text, to be refused as one.
    func known(cell: String) -> Known? {
        if cell.isEmpty { return nil }
        switch kind {
        case .codes: return .codes(HTCDS.parted(cell))
        case .number: return Int(cell).map { .number($0) } ?? .text(Confided(cell))
        default:
            guard isCheckbox else { return .text(Confided(cell)) }
            return .text(Confided(["true": "yes", "false": "no"][cell.lowercased()] ?? cell))
        }
    }
}
