import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import StoreSQLite
import Wording

/// A backup takes the place of the store, unless work would be lost by it that
/// nobody said may be; the old one is kept beside it in any case.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "restore", abstract: say("cli.restore"))

    @Argument(help: ArgumentHelp(say("cli.restore.file"), valueName: "file"))
    var file: FileName
    @OptionGroup var options: StoreOptions
    @Flag(help: ArgumentHelp(say("cli.restore.replace")))
    var replace = false

    func run() throws {
        let path = try StorePlace(options.path).file()
        var objection: StoreError?
        var known: [Store.CopyMade] = []
        let kept = try ofBackup {
            try SQLiteEngine.restore(
                from: file.path, to: path, keptAs: label,
                judge: { backup, replaced in
                    if let replaced, let desk = try? Store.mark(replaced) {
                        throw Refusal(ServerRule.notRestored, ["desk": desk.description, "path": path])
                    }
                    objection = try Store.objection(to: backup, over: replaced, at: path, SQLiteEngine.dialect)
                    if let objection, !replace { throw objection }
                    // A store too damaged to be asked knows of none.
                    known = replaced.flatMap { try? Store.copies($0) } ?? []
                },
                progress: Progress.shown("cli.restore.progress"))
        }
        if let kept, objection?.isOfOtherWork == true { DraftShelf.move(from: path, to: kept) }
        if objection?.isOfOtherWork == true { known = [] }
        let store = try Desk(opening: path).store
        try store.recordCopies(known: known, source: file.path, kept: kept, at: Clock.now)
        try Output.done(
            options.json, ["store": .text(path), "kept": .string(kept)],
            say("cli.restore.done", ["store": path]))
        if let kept { Output.note(say("cli.restore.kept", ["file": kept])) }
        if let desk = store.desk { Output.note(say("cli.restore.of_desk", ["desk": desk.description])) }
    }

    /// What is damaged then is the file that was named, not the store.
    private func ofBackup<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch StoreError.damaged(let detail) {
            throw StoreError.backupDamaged(path: file.path, detail: detail)
        }
    }

    /// The name the old store is kept under ends in it: `before-restore-2009-09-14T02.10.00`, in UTC: no colon, which other
    /// systems do not take in a name.
    private var label: String {
        let clock = ZoneRules.utc.wallClock(at: Clock.now)
        return "before-restore-" + clock.iso8601.prefix(19).replacing(":", with: ".")
    }
}

extension StoreError {
    /// What was typed for the store that was replaced has no place in the new one.
    fileprivate var isOfOtherWork: Bool {
        switch self {
        case .otherHotline, .practiceBackup: true
        default: false
        }
    }
}
