import ArgumentParser
import HotlineDomain
import HotlineProfiles
import HotlineReports
import HotlineStore
import Wording

struct ProfileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile", abstract: say("cli.profile"), subcommands: [ProfileCheck.self, ProfileApply.self])
}

/// Everything there is to mend in the given profiles.
struct ProfileCheck: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "check", abstract: say("cli.profile.check"))

    @Argument(help: ArgumentHelp(say("cli.profile.paths"), valueName: "path"))
    var paths: [FileName]
    @OptionGroup var options: AnswerOptions

    func run() throws {
        let problems = paths.flatMap { HotlineProfile.check(path: $0.path) }
        if options.json {
            try Output.rows(problems.map(row))
        } else {
            for problem in problems { try Output.line(problem.sentence) }
            if problems.isEmpty { try Output.line(say("cli.profile.sound", n: paths.count)) }
        }
        if !problems.isEmpty { throw AlreadyTold(status: .badInput) }
    }

    private func row(_ problem: ProfileProblem) -> JSONValue {
        [
            "file": .string(problem.file), "line": .number(problem.line), "column": .number(problem.column),
            "rule": .string(problem.rule.rawValue), "text": .string(problem.text { say($0, $1) }.shown),
        ]
    }
}

/// A new roster, line or setting comes into a running store.
struct ProfileApply: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "apply", abstract: say("cli.profile.apply"))

    @Argument(help: ArgumentHelp(say("cli.profile.path"), valueName: "file"))
    var file: FileName
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: AdminOption

    func run() throws {
        let profile = try HotlineProfile.read(path: file.path)
        let desk = try options.open(as: actor.code)
        try desk.perform([.hotline(.apply(profile.hotline))], by: actor.who(desk))
        // What was merged in counts: who was disabled in the store stays disabled.
        let changes = HotlineProfile.difference(from: desk.hotline, to: try desk.store.hotline())
        let shifts = try desk.store.planShifts(by: actor.who(desk), at: desk.now, replacing: true)
        for remark in profile.remarks { Output.note(remark.sentence) }
        if options.json {
            return try Output.line(
                JSONValue.object([
                    ("changes", .array(changes.map(row))), ("planned", .number(shifts.planned)),
                    ("cancelled", .number(shifts.cancelled)),
                ]).compact)
        }
        for change in changes { try Output.line(change.text { say($0, $1) }.shown) }
        if changes.isEmpty { try Output.line(say("cli.profile.unchanged")) }
        try Output.line(say("cli.shift.planned", n: shifts.planned))
        try Output.line(say("cli.shift.cancelled", n: shifts.cancelled))
    }

    private func row(_ change: ProfileChange) -> JSONValue {
        [
            "part": .string(change.part.rawValue), "kind": .string(change.kind.rawValue),
            "subject": .string(change.subject), "field": .string(change.field), "old": .string(change.old),
            "new": .string(change.new),
        ]
    }
}
