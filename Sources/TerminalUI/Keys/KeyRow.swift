/// One binding: keys, what they do, under which words it is known, and what
/// must be so before it can act. Data; nothing in it runs.
public struct KeyRow<Command: Hashable & Sendable, Requirement: Hashable & Sendable>: Hashable, Sendable {
    public let keys: [Key]
    public let command: Command
    /// The catalogue key of the word or two in the bar and the palette.
    public let label: String
    /// The catalogue key of the sentence in the help and the manual.
    public let help: String
    /// What must be so; the first that is not is the reason to show.
    public let needs: [Requirement]
    /// It cannot be taken back: said wherever the key is shown, asked again before it runs.
    public let isDangerous: Bool
    /// Its place in a bar without room for all: 0 stays longest; nil is never in the bar.
    public let rank: Int?

    public init(
        _ keys: [Key], _ command: Command, label: String, help: String, needs: [Requirement] = [],
        isDangerous: Bool = false, rank: Int? = 50
    ) {
        self.keys = keys
        self.command = command
        self.label = label
        self.help = help
        self.needs = needs
        self.isDangerous = isDangerous
        self.rank = rank
    }

    /// The same binding with its command wrapped in another, for the table of a whole program.
    public func map<Wider>(_ wrap: (Command) -> Wider) -> KeyRow<Wider, Requirement> {
        KeyRow<Wider, Requirement>(
            keys, wrap(command), label: label, help: help, needs: needs, isDangerous: isDangerous, rank: rank)
    }
}
