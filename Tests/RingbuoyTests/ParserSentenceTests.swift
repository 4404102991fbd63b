import ArgumentParser
import Testing

@testable import ringbuoy

@Suite("What the parser finds, in our words")
struct ParserSentenceTests {
    /// As the parser words it, and as we do: a new release of the parser that
    /// words it otherwise is noticed here.
    @Test(
        "each kind of mistake is recognised",
        arguments: [
            (["call", "list", "--frobnicate"], "There is no option --frobnicate."),
            (["call", "list", "--limt", "3"], "There is no option --limt. Did you mean --limit?"),
            (["call", "list", "--limit"], "--limit <n> needs a value."),
            (["call", "list", "--json=yes"], "--json takes no value; it was given yes."),
            (["call", "show"], "<call> is missing."),
            (["referral", "accept", "09-0031", "--operator", "01"], "accept is not expected here."),
            (["frobnicate", "--json"], "frobnicate is not expected here."),
            (["call", "show", "a", "b"], "b is not expected here."),
            (["call", "show", "a", "b", "c"], "These are not expected here: b c."),
            (
                ["call", "list", "--limit", "x"],
                "x cannot be the value of --limit <n>. It is a whole number, 0 or more."
            ),
            (
                ["call", "log", "--operator", "01", "--minutes", "-5"],
                "-5 cannot be the value of --minutes <n>. It is a whole number, 0 or more."
            ),
            (
                ["shift", "handover", "park", "x", "--operator", "01", "--item=-1"],
                "-1 cannot be the value of --item <n>. It is a whole number, 0 or more."
            ),
            (["practice", "--seed", "-1"], "-1 cannot be the value of --seed <n>. It is a whole number, 0 or more."),
            (
                ["case", "open", "--origin", "x"],
                "x cannot be the value of --origin <origin>. One of: walk_in, referred_in."
            ),
            (
                ["operator", "add", "05", "--role", "x"],
                "x cannot be the value of --role <role>. One of: operator, specialist, supervisor, reporting_officer, admin, auditor, bridge."
            ),
            (
                ["call", "list", "--period", "x"],
                "x cannot be the value of --period <period>. A period is 2009-09-14, 2009-09, 2009-Q3, 2009 or 2008-10/2009-09."
            ),
        ])
    func recognised(arguments: [String], sentence: String) {
        #expect(throws: (any Error).self) { try Ringbuoy.parseAsRoot(arguments) }
        do {
            _ = try Ringbuoy.parseAsRoot(arguments)
        } catch {
            #expect(UsageError(parser: error, typed: arguments).sentence == sentence)
        }
    }
}
