import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// A verb that changes one thing that is named, and nothing else.
protocol Act: ParsableCommand {
    associatedtype Thing: Acted
    var named: Named<Thing> { get }
    func command(_ thing: Thing, _ desk: Desk) throws -> Thing.Verb
    /// Everything that is done in this one act.
    func commands(_ thing: Thing, _ desk: Desk) throws -> [Thing.Verb]
}

/// Which one, in which store, and who does it.
struct Named<Thing: Acted>: ParsableArguments {
    @Argument(help: ArgumentHelp(say("cli.\(Thing.kind.rawValue).id"), valueName: Thing.kind.rawValue))
    var id: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: Thing.Actor
}

extension Act {
    func commands(_ thing: Thing, _ desk: Desk) throws -> [Thing.Verb] { [try command(thing, desk)] }

    func run() throws {
        let person = try named.actor.person(named.options)
        let desk = try named.options.open(as: person)
        let thing = try Thing.named(named.id, in: desk.store)
        let doer = person ?? desk.signedIn ?? thing.keeper
        try desk.perform(commands(thing, desk).map { Thing.command($0, on: thing.id) }, by: doer)
        try Output.tell(thing.id, desk, named.options)
    }
}

extension Output {
    /// How a thing stands now.
    static func tell<Thing: Acted>(_ id: ID<Thing>, _ desk: Desk, _ options: StoreOptions) throws {
        guard let thing = try Thing.found(id, in: desk.store) else { return }
        let kind = Thing.kind.rawValue
        let status = say("cli.status.\(kind).\(thing.state)")
        try done(
            options.json, ["id": .id(id), "status": .string(thing.state)],
            say("cli.\(kind).done", thing.told.merging(["status": status]) { $1 }))
    }
}
