/// Something in a profile that has to be mended, and where.
public struct ProfileProblem: Error, Hashable, Sendable {
    public let rule: ProfileRule
    /// As the person named it.
    public let file: String
    /// From 1; 1 where the problem is what the file lacks.
    public let line: Int
    /// From 1, in characters.
    public let column: Int
    /// What fills the placeholders of the rule's sentence.
    public let details: [String: Detail]

    /// A piece of a sentence: a word of the profile itself, or one that each language has its own for.
    public indirect enum Detail: Hashable, Sendable {
        case text(String)
        /// A key of the catalogue and what fills its placeholders.
        case phrase(String, [String: Detail] = [:])
        /// Joined by commas.
        case list([Detail])
    }

    /// `shifts/angel-coalition.toml:12:5`
    public var place: String { "\(file):\(line):\(column)" }

    /// The sentence for people; `say` finds a key of the catalogue and fills it.
    public func text(_ say: (_ key: String, _ details: [String: String]) -> String) -> String {
        Detail.phrase("profile.\(rule.rawValue)", details).text(say)
    }
}

extension ProfileProblem.Detail {
    public func text(_ say: (_ key: String, _ details: [String: String]) -> String) -> String {
        switch self {
        case .text(let text): text
        case .phrase(let key, let details): say(key, details.mapValues { $0.text(say) })
        case .list(let parts): parts.map { $0.text(say) }.joined(separator: ", ")
        }
    }

    static func number(_ n: Int) -> Self { .text(String(n)) }
    static func words(_ words: some Sequence<String>) -> Self { .text(words.joined(separator: ", ")) }
}

extension ProfileProblem.Detail: ExpressibleByStringInterpolation {
    public init(stringLiteral text: String) { self = .text(text) }
}

/// A profile no store may take, with everything that is wrong in it.
public struct BrokenProfile: Error, Hashable, Sendable {
    public let problems: [ProfileProblem]
}
