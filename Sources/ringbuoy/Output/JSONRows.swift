import HotlineReports

/// An array that is printed while it is made, one element a line.
struct JSONRows {
    private var isEmpty = true

    mutating func add(_ row: JSONValue) throws {
        try Output.text((isEmpty ? "[\n" : ",\n") + row.compact)
        isEmpty = false
    }

    func end() throws { try Output.text(isEmpty ? "[]\n" : "\n]\n") }
}
