import ArgumentParser
import HotlineReports
import Wording

/// Which part of a list is asked for; lists of open work are short, and all
/// others are read page by page.
struct ListRange: ParsableArguments {
    @Flag(help: ArgumentHelp(say("cli.list.open")))
    var open = false
    @Option(help: ArgumentHelp(say("cli.list.limit"), valueName: "n"))
    var limit: Count?

    private static let pageRows = 500

    /// Asks for page after page, each behind the last one of the page before.
    func pages<T>(_ page: (_ before: T?, _ limit: Int) throws -> [T]) throws -> [T] {
        let limit = limit?.value ?? .max
        var found: [T] = []
        while found.count < limit {
            let wanted = min(ListRange.pageRows, limit - found.count)
            let next = try page(found.last, wanted)
            found += next
            if next.count < wanted { break }
        }
        return found
    }
}

extension Output {
    /// An array, one element a line.
    static func rows(_ rows: [JSONValue]) throws {
        var list = JSONRows()
        for row in rows { try list.add(row) }
        try list.end()
    }
}
