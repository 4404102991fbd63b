import HotlineConsole
import HotlineDomain
import HotlineProfiles
import HotlineStore
import TerminalCurses
import Wording

/// What stood in the way, as it is told on standard error: that it was refused
/// or went wrong, its name, never translated, because scripts read it, and what
/// a person can do.
struct Complaint: Hashable {
    let status: ExitStatus
    let lines: [String]

    /// The one place where errors become exit codes and sentences.
    init(_ error: any Error) {
        switch error {
        case let refusal as Refusal:
            let text = say(refusal.sentence, refusal.details)
            let mayNot = SignInRule(rawValue: refusal.rule) != nil || RoleRule(rawValue: refusal.rule) != nil
            let mayPass = [ServerRule.outOfReach, .notCarried, .moved].contains { $0.rawValue == refusal.rule }
            self.init(refused: refusal.rule, text, mayNot ? .notAllowed : mayPass ? .unavailable : .refused)
        case let error as StoreError: self.init(error)
        case let bad as BadRows: self.init(.badInput, bad.lines)
        case let bad as BadCaseFile: self.init(bad)
        case let error as ExchangeError:
            self.init(
                refused: "exchange.\(error.name)",
                say("exchange.\(error.name)", SystemSentence.spoken(in: error.details)))
        case let broken as BrokenProfile: self.init(.badInput, broken.problems.map(\.sentence))
        case let zone as UnknownZone:
            let details = ["zone": zone.name, "nearest": zone.nearest.joined(separator: ", ")]
            self.init(.badInput, "input.unknown_zone", say("cli.input.unknown_zone", details))
        case let error as InputError:
            self.init(
                .badInput, "input.\(error.name)",
                say("cli.input.\(error.name)", SystemSentence.spoken(in: error.details)))
        case let error as OutputError:
            self.init(
                .cannotWrite, "output.failed",
                say("cli.output.failed", ["detail": SystemSentence.spoken(error.detail)]))
        case let problem as TerminalProblem:
            self.init(
                .unavailable, problem.rule, say("cli.\(problem.rule)", SystemSentence.spoken(in: problem.details)))
        case let error as FeedError: self.init(error)
        case let error as FolderError: self.init(error)
        case let usage as UsageError: self.init(usage)
        case let told as AlreadyTold: self.init(told.status, [])
        default: self.init(UsageError(parser: error, typed: Array(CommandLine.arguments.dropFirst())))
        }
    }

    private init(_ status: ExitStatus, _ lines: [String]) {
        self.status = status
        self.lines = lines
    }

    private init(_ status: ExitStatus, _ name: String, _ text: String) {
        self.init(status, ["\(say("cli.complaint.error")): \(name): \(text)"])
    }

    private init(refused rule: String, _ text: String, _ status: ExitStatus = .refused) {
        self.init(status, ["\(say("cli.complaint.refused")): \(rule): \(text)"])
    }

    private init(_ usage: UsageError) {
        self.init(.usage, ["\(say("cli.complaint.usage")): \(usage.sentence)"] + usage.hints)
    }

    private init(_ error: FeedError) {
        switch error {
        case .taken(let source): self.init(.tryAgain, "feed.taken", say("cli.feed.taken", ["source": source]))
        case .unreadable(let file, let detail):
            self.init(
                .badInput, "feed.unreadable",
                say(
                    "cli.feed.unreadable", ["file": file, "detail": SystemSentence.spoken(detail)]))
        case .notUnderstood(let file):
            self.init(.badInput, "feed.not_understood", say("cli.feed.not_understood", ["file": file]))
        }
    }

    private init(_ error: FolderError) {
        let text = say("cli.export.\(error.name)", error.details)
        switch error {
        case .taken, .standing, .holdsStore: self.init(refused: "export.\(error.name)", text)
        case .diskFull: self.init(.tryAgain, "export.disk_full", text)
        case .readOnly: self.init(.notAllowed, "export.read_only", text)
        case .noParent, .unavailable: self.init(.unavailable, "export.\(error.name)", text)
        }
    }

    private init(_ bad: BadCaseFile) {
        let text = say("exchange.\(bad.error.name)", bad.error.details.merging(["file": bad.path]) { $1 })
        self.init(
            bad.error == .wrongPassphrase ? .notAllowed : .badInput, "exchange.\(bad.error.name)", text)
    }

    private init(_ error: StoreError) {
        let text = say(
            ServerSentence.key(of: error.name, error.details),
            SystemSentence.spoken(in: ServerSentence(say).details(of: error)))
        switch error {
        // A store is never written over, nor work lost unasked: as much a rule as those of the engine.
        case .exists, .taken, .otherHotline, .practiceBackup, .olderBackup:
            self.init(refused: "store.\(error.name)", text)
        case .notAStore, .notAnAddress, .newerVersion, .olderVersion, .unfinished, .damaged, .backupDamaged,
            .wrongKey, .arriving, .moveDiffers:
            self.init(.badInput, "store.\(error.name)", text)
        case .busy, .inUse, .diskFull, .unsure, .nodeTaken, .deskIsFull:
            self.init(.tryAgain, "store.\(error.name)", text)
        case .readOnly, .notMade, .locked, .keyTurned, .noRight: self.init(.notAllowed, "store.\(error.name)", text)
        case .missing, .moved, .keyMissing, .unavailable, .failed, .keptByServer:
            self.init(.unavailable, "store.\(error.name)", text)
        }
    }
}

extension ProfileProblem {
    /// `file:line:column: rule: text`, which editors jump to; what it repeats of
    /// the file cannot steer a terminal.
    var sentence: String { "\(place): \(rule.rawValue): \(text { say($0, SystemSentence.spoken(in: $1)) })".shown }
}

/// The output said it all; only the exit code is left to give.
struct AlreadyTold: Error, Hashable {
    let status: ExitStatus
}
