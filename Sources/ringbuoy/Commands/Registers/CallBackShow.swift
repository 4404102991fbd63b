import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// What was agreed about calling somebody back. The number is masked until
/// somebody asks for it, and then the journal knows who did.
struct CallBackShow: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: say("cli.call_back.show"))

    @Argument(help: ArgumentHelp(say("cli.call.id"), valueName: "call"))
    var id: String
    @OptionGroup var options: StoreOptions
    @Flag(help: ArgumentHelp(say("cli.call_back.unmask")))
    var unmask = false

    func run() throws {
        let desk = try options.open(for: unmask ? .unmask : .readCalls)
        let call = try desk.store.call(named: id)
        guard let due = call.content.callBackAt, call.calledBackAt == nil else {
            throw Refusal(CallRule.noCallBack, ["number": call.number])
        }
        let subject = Subject(.call, call.id.raw)
        if unmask {
            try desk.store.perform([.access(.unmask(subject))], by: desk.person, at: desk.now)
        } else {
            try desk.look(at: subject)
        }
        let zone = try desk.zone(ofLine: call.line)
        let number = try call.callBackTerms?.number.map { unmask ? try desk.store.text($0) ?? "-" : mask }
        if options.json { return try Output.line(answer(call, due, number, zone, desk).compact) }
        var sheet = Sheet(say("cli.sheet.call", ["number": call.number]))
        sheet.add("cli.field.call_back", zone.spoken(due))
        sheet.add("cli.field.operator", call.callBackBy ?? call.operatorCode)
        sheet.add(call.callBackTerms, number: number)
        if try !desk.isSafeToCallBack(call) { sheet.add("cli.field.due_now", say("cli.call_back.not_safe_now")) }
        try sheet.print()
    }

    private func answer(
        _ call: Call, _ due: Instant, _ number: String?, _ zone: ZoneRules, _ desk: Desk
    ) throws -> JSONValue {
        [
            "id": .id(call.id), "number": .string(call.number), "due": .time(due, zone),
            "responsible": .string(call.callBackBy ?? call.operatorCode),
            "consent": .string(call.callBackTerms?.consent),
            "safe": .strings(call.callBackTerms?.safeTimes.map(\.description) ?? []),
            "safe_now": .flag(try desk.isSafeToCallBack(call)),
            "message": .string(call.callBackTerms?.message), "call_back_number": .string(number),
        ]
    }
}

/// What stands for a number that is kept.
private let mask = String(repeating: "\u{2022}", count: 6)

extension Sheet {
    mutating func add(_ terms: CallBackTerms?, number: String? = nil) {
        guard let terms else { return }
        add("cli.field.call_back_consent", ListID.answer.label(terms.consent))
        let safe = terms.safeTimes.map(\.description).joined(separator: ", ")
        add("cli.field.call_back_safe", safe.isEmpty ? nil : safe)
        add("cli.field.call_back_message", terms.message.map { ListID.answer.label($0) })
        add("cli.field.call_back_number", number ?? (terms.number == nil ? nil : mask))
    }
}

extension Desk {
    /// On the clock of the line it came in on.
    func isSafeToCallBack(_ call: Call) throws -> Bool {
        guard let terms = call.callBackTerms else { return true }
        let clock = try zone(ofLine: call.line).wallClock(at: now)
        return terms.isSafe(minuteOfDay: clock.hour * 60 + clock.minute)
    }
}
