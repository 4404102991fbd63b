import ArgumentParser
import HotlineDomain
import HotlineReports
import Wording

/// What a caller is recognised by, as it is handed in.
struct CallerFields: ParsableArguments {
    @Option(help: ArgumentHelp(say("cli.call.codename"), valueName: "name"))
    var codename: GivenText?
    @Option(help: ArgumentHelp(say("cli.call.number"), valueName: "-"))
    var number: SecretSource?
    @Option(name: .customLong("number-fd"), help: ArgumentHelp(say("cli.call.number_fd"), valueName: "n"))
    var numberDescriptor: Count?

    /// How many of them are read from standard input.
    var standardInputs: Int { (codename?.isStandardInput ?? false ? 1 : 0) + (number == nil ? 0 : 1) }
    var isEmpty: Bool { codename == nil && number == nil && numberDescriptor == nil }

    /// As commands about this call, in the order they are asked for.
    func clues(_ call: CallID, _ desk: Desk) throws -> [Command] {
        var found: [CallerClue] = []
        if let codename {
            // A variable of a script that was not set is no caller without a name.
            guard let name = desk.written(try codename.read()) else { throw Refusal(CallRule.codenameBlank) }
            found.append(.codename(name))
        }
        if let typed = try SecretSource.read(number, numberDescriptor, option: "--number") {
            found.append(.number(typed))
        }
        return found.map { .call(call, .recognise(by: $0)) }
    }
}

/// Where a number is read from: standard input or a descriptor, so that it is
/// in no list of processes and no shell's history.
struct SecretSource: ExpressibleByArgument {
    private let isStandardInput: Bool

    /// What else was typed is not kept: it may be the number.
    init(argument: String) { isStandardInput = argument == "-" }

    static func read(_ given: SecretSource?, _ descriptor: Count?, option: String) throws -> Private<String>? {
        if let given, !given.isStandardInput {
            throw UsageError(say("cli.usage.number_in_argument", ["option": option]))
        }
        if given != nil { return Private(try StandardInput.text()) }
        return try descriptor.map { Private(try StandardInput.text(from: Int32(clamping: $0.value))) }
    }
}

extension Recognition {
    /// Nil where there is nothing to tell.
    var json: JSONValue? {
        last.map { last in
            [
                "calls": .number(calls), "last": .string(last.date.description),
                "same_operator": .flag(last.sameOperator),
            ]
        }
    }
}
