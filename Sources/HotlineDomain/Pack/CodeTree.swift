/// The codes of an attribute, and which of them belong together: the countries
/// of a line, the hours of a shift. The same in every window and every pack.
public struct CodeTree: Hashable, Sendable, Codable {
    /// The whole list, `unknown` among them, without doubles.
    public let codes: [String]
    /// By code; a code without one stands for itself.
    public let parents: [String: String]
    /// Codes that are not in the list may be counted too: they are part of `OTHER`.
    public let isOpen: Bool

    public init(_ codes: [String], parents: [String: String] = [:], isOpen: Bool = false) {
        var seen = Set<String>()
        self.codes = codes.filter { seen.insert($0).inserted }
        self.parents = parents
        self.isOpen = isOpen
    }
}
