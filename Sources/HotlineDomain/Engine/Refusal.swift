/// A rule of the hotline that stands in the way of a command. `decide` throws
/// nothing else, and whatever throws it has changed nothing.
public struct Refusal: Error, Hashable, Sendable {
    /// The rule's name, `call.sos_needs_escalation`; its sentence for people is
    /// in the catalogue under `refusal.<rule>`.
    public let rule: String
    /// What fills the placeholders of that sentence. Never a person's words.
    public let details: [String: String]
    /// Which of the rule's sentences it is, where it has more than one.
    public let variant: Variant?

    public init(_ rule: some RuleName, _ details: [String: String] = [:], told variant: Variant? = nil) {
        self.rule = rule.rawValue
        self.details = details.mapValues(Refusal.printable)
        self.variant = variant
    }

    /// One rule, and what it says depends on what is known.
    public enum Variant: String, Hashable, Sendable {
        /// The day that was named has passed.
        case overdue
        /// No day was ever named.
        case unknown
        /// It is about no desk, but about the house's own programs.
        case house
        /// It is about no desk, but about the server's own programs in one of its terms.
        case term
        /// It is in a file, where no desk meets another.
        case file
        /// The server is there, and its disk is full.
        case full
        /// Somebody has to mend something before the server is to be used again.
        case barred
        /// Whoever is to sign in does so at a server's store.
        case server
    }

    /// The key of its sentence in the catalogue.
    public var sentence: String { "refusal.\(rule)\(variant.map { ".\($0.rawValue)" } ?? "")" }

    /// A detail may be what somebody typed for a code: it must neither fill a
    /// screen nor steer a terminal.
    private static func printable(_ text: String) -> String {
        let head = text.unicodeScalars.prefix(400).filter { $0.isText && $0.value >= 0x20 }
        return String(String.UnicodeScalarView(head))
    }
}

/// The closed list of rules of one aggregate.
public protocol RuleName: RawRepresentable<String>, CaseIterable, Sendable {}

/// Every rule there is, so that a test can ask whether each has its sentence.
public enum Rules {
    public static let all: [String] =
        names(CallRule.self) + names(EscalationRule.self) + names(CaseRule.self) + names(ReferralRule.self)
        + names(ShiftRule.self) + names(HandoverRule.self) + names(HotlineRule.self) + names(WordsRule.self)
        + names(SignInRule.self) + names(RoleRule.self) + names(LineRule.self) + names(ProviderRule.self)
        + names(TerritoryRule.self) + names(DonorRule.self)
        + names(StayRule.self) + names(EntryRule.self) + names(VisitRule.self) + names(OperatorStateRule.self)
        + names(LinkStateRule.self) + names(MonthRule.self)
        + names(ErasureRule.self) + names(RetentionRule.self) + names(PackRule.self) + names(DeskRule.self)
        + names(ShipmentRule.self) + names(ServerRule.self)

    /// The sentences of rules that have more than one.
    public static let variants: [String] =
        told([StayRule.full, ReferralRule.full], [.overdue, .unknown]) + told([ServerRule.moved], [.file])
        + told([ServerRule.outOfReach, .notCarried], [.full, .barred]) + told([SignInRule.needed], [.server])
        + told(ShipmentRule.ofEvents, [.house, .term])

    private static func told(_ rules: [any RuleName], _ variants: [Refusal.Variant]) -> [String] {
        rules.flatMap { rule in variants.map { "\(rule.rawValue).\($0.rawValue)" } }
    }

    private static func names<R: RuleName>(_: R.Type) -> [String] { R.allCases.map(\.rawValue) }
}
