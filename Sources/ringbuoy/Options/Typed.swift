import ArgumentParser
import HotlineDomain
import HotlineStore
import Wording

// What the parser checks by its form alone; what a rule or a code list decides
// stays text until it is judged.

extension Moment: ExpressibleByArgument {
    init?(argument: String) { self.init(argument) }
}

extension Period: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension BusinessDate: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension LocalTime: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

/// How many: 0 or more.
struct Count: ExpressibleByArgument {
    let value: Int

    init?(argument: String) {
        guard let value = Int(argument), value >= 0 else { return nil }
        self.value = value
    }
}

extension Language: ExpressibleByArgument {}
extension Urgency: ExpressibleByArgument {}
extension OutcomeSource: ExpressibleByArgument {}
extension Role: ExpressibleByArgument {}

/// The path of a file. None at all is a variable of a script that was not set.
struct FileName: ExpressibleByArgument {
    let path: String

    init?(argument: String) {
        guard !argument.isEmpty else { return nil }
        path = argument
    }
}

/// A value, or nothing where there is to be none any more.
struct Given<Value: ExpressibleByArgument & Sendable>: ExpressibleByArgument {
    let value: Value?

    init?(argument: String) {
        value = Value(argument: argument)
        if value == nil, !argument.isEmpty { return nil }
    }
}

/// A time, or nothing where there is to be none any more.
struct GivenMoment: ExpressibleByArgument {
    private let moment: Moment?

    init?(argument: String) {
        moment = Moment(argument)
        if moment == nil, !argument.isEmpty { return nil }
    }

    func instant(_ zone: ZoneRules) throws -> Instant? { try moment?.instant(zone) }
}

/// Words that somebody gives: the text itself, or `-` for standard input.
struct GivenText: ExpressibleByArgument {
    private let typed: String

    init(argument: String) { typed = argument }

    var isStandardInput: Bool { typed == "-" }

    /// Nil where nothing was said, or nothing but spaces. Reads standard input to its end.
    func read() throws -> String? {
        let text = typed == "-" ? try StandardInput.text() : typed
        return text.allSatisfy(\.isWhitespace) ? nil : text
    }
}

extension GivenText? {
    func read() throws -> String? { try flatMap { try $0.read() } }
}
