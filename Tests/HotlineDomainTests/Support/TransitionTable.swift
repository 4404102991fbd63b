import Testing

@testable import HotlineDomain

/// Every state of an aggregate against everything that can be asked of it, as
/// a table a person can read beside DOMAIN.md section 4: a cell is the state
/// it leads to, or `!` and the rule that stands in the way. State `none`: there is no such thing yet.
struct TransitionTable: Sendable {
    struct Cell: Sendable, CustomTestStringConvertible {
        let command: String
        let state: String
        /// A state, or `!` and a rule.
        let expected: String

        var testDescription: String { "\(state) -\(command)-> \(expected)" }
    }

    let states: [String]
    let cells: [Cell]

    /// Rules are written without the aggregate's name, unless they are another's.
    init(_ aggregate: String, _ text: String) {
        var rows = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        let states = rows.removeFirst()
        self.states = states
        cells = rows.flatMap { row in
            precondition(row.count == states.count + 1, "\(row[0]): a cell for every state")
            return zip(states, row.dropFirst()).map { state, cell in
                let full = cell.hasPrefix("!") && !cell.contains(".") ? "!\(aggregate).\(cell.dropFirst())" : cell
                return Cell(command: row[0], state: state, expected: full)
            }
        }
    }
}

extension TransitionTable.Cell {
    /// Does it, and looks where it led; what was refused has changed nothing.
    func check(_ desk: inout Desk, _ command: Command, by actor: String, status: (Desk) -> String?) throws {
        let before = status(desk)
        #expect(before == (state == "none" ? nil : state))
        if let refusal = try desk.refusal(of: command, by: actor) {
            #expect("!\(refusal.rule)" == expected)
            #expect(status(desk) == before)
        } else {
            try desk.does(command, by: actor)
            #expect(status(desk) == expected)
        }
    }
}
