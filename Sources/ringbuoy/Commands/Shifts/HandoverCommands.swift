import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

struct HandoverCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "handover", abstract: say("cli.handover"),
        subcommands: [HandoverOffer.self, HandoverShow.self, HandoverAcknowledge.self, HandoverPark.self])
}

/// What is open goes to the next shift, with notes.
struct HandoverOffer: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "offer", abstract: say("cli.handover.offer"))

    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @Option(help: ArgumentHelp(say("cli.handover.note"), valueName: "text"))
    var note: [GivenText] = []

    func run() throws {
        let desk = try options.open(as: actor.who(options))
        let shift = try desk.ownShift(of: actor.who(options))
        let id = desk.newID(Handover.self)
        let notes = try note.compactMap { desk.written(try $0.read()) }
        try desk.perform([.handover(id, .offer(shift: shift.id, notes: notes))], by: actor.who(options))
        let items = try desk.store.handover(id)?.items.count ?? 0
        try Output.done(
            options.json, ["id": .id(id), "items": .number(items)],
            say("cli.handover.offered", n: items, ["id": "\(id)"]))
    }
}

/// Handovers with items that nobody acknowledged yet, or one of any age.
struct HandoverShow: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: say("cli.handover.show"))

    @Argument(help: ArgumentHelp(say("cli.handover.id"), valueName: "handover"))
    var id: String?
    @OptionGroup var options: StoreOptions

    func run() throws {
        let desk = try options.open(for: .readCalls)
        let zone = try desk.zone()
        let handovers = try id.map { [try desk.store.handover(named: $0)] } ?? desk.store.openHandovers()
        if options.json { return try Output.rows(try handovers.map { try $0.row(desk.store, zone) }) }
        for handover in handovers {
            let title = ["id": "\(handover.id)", "operator": handover.from, "time": zone.spoken(handover.begunAt)]
            try Output.line(say("cli.handover.title", title))
            for item in handover.items {
                let state = say("cli.handover.state.\(item.state.rawValue)", ["operator": item.by ?? ""])
                let about = try item.content.about(desk.store)
                try Output.line(
                    "  \(item.number)  \(say("cli.handover.kind.\(item.content.kindCode)")) \(about)  \(state)")
            }
        }
        if handovers.isEmpty { Output.note(say("cli.list.none")) }
    }
}

extension HandoverContent {
    /// The number that is said aloud; the words of a note.
    func about(_ store: Store) throws -> String {
        switch self {
        case .escalation(let id): try store.escalation(id)?.callNumber ?? "\(id)"
        case .draft(let id), .callBack(let id): try store.call(id)?.number ?? "\(id)"
        case .referral(let id): try store.referral(id)?.number ?? "\(id)"
        case .task(let id): try store.entry(id).flatMap { try store.said($0.what) } ?? "\(id)"
        case .caseTask(let id, let task):
            say("cli.handover.case_task", ["case": try store.case(id)?.number ?? "\(id)", "task": String(task)])
        case .places(let provider, let places, let taken): "\(provider) \(max(0, places - taken))/\(places)"
        case .note(let id): try store.said(id) ?? "-"
        }
    }

    fileprivate var subject: JSONValue {
        switch self {
        case .escalation(let id): .id(id)
        case .draft(let id), .callBack(let id): .id(id)
        case .referral(let id): .id(id)
        case .task(let id): .id(id)
        case .caseTask(let id, _): .id(id)
        case .places(let provider, _, _): .string(provider)
        case .note(let id): .id(id)
        }
    }
}

extension Handover {
    func row(_ store: Store, _ zone: ZoneRules) throws -> JSONValue {
        let items: [JSONValue] = try items.map { item in
            [
                "item": .number(item.number), "kind": .string(item.content.kindCode), "id": item.content.subject,
                "about": .string(try item.content.about(store)), "state": .string(item.state.rawValue),
                "by": .string(item.by),
            ]
        }
        return [
            "id": .id(id), "shift": .id(shift), "from": .string(from), "offered": .time(begunAt, zone),
            "status": .string(status.rawValue), "items": .array(items),
        ]
    }
}

/// Items taken over: the named ones, or everything that is left.
struct HandoverAcknowledge: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "acknowledge", abstract: say("cli.handover.acknowledge"))

    @Argument(help: ArgumentHelp(say("cli.handover.id"), valueName: "handover"))
    var id: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @OptionGroup var items: ItemOption

    func run() throws {
        let desk = try options.open(as: actor.who(options))
        let handover = try desk.store.handover(named: id)
        let numbers = items.numbers(handover) { $0.state != .acknowledged }
        try desk.perform(numbers.map { .handover(handover.id, .acknowledge(item: $0)) }, by: actor.who(options))
        try Output.tell(handover.id, desk, options)
    }
}

/// Items left for the next planned shift where nobody follows: the supervisor
/// is responsible meanwhile.
struct HandoverPark: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "park", abstract: say("cli.handover.park"))

    @Argument(help: ArgumentHelp(say("cli.handover.id"), valueName: "handover"))
    var id: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @OptionGroup var items: ItemOption

    func run() throws {
        let desk = try options.open(as: actor.who(options))
        let handover = try desk.store.handover(named: id)
        let numbers = items.numbers(handover) { $0.state == .open }
        try desk.perform(numbers.map { .handover(handover.id, .park(item: $0)) }, by: actor.who(options))
        try Output.tell(handover.id, desk, options)
    }
}

struct ItemOption: ParsableArguments {
    @Option(help: ArgumentHelp(say("cli.handover.item"), valueName: "n"))
    var item: [Count] = []

    /// Those that were named, else all that can still be done.
    func numbers(_ handover: Handover, _ isLeft: (HandoverItem) -> Bool) -> [Int] {
        item.isEmpty ? handover.items.filter(isLeft).map(\.number) : item.map(\.value)
    }
}

extension Output {
    /// How a handover stands now.
    fileprivate static func tell(_ id: HandoverID, _ desk: Desk, _ options: StoreOptions) throws {
        guard let handover = try desk.store.handover(id) else { return }
        let left = handover.items.count { $0.state != .acknowledged }
        try done(
            options.json,
            ["id": .id(id), "status": .string(handover.status.rawValue), "left": .number(left)],
            say("cli.handover.done", n: left))
    }
}
