import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// The desks that have joined, at whichever of them it is asked.
struct DeskList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: say("cli.desk.list"))

    @OptionGroup var options: StoreOptions

    func run() throws {
        let here = try options.open(for: .readSetup)
        let desks = try here.store.desks()
        let zone = try here.zone()
        tellAge(here, zone)
        if options.json { return try Output.rows(desks.map { row($0, zone, here) }) }
        if desks.isEmpty { return try Output.line(say("cli.desk.none")) }
        var table = TextTable(["mark", "name", "enrolled", "by", "state"].map { say("cli.desk.list.\($0)") })
        for desk in desks {
            let mark =
                desk.mark == here.store.desk ? say("cli.desk.list.here", ["desk": "\(desk.mark)"]) : "\(desk.mark)"
            table.add([mark, desk.name, zone.spoken(desk.enrolled.at), desk.enrolled.by, state(desk, zone)])
        }
        try table.print()
    }

    private func state(_ desk: EnrolledDesk, _ zone: ZoneRules) -> String {
        guard let retired = desk.retired else { return say("cli.desk.list.works") }
        return say("cli.desk.list.retired", ["time": zone.spoken(retired.at), "by": retired.by])
    }

    /// Others may have joined since a desk heard last.
    private func tellAge(_ here: Desk, _ zone: ZoneRules) {
        guard here.store.desk != nil, let even = here.store.ferryNote?.evenAt,
            (here.now - even).seconds > DeskList.freshSeconds
        else { return }
        Output.note(say("cli.desk.list.as_of", ["time": zone.spoken(even)]))
    }

    /// A ferry that is going compares once a minute.
    private static let freshSeconds: Int64 = 120

    private func row(_ desk: EnrolledDesk, _ zone: ZoneRules, _ here: Desk) -> JSONValue {
        [
            "desk": .number(desk.mark.number), "name": .text(desk.name),
            "enrolled_at": .time(desk.enrolled.at, zone), "enrolled_by": .text(desk.enrolled.by),
            "instead_of": desk.insteadOf.map { .number($0.number) } ?? .null,
            "here": .flag(desk.mark == here.store.desk),
            "retired_at": .time(desk.retired?.at, zone), "retired_by": .string(desk.retired?.by),
        ]
    }
}
