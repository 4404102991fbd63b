/// One table of one window that was given to somebody.
public struct Release: Hashable, Sendable, Codable {
    public let recipient: String
    /// As it was written: `2009-Q3`.
    public let window: String
    public let family: String
    /// The table's lines by name, those with their SOS marked; empty where the window was withheld.
    public let grouping: [String]

    public init(recipient: String, window: String, family: String, grouping: [String]) {
        self.recipient = recipient
        self.window = window
        self.family = family
        self.grouping = grouping
    }
}
