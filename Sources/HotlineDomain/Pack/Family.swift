/// How figures are published by one attribute: from which counts, over which
/// codes, and by windows of which length.
public struct Family: Hashable, Sendable, Codable {
    public let name: FamilyName
    public let window: WindowLength
    /// The whole list, `not_recorded` among it: the same in every window and pack.
    public let tree: CodeTree

    public init(_ name: FamilyName, window: WindowLength? = nil, tree: CodeTree) {
        self.name = name
        self.window = window ?? name.defaultWindow
        self.tree = tree
    }
}
