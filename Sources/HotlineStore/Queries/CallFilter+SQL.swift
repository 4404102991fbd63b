import HotlineDomain

/// The condition of a filter, with its arguments numbered on from `first`.
struct CallCondition {
    private(set) var text: [String] = []
    private(set) var arguments: [SQLValue]

    init(_ filter: CallFilter, after arguments: [SQLValue]) {
        self.arguments = arguments
        if let dates = filter.dates {
            let low = place(.integer(dates.lowerBound.days))
            let high = place(.integer(dates.upperBound.days))
            text.append("business_date BETWEEN \(low) AND \(high)")
        }
        if let value = filter.callClass { text.append("class = \(place(.text(value.rawValue)))") }
        if let value = filter.operatorCode { text.append("operator = \(place(.text(value)))") }
        if let value = filter.line { text.append("line = \(place(.text(value)))") }
        if filter.unfinishedOnly { text.append("status IN ('talking', 'held', 'wrap_up', 'draft')") }
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
        if let name = term.place, !name.isEmpty {
            meanings.append("region IN (SELECT id FROM words WHERE folded LIKE \(place(.text("%\(name)%"))))")
        }
        return meanings.isEmpty ? "1 = 0" : "(\(meanings.joined(separator: " OR ")))"
    }
}
