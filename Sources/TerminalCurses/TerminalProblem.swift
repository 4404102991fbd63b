/// Why the console cannot be shown here. Said in words by the catalogue, under
/// `refusal.` and the rule.
public enum TerminalProblem: Error, Hashable, Sendable {
    /// Input or output goes to a file or a pipe.
    case notATerminal
    /// `TERM` is empty.
    case unnamed
    /// Nothing on this host describes such a terminal.
    case unknown(String)
    /// It cannot put its cursor anywhere, as `dumb` cannot.
    case cannotPlaceCursor(String)
    /// The system gave no descriptor to wait on.
    case noDescriptor(errno: Int32)

    public var rule: String {
        switch self {
        case .notATerminal: "terminal.not_a_terminal"
        case .unnamed: "terminal.unnamed"
        case .unknown: "terminal.unknown"
        case .cannotPlaceCursor: "terminal.cannot_place_cursor"
        case .noDescriptor: "terminal.no_descriptor"
        }
    }

    public var details: [String: String] {
        switch self {
        case .notATerminal, .unnamed: [:]
        case .unknown(let name), .cannotPlaceCursor(let name): ["term": name]
        case .noDescriptor(let number): ["errno": String(number)]
        }
    }
}
