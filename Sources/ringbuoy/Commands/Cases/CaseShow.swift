import ArgumentParser
import HotlineConsole
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// One case with its notes and its referrals.
struct CaseShow: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: say("cli.case.show"))

    @Argument(help: ArgumentHelp(say("cli.case.id"), valueName: "case"))
    var id: String
    @OptionGroup var options: StoreOptions

    func run() throws {
        let desk = try options.open()
        let file = try desk.store.case(named: id)
        try desk.look(at: Subject(.case, file.id.raw))
        let readers = try desk.store.readers(of: Subject(.case, file.id.raw))
        let zone = try desk.zone()
        let notes = try file.notes.compactMap { options.json ? try desk.store.text($0) : try desk.store.said($0) }
        let referrals = try desk.store.referrals(of: file)
        let keeping = try desk.store.keeping(of: Subject(.case, file.id.raw))
        let divergence = try desk.store.divergence(of: Subject(.case, file.id.raw))
        let others = try Others(of: Subject(.case, file.id.raw), desk)
        if options.json {
            let more: JSONValue = [
                "notes": .strings(notes), "referrals": .array(referrals.map { $0.row(zone) }),
                "fields": try file.values.row(desk.store),
                "people": .array(try file.people.map { try $0.row(desk.store) }),
                "tasks": .array(try file.tasks.map { try $0.row(file, desk, zone) }),
                "data_quality": file.dataQuality.row,
                "read_by": .array(readers.map { $0.row(zone) }),
            ]
            return try Output.line(
                (file.row(zone) + more + keeping.row(zone) + divergence.row(zone) + others.row(zone)).compact)
        }
        var sheet = Sheet(say("cli.sheet.case", ["number": file.number]))
        sheet.add("cli.field.status", say("cli.status.case.\(file.status.rawValue)"))
        divergence.add(to: &sheet, zone)
        try others.add(to: &sheet, .case, desk, zone)
        sheet.add("cli.field.origin", say("cli.origin.\(file.origin.code)"))
        sheet.add(
            "cli.field.received_from",
            file.origin.source.map { "\($0.hotline), \(say("cli.sheet.case", ["number": $0.number]))" })
        sheet.add("cli.field.opened", zone.spoken(file.openedAt))
        sheet.add("cli.field.closing", file.closing.map { ListID.caseClosing.label($0.reason) })
        sheet.add("cli.field.proposed_by", file.closing?.proposedBy)
        sheet.add("cli.field.referred", file.referredOn?.description)
        sheet.add("cli.field.data_quality", file.dataQuality.line(say))
        try file.values.add(to: &sheet, desk.store)
        for person in file.people { sheet.add("cli.field.person", try person.title(desk.store)) }
        for task in file.tasks {
            let (state, what) = (try file.state(of: task, desk), try desk.store.said(task.what) ?? "-")
            sheet.add("cli.field.task", "\(task.number)  \(task.responsible)  \(state)  \(what)")
        }
        for note in notes { sheet.add("cli.field.note", note) }
        for referral in referrals {
            let status = say("cli.status.referral.\(referral.status.rawValue)")
            let service = ListID.service.label(referral.service)
            sheet.add("cli.field.referral", "\(referral.number)  \(referral.provider)  \(service)  \(status)")
        }
        for reader in readers {
            sheet.add("cli.field.read_by", say("cli.case.read_by", n: reader.times, reader.details(zone)))
        }
        keeping.add(to: &sheet, zone)
        try sheet.print()
    }
}

extension Store.Reader {
    fileprivate func row(_ zone: ZoneRules) -> JSONValue {
        ["operator": .string(person), "times": .number(times), "last": .time(last, zone)]
    }

    fileprivate func details(_ zone: ZoneRules) -> [String: String] {
        ["operator": person, "time": zone.spoken(last)]
    }
}
