import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// The roster as it is planned and worked: a day, unless a longer period is asked for.
struct ShiftShow: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: say("cli.shift.show"))

    @OptionGroup var options: StoreOptions
    @Option(help: ArgumentHelp(say("cli.shift.show.period"), valueName: "period"))
    var period: Period?

    func run() throws {
        let desk = try options.open(for: .readSetup)
        let zone = try desk.zone()
        let period = try period ?? Period(day: desk.today)
        let shifts = try desk.store.shifts(period.first...period.last)
        if options.json { return try Output.rows(shifts.map { $0.row(desk, zone) }) }
        var table = TextTable(
            ["shift", "operator", "pattern", "starts", "ends", "status"].map { say("cli.field.\($0)") })
        for shift in shifts {
            table.add([
                "\(shift.id)", shift.operatorCode, shift.pattern ?? "-", zone.spoken(shift.plannedStart),
                zone.spoken(shift.plannedEnd), status(shift, desk),
            ])
        }
        try table.print()
        if table.isEmpty { Output.note(say("cli.list.none")) }
    }

    private func status(_ shift: Shift, _ desk: Desk) -> String {
        let status = say("cli.status.shift.\(shift.status.rawValue)")
        if shift.isUncovered(at: desk.now) { return say("cli.uncovered", ["status": status]) }
        return shift.isPastItsTime(at: desk.now) ? say("cli.past_its_time", ["status": status]) : status
    }
}

extension Shift {
    func row(_ desk: Desk, _ zone: ZoneRules) -> JSONValue {
        [
            "id": .id(id), "operator": .string(operatorCode), "pattern": .string(pattern),
            "business_date": .string(businessDate.description), "planned_start": .time(plannedStart, zone),
            "planned_end": .time(plannedEnd, zone), "status": .string(status.rawValue),
            "uncovered": .flag(isUncovered(at: desk.now)), "past_its_time": .flag(isPastItsTime(at: desk.now)),
            "signed_on": .time(signedOnAt, zone), "ended": .time(endedAt, zone),
            "unplanned_because": .string(unplannedBecause), "substitute_for": .id(substituteFor),
            "absent_because": .string(absentBecause), "handover": .id(handover),
            "ended_by_supervisor": .flag(endedBySupervisor),
        ]
    }
}
