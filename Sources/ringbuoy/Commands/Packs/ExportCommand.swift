import ArgumentParser
import HotlineConsole
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// What leaves the house for a donor, and what left it so far.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: say("cli.export"), subcommands: [ExportMake.self, ExportList.self],
        defaultSubcommand: ExportMake.self)
}

/// A donor's pack of a period: into a folder, or looked at before.
struct ExportMake: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "make", abstract: say("cli.export.make"))

    @Option(help: ArgumentHelp(say("cli.export.period"), valueName: "period"))
    var period: Period
    @Option(help: ArgumentHelp(say("cli.export.donor"), valueName: "code"))
    var donor: String
    @Option(help: ArgumentHelp(say("cli.export.to"), valueName: "folder"))
    var to: FileName?
    @Flag(help: ArgumentHelp(say("cli.export.preview")))
    var preview = false
    @Flag(help: ArgumentHelp(say("cli.export.draft")))
    var draft = false
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption

    func run() throws {
        if preview, draft || to != nil { throw UsageError(say("cli.export.preview_alone")) }
        guard preview || to != nil else { throw UsageError(say("cli.export.to_missing")) }
        let code = try actor.who(options)
        let own = try options.open(as: code)
        // What a donor would see can be looked at anywhere; what one gets is the house's.
        let desk = to == nil ? try own.houseToRead() : try own.house()
        // Whose duty it is not is told so before anything is made.
        let asked = Command.access(.export(what: "export", period: period.name))
        _ = try desk.store.judged([asked], by: code, at: desk.now)
        guard let to else { return try show(desk, code) }
        let export = PackExport(
            desk: desk, donor: donor, period: period, actor: code, folder: try PackFolder(to.path, store: desk.path),
            progress: Progress.shown("cli.export.progress"))
        try tell(draft ? export.draft() : export.give(), desk, to.path)
    }

    private func show(_ desk: Desk, _ code: String) throws {
        let (today, zone) = (try desk.today, try desk.zone())
        let preview = try PackPreview(desk.packShelf().order(donor, period), on: today) {
            try desk.counted($0, by: code)
        }
        if options.json { return try Output.line(preview.json(on: today, zone).compact) }
        try PreviewText(preview, on: today, zone: zone).print()
    }

    private func tell(_ done: PackExport.Done, _ desk: Desk, _ path: String) throws {
        let manifest = done.made.contents(done.files, digest: PackExport.digest).manifest
        try Output.done(
            options.json,
            [
                "donor": .text(donor), "period": .text(period.name), "folder": .text(path), "draft": .flag(draft),
                "given_before": .flag(done.earlier != nil),
                "files": .strings(done.files.map(\.name.rawValue)), "manifest": .text(manifest),
            ],
            say(
                draft ? "cli.export.done.draft" : "cli.export.done",
                [
                    "donor": done.made.terms.donor.name, "period": PackWords(say).name(period), "folder": path,
                    "digest": manifest,
                ]
            ).shown)
        if let earlier = done.earlier, !draft {
            Output.note(
                say(
                    "cli.export.given_before",
                    ["by": earlier.first.by, "at": try desk.zone().spoken(earlier.first.at)]))
        }
    }
}

/// The ledger: which pack went to whom, who signed for it, and when.
struct ExportList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: say("cli.export.list"))

    @Option(help: ArgumentHelp(say("cli.export.donor"), valueName: "code"))
    var donor: String?
    @Option(help: ArgumentHelp(say("cli.export.period"), valueName: "period"))
    var period: Period?
    @OptionGroup var options: StoreOptions

    func run() throws {
        let desk = try options.open(for: .export).houseToRead()
        let zone = try desk.zone()
        let lines = try desk.store.packs().filter { release in
            (donor.map { $0 == release.donor } ?? true) && (period.map { $0.name == release.period.name } ?? true)
        }.flatMap(\.lines).sorted { $0.stamp.at < $1.stamp.at }
        if options.json { return try Output.rows(lines.map { $0.json(zone) }) }
        var table = TextTable(["time", "operator", "recipient", "period", "manifest"].map { say("cli.field.\($0)") })
        for line in lines {
            table.add([
                zone.spoken(line.stamp.at), line.stamp.by, line.release.donor.shown, line.release.period.name,
                line.release.contents.manifest,
            ])
        }
        try table.print()
    }
}

/// One time a pack was given.
struct LedgerLine {
    let release: PackRelease
    let stamp: Stamp
    let isFirst: Bool

    /// Names and order are a promise to scripts.
    func json(_ zone: ZoneRules) -> JSONValue {
        [
            "at": .time(stamp.at, zone), "operator": .text(stamp.by), "donor": .text(release.donor),
            "period": .text(release.period.name), "first": .flag(isFirst),
            "months": .strings(release.contents.months.map { Period(month: $0.month).name }),
            "tables": .number(release.contents.tables.count), "manifest": .text(release.contents.manifest),
        ]
    }
}

extension PackRelease {
    var lines: [LedgerLine] {
        given.enumerated().map { LedgerLine(release: self, stamp: $1, isFirst: $0 == 0) }
    }
}
