import HotlineDomain

/// The condition of a filter, with its arguments numbered on from `first`.
struct CallCondition {
    private(set) var text: [String] = []
    private(set) var arguments: [SQLValue]
    private let regions: [String: [Int64]]
    private let placesOf: String?

    /// `regions`: the records of words that hold each place name that was typed.
    init(_ filter: CallFilter, hotline: Int64, regions: [String: [Int64]], after arguments: [SQLValue]) {
        self.arguments = arguments
        self.regions = regions
        placesOf = filter.placesOf
        if let dates = filter.dates {
            let low = place(.integer(dates.lowerBound.days))
            let high = place(.integer(dates.upperBound.days))
            text.append("business_date BETWEEN \(low) AND \(high)")
        }
        if let value = filter.callClass { text.append("class = \(place(.text(value.rawValue)))") }
        if let value = filter.operatorCode { text.append("operator = \(place(.text(value)))") }
        if let value = filter.line { text.append("line = \(place(.text(value)))") }
        if filter.unfinishedOnly { text.append("status IN ('talking', 'held', 'wrap_up', 'draft')") }
        if let behind = filter.behind {
            let conditions = behind.conditions(hotline: hotline) { place($0) }
            text += conditions
        }
        for term in filter.terms { text.append(condition(term)) }
    }

    private mutating func place(_ value: SQLValue) -> String {
        arguments.append(value)
        return "$\(arguments.count)"
    }

    private mutating func condition(_ term: CallFilter.Term) -> String {
        var meanings: [String] = []
        if let number = term.number { meanings.append("number LIKE \(place(.text(number + "%")))") }
        for (column, codes) in term.codes.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where !codes.isEmpty {
            if column == .topics {
                // Topics stand in one column with spaces between them.
                meanings += codes.map { "' ' || topics || ' ' LIKE \(place(.text("% \($0) %")))" }
            } else {
                meanings.append("\(column.rawValue) IN (\(codes.map { place(.text($0)) }.joined(separator: ", ")))")
            }
        }
        if let found = term.place.flatMap({ regions[$0] }) {
            let own = placesOf.map { " AND operator = \(place(.text($0)))" } ?? ""
            meanings.append("region IN (\(found.map(String.init).joined(separator: ", ")))\(own)")
        }
        if !term.providers.isEmpty { meanings += referredTo(term.providers) }
        return meanings.isEmpty ? "1 = 0" : "(\(meanings.joined(separator: " OR ")))"
    }

    /// A referral hangs on the call itself, on its escalation, or on the case opened from that.
    private mutating func referredTo(_ providers: [String]) -> [String] {
        let named = "provider IN (\(providers.map { place(.text($0)) }.joined(separator: ", ")))"
        func origins(_ kind: SubjectKind) -> String {
            "SELECT origin_id FROM referral WHERE origin = '\(kind.rawValue)' AND \(named)"
        }
        return [
            "id IN (\(origins(.call)))", "escalation IN (\(origins(.escalation)))",
            "escalation IN (SELECT escalation FROM case_file WHERE id IN (\(origins(.case))))",
        ]
    }
}
