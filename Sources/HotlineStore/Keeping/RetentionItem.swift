import HotlineDomain

/// One thing whose own time is over, and what becomes of its words.
public struct RetentionItem: Hashable, Sendable {
    public let thing: Related.Thing
    /// The line of the hotline's times that it falls under.
    public let rule: Retention.Rule
    /// When anything last happened to it or to what it belongs to.
    public let lastActivity: Instant
    /// How many records of words it has.
    public let words: Int
    public let standing: Standing

    /// Not the whole of it: the number alone.
    var only: Retention.Kind? { rule.kind == .callBack ? .callBack : nil }

    public enum Standing: Hashable, Sendable {
        /// Goes with the next `apply`.
        case due
        /// Kept: this belongs to it and is still worked on.
        case open(Related.Thing)
        /// Kept: somebody holds it, or what it belongs to.
        case held(Related.Thing, Hold)
        /// Kept: something happened since, until then.
        case newerActivity(until: Instant)

        /// The key of its words without `retention.`.
        public var name: String {
            switch self {
            case .due: "due"
            case .open: "open"
            case .held: "held"
            case .newerActivity: "newer_activity"
            }
        }
    }
}
