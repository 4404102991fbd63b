import Testing

@testable import HotlineDomain

/// One way to meet one rule: what comes before, and the act that is refused.
struct RefusalCase: Sendable, CustomTestStringConvertible {
    let rule: String
    let actor: String
    let arrange: @Sendable (inout Desk) throws -> Command

    var testDescription: String { rule }

    init(_ rule: String, by actor: String = "01", _ arrange: @escaping @Sendable (inout Desk) throws -> Command) {
        self.rule = rule
        self.actor = actor
        self.arrange = arrange
    }

    static let all =
        calls + times + escalations + cases + referrals + shifts + handovers + setup + lines + donors + words + roles
        + directory
        + feed + placements + stays + registers + erasures + months + packs + desks
}
