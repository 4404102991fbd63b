import ArgumentParser
import HotlineConsole
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// One call with everything that is recorded about it.
struct CallShow: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: say("cli.call.show"))

    @Argument(help: ArgumentHelp(say("cli.call.id"), valueName: "call"))
    var id: String
    @OptionGroup var options: StoreOptions

    func run() throws {
        let desk = try options.open(for: .readCalls)
        let call = try desk.store.call(named: id)
        try desk.look(at: Subject(.call, call.id.raw))
        let zone = try desk.zone(ofLine: call.line)
        let divergence = try desk.store.divergence(of: Subject(.call, call.id.raw))
        let others = try Others(of: Subject(.call, call.id.raw), desk)
        if options.json {
            return try Output.line((call.full(zone, desk.store) + divergence.row(zone) + others.row(zone)).compact)
        }
        var sheet = Sheet(say("cli.sheet.call", ["number": call.number]))
        sheet.add("cli.field.status", say("cli.status.call.\(call.status.rawValue)"))
        divergence.add(to: &sheet, zone)
        try others.add(to: &sheet, .call, desk, zone)
        sheet.add("cli.field.started", zone.spoken(call.started))
        sheet.add("cli.field.ended", call.ended.map(zone.spoken))
        sheet.add(
            "cli.field.operator", call.operatorCode + (call.placement.offShift ? " " + say("cli.off_shift") : ""))
        sheet.add("cli.field.line", call.line)
        sheet.add("cli.field.codename", try desk.store.text(call.codename))
        let today = try desk.today
        sheet.add(
            "cli.field.recognised", try desk.store.recognition(of: call).map { say.recognised($0, today: today) })
        add(call.content, zone, to: &sheet)
        sheet.add("cli.field.region", try desk.store.said(call.content.region))
        sheet.add("cli.field.note", try desk.store.said(call.content.note))
        sheet.add("cli.field.revision", String(call.revision))
        try desk.store.keeping(of: Subject(.call, call.id.raw)).add(to: &sheet, zone)
        try sheet.print()
    }

    private func add(_ content: CallContent, _ zone: ZoneRules, to sheet: inout Sheet) {
        func label(_ code: String?, _ list: ListID) -> String? { code.map { list.label($0) } }
        sheet.add("cli.field.class", label(content.callClass?.rawValue, .callClass))
        sheet.add("cli.field.code", label(content.code, .nonCounselling))
        sheet.add("cli.field.caller", label(content.caller, .caller))
        sheet.add("cli.field.country", label(content.country, .country))
        sheet.add("cli.field.language", label(content.language, .language))
        let topics = content.topics.map { ListID.topic.label($0) }.joined(separator: ", ")
        sheet.add("cli.field.topics", topics.isEmpty ? nil : topics)
        sheet.add("cli.field.sex", label(content.sex, .sex))
        sheet.add("cli.field.age_band", label(content.ageBand, .ageBand))
        sheet.add("cli.field.heard", label(content.heard, .heard))
        sheet.add("cli.field.outcome", label(content.outcome, .callOutcome))
        sheet.add("cli.field.call_back", content.callBackAt.map(zone.spoken))
        sheet.add(content.callBack)
        sheet.add("cli.field.off_shift_reason", label(content.offShiftReason, .offShiftBecause))
    }
}
