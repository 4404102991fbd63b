import ArgumentParser
import HotlineConsole
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// Carries what waits, once or until it is ended. It opens nobody's words, and needs no passphrase.
struct DeskSync: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "sync", abstract: say("cli.desk.sync"))

    @Flag(help: ArgumentHelp(say("cli.desk.sync.follow")))
    var follow = false
    @OptionGroup var options: StoreOptions

    func run() throws {
        if follow { EndSignals.block() }
        let desk = try options.openUnread().staying()
        LastShipping.leave()
        guard let way = try ServerWay(of: desk.store) else { throw Refusal(ServerRule.notJoined) }
        let run = try FerryRun(desk.store, server: { try way.open() })
        run.begin()
        defer { run.end(within: .seconds(3)) }
        if follow { return wait(run, desk) }
        try carry(run, desk)
    }

    /// Until it is ended; what an administrator reads in the log of the service.
    private func wait(_ run: FerryRun, _ desk: Desk) {
        var told: [String] = []
        while !EndSignals.wereSent(within: .seconds(1)) {
            let text = DeskStatus.words(desk).text(of: run.note)
            if run.note.progress.isEmpty, text != told, run.note.isSettled {
                for line in text { Output.note(line) }
                told = text
            }
        }
    }

    /// Until all is there, or it is known what stands in the way.
    private func carry(_ run: FerryRun, _ desk: Desk) throws {
        let progress = Progress.shown("cli.desk.sync.progress")
        defer { progress(1) }
        while true {
            run.wait(within: .seconds(1)) { $0.isSettled }
            let note = run.note
            if let part = note.progress.first { progress(Double(part.done) / Double(max(1, part.total))) }
            if let refusal = note.refused.first?.refusal { throw refusal }
            if let away = note.away {
                let waiting = try desk.store.heads().events(beyond: note.there)
                throw ServerDesk.notCarried(away, waiting: waiting, desk.store)
            }
            // Of another program's ferry the note may be of a moment ago.
            guard note.isEven, try desk.store.heads().events(beyond: note.there) == 0 else { continue }
            return try Output.done(options.json, ["state": "even", "waiting": .number(0)], say("cli.desk.sync.done"))
        }
    }
}
