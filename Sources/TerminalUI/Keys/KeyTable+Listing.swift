/// Bindings as they are printed: rows that follow each other under one label
/// are one entry, so ten digit keys are `0–9`.
public struct KeyEntry<Command: Hashable & Sendable, Requirement: Hashable & Sendable>: Hashable, Sendable {
    /// As they stand in the bar: the first key of each row, runs joined.
    public let keys: String
    /// All keys, for help and manual.
    public let allKeys: String
    public let rows: [KeyRow<Command, Requirement>]

    public var label: String { rows[0].label }
    public var help: String { rows[0].help }
    public var isDangerous: Bool { rows[0].isDangerous }
    public var rank: Int? { rows[0].rank }

    /// The first thing that is missing, if not one of the rows can act.
    public func missing(isMet: (Requirement) -> Bool) -> Requirement? {
        var first: Requirement?
        for row in rows {
            guard let missing = row.needs.first(where: { !isMet($0) }) else { return nil }
            first = first ?? missing
        }
        return first
    }
}

extension KeyTable {
    public typealias Entry = KeyEntry<Command, Requirement>

    /// The table for bar, palette, help and manual, in its own order.
    public var entries: [Entry] {
        var groups: [[Row]] = []
        for row in rows {
            if let last = groups.last?.last, last.label == row.label {
                groups[groups.count - 1].append(row)
            } else {
                groups.append([row])
            }
        }
        // Made for every screen that is drawn: key paths of a generic type are
        // looked up by name each time, closures are not.
        return groups.map { group in
            KeyEntry(
                keys: printed(group.compactMap { $0.keys.first }), allKeys: printed(group.flatMap { $0.keys }),
                rows: group)
        }
    }
}

/// Keys in print: three and more characters that follow each other are a range.
public func printed(_ keys: [Key]) -> String {
    var parts: [String] = []
    var index = 0
    while index < keys.count {
        let run = runLength(keys[index...])
        if run >= 3 {
            parts.append("\(keys[index])\(Glyph.none)\(keys[index + run - 1])")
            index += run
        } else {
            parts.append(keys[index].description)
            index += 1
        }
    }
    return parts.joined(separator: " ")
}

private func runLength(_ keys: ArraySlice<Key>) -> Int {
    var length = 0
    var expected: UInt32?
    for key in keys {
        guard key.modifiers.isEmpty, case .character(let scalar) = key.code else { break }
        if let expected, expected != scalar.value { break }
        expected = scalar.value + 1
        length += 1
    }
    return length
}
