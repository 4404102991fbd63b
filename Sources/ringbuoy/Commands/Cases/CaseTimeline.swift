import ArgumentParser
import HotlineConsole
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// Everything that happened in a case and to what hangs on it, oldest first.
struct CaseTimeline: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "timeline", abstract: say("cli.case.timeline"))

    @Argument(help: ArgumentHelp(say("cli.case.id"), valueName: "case"))
    var id: String
    @OptionGroup var options: StoreOptions

    func run() throws {
        let desk = try options.open()
        let file = try desk.store.case(named: id)
        try desk.look(at: Subject(.case, file.id.raw))
        let zone = try desk.zone()
        let texts = EventText(say, desk.hotline)
        let told = try desk.store.timeline(of: file).compactMap { stamp, event in
            try texts.text(event).map {
                Told(
                    stamp, event, $0,
                    options.json ? try desk.store.text(event.words) : try desk.store.said(event.words))
            }
        }
        if options.json { return try Output.rows(told.map { $0.row(zone) }) }
        for line in told { try line.print(zone) }
    }
}

/// One event with its text and what was written with it.
private struct Told {
    let stamp: Stamp
    let event: Event
    let text: String
    let words: String?

    init(_ stamp: Stamp, _ event: Event, _ text: String, _ words: String?) {
        self.stamp = stamp
        self.event = event
        self.text = text
        self.words = words
    }

    func row(_ zone: ZoneRules) -> JSONValue {
        [
            "time": .time(stamp.at, zone), "operator": .string(stamp.by), "of": .string(event.subject.kind.rawValue),
            "id": .string(ID<Case>(raw: event.subject.id).description), "event": .string(text),
            "words": .string(words),
        ]
    }

    func print(_ zone: ZoneRules) throws {
        try Output.line("\(zone.spoken(stamp.at))  \(stamp.by)  \(text)")
        if let words { try Output.line("    " + words.replacing("\n", with: "\n    ")) }
    }
}
