/// What a line of a published table stands for.
public enum RowKey: Hashable, Sendable, Codable {
    case code(String)
    /// Two codes or more, in the order of the alphabet: `BE+NL`.
    case group([String])
    /// Every code of the list that no other line names.
    case other

    /// One code is itself; more are a group.
    init(_ codes: [String]) { self = codes.count == 1 ? .code(codes[0]) : .group(codes.sorted()) }

    /// As it stands in `data.csv`.
    public var name: String {
        switch self {
        case .code(let code): code
        case .group(let codes): codes.joined(separator: "+")
        case .other: "OTHER"
        }
    }

    /// The codes it names; none for `OTHER`.
    public var codes: [String] {
        switch self {
        case .code(let code): [code]
        case .group(let codes): codes
        case .other: []
        }
    }
}
