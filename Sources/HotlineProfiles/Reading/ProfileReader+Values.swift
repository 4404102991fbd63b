import HotlineDomain
import TOMLKit

/// The kinds of value a profile is made of. Each gives nil where the key is not
/// there or its value is reported as a problem.
extension ProfileReader {
    mutating func checkKeys(_ node: Node, _ known: [String]) {
        for key in node.table.keys.sorted() where !known.contains(key) {
            report(
                .unknownKey, at: source.key(node.path.key(key)),
                ["key": .text(key), "nearest": .words(nearest(to: key, in: known))])
        }
    }

    mutating func text(
        _ key: String, in node: Node, required: Bool = true, mayBeEmpty: Bool = false
    ) -> String? {
        guard let value = value(key, in: node, required: required) else { return nil }
        guard let text = value.string else { return wrongType(key, in: node, value, expected: .string) }
        if !mayBeEmpty, text.allSatisfy(\.isWhitespace) {
            report(.empty, at: source.value(node.path.key(key)), ["key": .text(key)])
            return nil
        }
        return text
    }

    /// A short name that other tables, commands and exports use.
    mutating func code(in node: Node) -> String? {
        guard let code = text("code", in: node) else { return nil }
        let isPlain = code.utf8.allSatisfy {
            (48...57).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 95
        }
        if isPlain, code.utf8.count <= 40, code.first != "-" { return code }
        report(.badCode, at: source.value(node.path.key("code")), ["code": .text(code)])
        return nil
    }

    /// A list of texts without repeats.
    mutating func texts(
        _ key: String, in node: Node, required: Bool = true, mayBeEmpty: Bool = false
    ) -> [String]? {
        guard let value = value(key, in: node, required: required) else { return nil }
        guard let array = value.array else { return wrongType(key, in: node, value, expected: .array) }
        var texts: [String] = []
        for (index, item) in array.enumerated() {
            let place = source.value(node.path.key(key).item(index))
            guard let text = item.string else {
                reportWrongType(key, item, expected: .string, at: place)
                return nil
            }
            if texts.contains(text) {
                report(.listedTwice, at: place, ["key": .text(key), "value": .text(text)])
            }
            texts.append(text)
        }
        if texts.isEmpty, !mayBeEmpty {
            report(.empty, at: source.value(node.path.key(key)), ["key": .text(key)])
            return nil
        }
        return texts
    }

    mutating func number(
        _ key: String, in node: Node, _ range: ClosedRange<Int>, required: Bool = false
    ) -> Int? {
        guard let value = value(key, in: node, required: required) else { return nil }
        guard let number = value.int else { return wrongType(key, in: node, value, expected: .int) }
        if range.contains(number) { return number }
        report(
            .outOfRange, at: source.value(node.path.key(key)),
            [
                "key": .text(key), "value": .number(number), "min": .number(range.lowerBound),
                "max": .number(range.upperBound),
            ])
        return nil
    }

    mutating func flag(_ key: String, in node: Node) -> Bool? {
        guard let value = value(key, in: node, required: false) else { return nil }
        return value.bool ?? wrongType(key, in: node, value, expected: .bool)
    }

    /// A date with quotes or without.
    mutating func date(_ key: String, in node: Node, required: Bool, _ rule: ProfileRule) -> BusinessDate? {
        guard let value = value(key, in: node, required: required) else { return nil }
        let date =
            value.string.map { BusinessDate($0) }
            ?? value.date.map { BusinessDate(year: $0.year, month: $0.month, day: $0.day) } ?? nil
        if let date { return date }
        report(
            rule, at: source.value(node.path.key(key)),
            ["key": .text(key), "value": .text(value.string ?? value.debugDescription)])
        return nil
    }

    /// `08:00-23:00`
    mutating func hours(_ key: String, in node: Node) -> OpeningHours? {
        guard let text = text(key, in: node) else { return nil }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        if ends.count == 2, let from = LocalTime(ends[0]), let to = LocalTime(ends[1]), from.minutes < 1440 {
            return OpeningHours(from: from, to: to)
        }
        report(.badHours, at: source.value(node.path.key(key)), ["key": .text(key), "value": .text(text)])
        return nil
    }

    mutating func table(_ key: String, in node: Node) -> Node? {
        guard let value = value(key, in: node, required: false) else { return nil }
        guard let table = value.table else { return wrongType(key, in: node, value, expected: .table) }
        return Node(table: table, path: node.path.key(key), name: key)
    }

    /// The tables `[[key]]`.
    mutating func tables(_ key: String, in node: Node, required: Bool) -> [Node] {
        guard let value = value(key, in: node, required: required) else { return [] }
        guard let array = value.array, array.allSatisfy({ $0.table != nil }) else {
            let place = source.key(node.path.key(key))
            report(
                .wrongType, at: place,
                ["key": .text(key), "expected": .phrase("profile.type.tables", ["key": .text(key)])])
            return []
        }
        return array.enumerated().compactMap { index, item in
            item.table.map { Node(table: $0, path: node.path.key(key).item(index), name: key) }
        }
    }

    // MARK: What all of them do

    private mutating func value(_ key: String, in node: Node, required: Bool) -> (any TOMLValueConvertible)? {
        if let value = node.table[key] { return value }
        if required {
            let whole: ProfileProblem.Detail =
                node.name.isEmpty ? .phrase("profile.the_file") : .text("[[\(node.name)]]")
            report(.missingKey, at: source.value(node.path), ["key": .text(key), "table": whole])
        }
        return nil
    }

    private mutating func wrongType<Value>(
        _ key: String, in node: Node, _ value: any TOMLValueConvertible, expected: TOMLType
    ) -> Value? {
        reportWrongType(key, value, expected: expected, at: source.value(node.path.key(key)))
        return nil
    }

    private mutating func reportWrongType(
        _ key: String, _ value: any TOMLValueConvertible, expected: TOMLType, at place: SourcePosition
    ) {
        report(
            .wrongType, at: place, ["key": .text(key), "expected": .phrase("profile.type.\(expected.rawValue)")])
    }
}
