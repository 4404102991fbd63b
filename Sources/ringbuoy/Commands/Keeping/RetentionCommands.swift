import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

struct RetentionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention", abstract: say("cli.retention"),
        subcommands: [
            RetentionShow.self, RetentionSet.self, RetentionList.self, RetentionApply.self, RetentionHold.self,
            RetentionRelease.self,
        ])
}

/// How long words are kept, line by line.
struct RetentionShow: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: say("cli.retention.show"))

    @OptionGroup var options: StoreOptions

    func run() throws {
        let retention = try options.open(for: .readSetup).hotline.settings.retention
        let own = Set(retention.rules.map(\.name))
        if options.json {
            return try Output.rows(retention.inForce.map { $0.row(isOwn: own.contains($0.name)) })
        }
        var table = TextTable(["rule", "days", "from"].map { say("cli.field.\($0)") }, rightAligned: [1])
        for rule in retention.inForce {
            table.add([
                rule.name, rule.spoken, say(own.contains(rule.name) ? "cli.retention.own" : "cli.retention.default"),
            ])
        }
        try table.print()
    }
}

/// One line of it, from now on.
struct RetentionSet: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "set", abstract: say("cli.retention.set"))

    @Argument(help: ArgumentHelp(say("cli.retention.rule"), valueName: "rule"))
    var rule: String
    @Argument(help: ArgumentHelp(say("cli.retention.days"), valueName: "days"))
    var days: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: AdminOption

    func run() throws {
        let desk = try options.open(as: actor.code).house()
        let rule = try Retention.Rule(name: rule, days: days)
        var settings = desk.hotline.settings
        settings.retention.rules.removeAll { $0.name == rule.name }
        settings.retention.rules.append(rule)
        try desk.perform([.hotline(.changeSettings([.retention: settings[.retention]]))], by: actor.who(desk))
        try Output.done(
            options.json, rule.row(isOwn: true),
            say("cli.retention.set.done", ["rule": rule.name, "days": rule.spoken]))
    }
}

/// What goes with the next `apply`, and what is kept although its time is over.
struct RetentionList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: say("cli.retention.list"))

    @OptionGroup var options: StoreOptions

    func run() throws {
        let own = try options.open(for: .erase)
        let desk = try own.houseToRead()
        // Whole seconds, so that what is printed is what is typed back.
        let moment = Instant(seconds: desk.now.milliseconds / 1000)
        let list = try RetentionListing(desk, draftsOf: own, at: moment)
        if options.json { return try Output.line(list.row.compact) }
        try list.print()
        guard list.goes > 0 else { return }
        try Output.line(say("cli.retention.how", ["moment": list.zone.wallClock(at: moment).iso8601]))
    }
}

/// Erases exactly what was listed.
struct RetentionApply: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply", abstract: say("cli.retention.apply"), discussion: say("cli.retention.apply.more"))

    @Option(help: ArgumentHelp(say("cli.retention.listed"), valueName: "time"))
    var listed: Moment?
    @OptionGroup var confirmation: Confirmation
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActingOption

    func run() throws {
        let own = try options.open(as: actor.code)
        let desk = try own.house()
        let who = try actor.who(desk)
        if let person = desk.hotline.operatorNamed(who) { try person.require(.erase) }
        let moment = try listed?.instant(desk.zone()) ?? Instant(seconds: desk.now.milliseconds / 1000)
        if moment > desk.now { throw Refusal(RetentionRule.listedLater) }
        let list = try RetentionListing(desk, draftsOf: own, at: moment)
        guard confirmation.isGiven else {
            if options.json { try Output.line(list.row.compact) } else { try list.print() }
            return try confirmation.remind()
        }
        let total = max(1, list.items.count)
        let shown = Progress.shown("cli.retention.progress")
        let outcome = try desk.store.retire(list.items, listed: moment, by: who, at: desk.now) {
            shown(Double($0) / Double(total))
        }
        let drafts = try list.discardDrafts()
        let backups = try desk.store.backups().filter { $0.erasedSince > 0 }
        if options.json {
            let answer: JSONValue = [
                "erased": .array(outcome.erased.map { $0.row(list.zone) }),
                "kept": .array(outcome.kept.map { $0.item.row(list.zone) + ["rule": .text($0.refusal.rule)] }),
                "drafts": .number(drafts), "backups": .array(backups.map { $0.row(list.zone) }),
                "traces": .flag(desk.store.tracesLeft != .none),
            ]
            try Output.line(answer.compact)
        } else {
            try Output.line(say("cli.retention.done", n: outcome.erased.count))
            if drafts > 0 { try Output.line(say("cli.retention.drafts", n: drafts)) }
            for (item, refusal) in outcome.kept {
                Output.note("\(item.thing.name): \(say(refusal.sentence, refusal.details))")
            }
        }
        try Output.noteLeftovers(backups, desk)
    }
}

struct RetentionHold: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "hold", abstract: say("cli.retention.hold"))

    @OptionGroup var named: HeldThing
    @Option(help: ArgumentHelp(say("cli.retention.hold.because", ListID.keptBecause.codes), valueName: "code"))
    var because: String

    func run() throws { try named.does(.hold(because: because), "cli.retention.hold.done") }
}

struct RetentionRelease: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "release", abstract: say("cli.retention.release"))

    @OptionGroup var named: HeldThing
    @Option(
        help: ArgumentHelp(say("cli.retention.release.because", ListID.releasedBecause.codes), valueName: "code"))
    var because: String

    func run() throws { try named.does(.release(because: because), "cli.retention.release.done") }
}

/// Whose words are to stay, or need not stay any longer.
struct HeldThing: ParsableArguments {
    @Argument(help: ArgumentHelp(say("cli.erase.kind"), valueName: "kind"))
    var kind: ErasableKind
    @Argument(help: ArgumentHelp(say("cli.erase.id"), valueName: "id"))
    var id: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActingOption

    func does(_ command: ErasureCommand, _ key: String) throws {
        let desk = try options.open(as: actor.code)
        let subject = try kind.subject(named: id, in: desk.store)
        try desk.perform([.erasure(subject, command)], by: actor.who(desk))
        let keeping = try desk.store.keeping(of: subject)
        try Output.done(
            options.json,
            [
                "kind": .text(kind.rawValue), "id": .id(ID<Call>(raw: subject.id)),
                "hold": keeping.holdRow(try desk.zone()),
            ],
            say(key, ["number": id]))
    }
}

extension Retention.Rule {
    var spoken: String { days.map { String($0) } ?? say("cli.retention.never") }

    fileprivate func row(isOwn: Bool) -> JSONValue {
        [
            "rule": .text(name), "days": days.map { .number($0) } ?? .null,
            "from": .text(isOwn ? "hotline" : "default"),
        ]
    }
}
