import ArgumentParser
import HotlineDomain
import Wording

/// What there is to say of a line, beside its code and its hours.
struct LineFields: ParsableArguments {
    @Option(help: ArgumentHelp(say("cli.line.name"), valueName: "text"))
    var name: String?
    @Option(help: ArgumentHelp(say("cli.line.dialled"), valueName: "number"))
    var dialled: String?
    @Option(help: ArgumentHelp(say("cli.line.country"), valueName: "code"))
    var country: [String] = []
    @Option(help: ArgumentHelp(say("cli.line.language"), valueName: "code"))
    var language: [String] = []
    @Option(help: ArgumentHelp(say("cli.line.zone"), valueName: "zone"))
    var zone: String?
    @Option(help: ArgumentHelp(say("cli.line.since"), valueName: "date"))
    var since: BusinessDate?
    @Option(help: ArgumentHelp(say("cli.line.until"), valueName: "date"))
    var until: Given<BusinessDate>?

    /// Over what is known already: what is not given stays.
    func line(over old: Line) -> Line {
        var new = old
        new.name = name ?? old.name
        new.dialled = dialled ?? old.dialled
        if !country.isEmpty { new.countries = country }
        if !language.isEmpty { new.languages = language }
        new.zone = zone ?? old.zone
        new.since = since ?? old.since
        if let until { new.until = until.value }
        return new
    }
}
