import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// Cases for another house, in a file that a passphrase of its own opens: of
/// people who agreed to it, under pseudonyms.
struct CaseExport: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "export", abstract: say("cli.case.export"))

    @Argument(help: ArgumentHelp(say("cli.case.export.cases"), valueName: "case"))
    var ids: [String]
    @Option(help: ArgumentHelp(say("cli.case.export.format"), valueName: "format"))
    var format: CaseFormat = .json
    @Option(help: ArgumentHelp(say("cli.case.export.to"), valueName: "file"))
    var to: FileName
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @OptionGroup var seal: FilePassphrase

    func run() throws {
        let desk = try options.open(as: actor.who(options))
        let files = try ids.map { try desk.store.case(named: $0) }
        guard Set(files.map(\.id)).count == files.count else { throw UsageError(say("cli.usage.case_twice")) }
        // Before the journal says that something left: nothing can, where something is already.
        let file = PrivateFile(path: to.path)
        try file.refuseWhatIsThere()
        let passphrase = try seal.new()
        let parcel = try desk.store.exportCases(files.map(\.id), as: format, by: actor.who(options), at: desk.now)
        try file.write(try parcel.sealed(with: passphrase).bytes)
        let left = zip(files, parcel.document.cases).map { $0.people.count - $1.people.count }
        try Output.done(
            options.json,
            [
                "file": .text(to.path),
                "cases": .array(
                    zip(files, left).map { file, left in
                        [
                            "id": .id(file.id), "number": .string(file.number),
                            "people": .number(file.people.count - left), "left_out": .number(left),
                        ]
                    }),
            ],
            say("cli.case.export.done", n: files.count, ["file": to.path]))
        if left.contains(where: { $0 > 0 }) {
            Output.note(say("cli.case.export.left_out", n: left.reduce(0, +)))
        }
    }
}

/// Cases of another house's file, opened here as new ones.
struct CaseImport: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "import", abstract: say("cli.case.import"))

    @Argument(help: ArgumentHelp(say("cli.case.import.file"), valueName: "file"))
    var file: FileName
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @OptionGroup var seal: FilePassphrase

    func run() throws {
        let desk = try options.open(as: actor.who(options))
        let sealed = try CaseFile.read(file.path)
        let parcel = try CaseFile.naming(file.path) {
            try CaseParcel(sealed, with: try seal.known())
        }
        let received = try desk.store.importCases(parcel, by: actor.who(options), at: desk.now)
        let from = parcel.document.from
        if options.json {
            return try Output.line(
                JSONValue.object([
                    (
                        name: "cases",
                        value: .array(
                            received.map { one in
                                [
                                    "id": .id(one.id), "number": .string(one.number), "new": .flag(one.isNew),
                                    "earlier": .strings(one.earlier),
                                ]
                            })
                    )
                ]).compact)
        }
        for (one, file) in zip(received, parcel.document.cases) {
            let details = ["number": one.number, "there": file.number, "hotline": from.name]
            try Output.line(say(one.isNew ? "cli.case.import.done" : "cli.case.import.known", details).shown)
            for number in one.earlier {
                Output.note(say("cli.case.import.earlier", details.merging(["earlier": number]) { $1 }))
            }
        }
    }
}

/// The table or the document in a sealed file, in the open, for another system.
struct CaseUnseal: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "unseal", abstract: say("cli.case.unseal"))

    @Argument(help: ArgumentHelp(say("cli.case.import.file"), valueName: "file"))
    var file: FileName
    @Option(help: ArgumentHelp(say("cli.case.unseal.to"), valueName: "file"))
    var to: FileName
    @OptionGroup var answer: AnswerOptions
    @OptionGroup var seal: FilePassphrase

    func run() throws {
        let sealed = try CaseFile.read(file.path)
        let out = PrivateFile(path: to.path)
        try out.refuseWhatIsThere()
        let (format, content) = try CaseFile.naming(file.path) {
            try CaseParcel.plain(of: sealed, with: try seal.known())
        }
        try out.write(content.revealed)
        try Output.done(
            answer.json, ["file": .text(to.path), "format": .string(format.rawValue)],
            say("cli.case.unseal.done", ["file": to.path]))
        Output.note(say("cli.case.unseal.warning", ["file": to.path]))
    }
}

extension CaseFormat: ExpressibleByArgument {}
