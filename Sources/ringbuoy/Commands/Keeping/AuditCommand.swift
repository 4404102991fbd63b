import ArgumentParser
import HotlineConsole
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// The journal, newest first: who did what, when, and who looked at what.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "audit", abstract: say("cli.audit"))

    @OptionGroup var options: StoreOptions
    @Option(help: ArgumentHelp(say("cli.option.period"), valueName: "period"))
    var period: Period?
    @Option(name: .customLong("operator"), help: ArgumentHelp(say("cli.audit.operator"), valueName: "code"))
    var code: String?
    @Option(name: .customLong("case"), help: ArgumentHelp(say("cli.audit.case"), valueName: "case"))
    var file: String?
    @Flag(help: ArgumentHelp(say("cli.audit.access")))
    var access = false
    @Option(help: ArgumentHelp(say("cli.list.limit"), valueName: "n"))
    var limit: Count?
    @Option(help: ArgumentHelp(say("cli.audit.before"), valueName: "n"))
    var before: Int64?

    private static let pageRows = 200

    func run() throws {
        let desk = try options.open(for: .readJournal)
        let zone = try desk.zone()
        var filter = Store.AuditFilter(operatorCode: code, accessOnly: access)
        if let code, code != Stamp.systemCode, desk.hotline.operatorNamed(code) == nil {
            let known = desk.hotline.operators.map(\.code).joined(separator: ", ")
            throw Refusal(HotlineRule.unknownActor, ["operator": code, "known": known])
        }
        if let period {
            filter.from = zone.instant(period.first, secondsOfDay: 0)
            filter.to = zone.instant(period.last + 1, secondsOfDay: 0)
        }
        if let file { filter.subject = Subject(.case, try desk.store.case(named: file).id.raw) }
        let lines = try desk.store.audit(filter, before: before, limit: limit?.value ?? AuditCommand.pageRows)
        if options.json { return try Output.rows(lines.map { $0.row(zone) }) }
        var table = TextTable(["time", "operator", "event", "subject"].map { say("cli.field.\($0)") })
        for line in lines {
            table.add([zone.spoken(line.stamp.at), line.stamp.by, line.eventName(say), try line.thing(desk.store)])
        }
        try table.print()
    }
}

extension Store.AuditLine {
    /// Which thing, by the id the command line takes; the hotline itself has none. Whose and of which day, where
    /// that says more.
    fileprivate func thing(_ store: Store) throws -> String {
        guard subject.id > 1 else { return kindName(say) }
        let thing = "\(kindName(say)) \(ID<Call>(raw: subject.id))"
        guard let name = try store.name(of: subject), let day = name.day else { return thing }
        return "\(thing), \(name.text), \(day)"
    }

    fileprivate func row(_ zone: ZoneRules) -> JSONValue {
        [
            "position": .number(Int(position)), "at": .time(stamp.at, zone), "operator": .text(stamp.by),
            "kind": .text(subject.kind.rawValue),
            "subject": subject.id > 1 ? .id(ID<Call>(raw: subject.id)) : .null, "event": .text(name),
            "body": .text(body),
        ]
    }
}
