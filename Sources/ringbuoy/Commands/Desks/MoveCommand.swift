import ArgumentParser
import HotlineDomain
import HotlineProfiles
import HotlineReports
import HotlineStore
import Wording

/// A whole store goes to another place: from a file to a server, or back.
struct MoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move", abstract: say("cli.move"), discussion: say("cli.move.discussion"))

    @Option(help: ArgumentHelp(say("cli.move.from"), valueName: "store"))
    var from: FileName?
    @Option(help: ArgumentHelp(say("cli.move.to"), valueName: "store"))
    var to: FileName
    @Flag(help: ArgumentHelp(say("cli.option.yes")))
    var yes = false
    @OptionGroup var options: StoreOptions

    func run() throws {
        let (source, target) = (StorePlace(try from?.path ?? options.path), StorePlace(to.path))
        let place = try target.kept
        guard try source.kept != place else { throw UsageError(say("cli.usage.move_to_itself")) }
        let desk = try Desk(
            leaving: source, identity: Identity(person: options.identity.person, source: options.identity.source))
        try options.check(desk.hotline.code)
        try desk.identity.prove(options.identity.person, desk)
        try desk.require(.setUp)
        let moved = try desk.store.wasMoved()
        if let moved, moved != place { throw StoreError.moved(path: source.shown, to: moved) }
        if let mark = desk.store.desk { throw Refusal(ServerRule.notMoved, ["desk": mark.description]) }
        if moved == nil { try tell(desk.store.desks().filter { $0.retired == nil }, of: target) }
        // Before anything is made over there.
        if try desk.engine.hasOthers() { throw StoreError.inUse(path: source.shown) }
        let engine = try target.make()
        defer { engine.close() }
        do {
            let passage = try Passage.begin(from: desk.store, into: engine) { try ZoneRules.named($0) }
            try passage.move(
                to: place, hasOthers: desk.engine.hasOthers, progress: Progress.shown("cli.move.progress"))
        } catch StoreError.exists where moved != nil {
            // It was whole already, and nobody heard of it.
        }
        let count = try desk.store.heads().sequences.values.reduce(0, +)
        try Output.done(
            options.json,
            ["from": .text(source.shown), "to": .text(target.shown), "events": .number(Int(count))],
            say("cli.move.done", n: Int(count), ["from": source.shown, "to": target.shown]))
    }

    /// Desks that have joined stand alone until each of them is told where to go.
    private func tell(_ desks: [EnrolledDesk], of target: StorePlace) throws {
        guard !desks.isEmpty else { return }
        let names = desks.map(\.name).joined(separator: ", ")
        Output.note(say("cli.move.desks", n: desks.count, ["names": names]))
        switch target {
        case .server: Output.note(say("cli.move.desks.then", ["to": try target.keptForDesks]))
        case .file: Output.note(say("cli.move.desks.alone"))
        }
        guard yes else { throw UsageError(say("cli.usage.move_needs_yes")) }
    }
}
