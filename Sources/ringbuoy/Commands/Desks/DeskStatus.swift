import ArgumentParser
import HotlineConsole
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// How it stands between a desk and its server, as whatever program carries for it said last.
struct DeskStatus: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "status", abstract: say("cli.desk.status"))

    @OptionGroup var options: StoreOptions

    func run() throws {
        let desk = try options.openUnread()
        guard let way = try ServerWay(of: desk.store) else {
            return try Output.done(
                options.json, ["joined": .flag(false)],
                say(desk.store.engine.beside == nil ? "server.here" : "server.none"))
        }
        let isGoing = FerryTurn.isTaken(beside: desk.store.engine.beside)
        let note = try note(desk, isGoing: isGoing)
        if options.json { return try Output.line(try json(note, way, desk, isGoing: isGoing).compact) }
        var sheet = Sheet(say("server.title"))
        sheet.add("cli.desk.server", way.address)
        sheet.add("cli.desk.mark", way.mark.description)
        try sheet.print()
        let words = DeskStatus.words(desk)
        for line in (isGoing ? [] : [say("server.idle")]) + words.text(of: note) { try Output.line(line) }
    }

    /// What waits is counted now: nobody may carry at this moment.
    private func note(_ desk: Desk, isGoing: Bool) throws -> FerryNote {
        var note = try desk.store.ferryNote ?? desk.store.noteBeforeAsking(at: desk.now)
        if !isGoing {
            note.isConnected = false
            note.progress = []
        }
        note.waiting = try desk.store.heads().events(beyond: note.there)
        note.retired = try desk.store.retirement()
        return note
    }

    private func json(_ note: FerryNote, _ way: ServerWay, _ desk: Desk, isGoing: Bool) throws -> JSONValue {
        let zone = try desk.zone()
        func trouble(_ trouble: FerryNote.Trouble?) -> JSONValue {
            guard let trouble else { return .null }
            return [
                "error": .text(trouble.name), "since": .time(trouble.since, zone),
                "detail": .string(trouble.details["detail"]), "mend": .string(ServerMend(trouble)?.rawValue),
            ]
        }
        return [
            "joined": .flag(true), "server": .text(way.address), "desk": .number(way.mark.number),
            "state": .text(note.state), "carrying": .flag(isGoing), "waiting": .number(note.waiting),
            "even_at": .time(note.evenAt, zone), "retired_at": .time(note.retired?.at, zone),
            "away": trouble(note.away), "store": trouble(note.ailing),
            "refused": .array(
                note.refused.map { refused in
                    [
                        "rule": .text(refused.rule), "way": .text(refused.way.rawValue),
                        "since": .time(refused.since, zone),
                    ]
                }),
            "progress": .array(
                note.progress.map { part in
                    ["way": .text(part.way.rawValue), "done": .number(part.done), "total": .number(part.total)]
                }),
            "clock_off_seconds": note.clockOff.map { .number(Int($0.seconds)) } ?? .null,
        ]
    }

    static func words(_ desk: Desk) -> ServerWords {
        let zone = try? desk.zone()
        return ServerWords(say) { zone?.spoken($0) ?? "-" }
    }
}

extension FerryNote {
    /// The worst of it in a word, for scripts.
    fileprivate var state: String {
        if retired != nil { return "retired" }
        if !refused.isEmpty { return "refused" }
        if away != nil { return "away" }
        if ailing != nil { return "ailing" }
        if !isConnected { return "idle" }
        return progress.isEmpty ? "in_reach" : "catching_up"
    }
}
