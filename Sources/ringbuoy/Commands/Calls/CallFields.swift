import ArgumentParser
import HotlineDomain
import Wording

/// What is recorded about a call, as it is typed. An empty value takes away
/// what stands there.
struct CallFields: ParsableArguments {
    @Option(
        name: .customLong("class"),
        help: ArgumentHelp(say("cli.call.class", ListID.callClass.codes), valueName: "code"))
    var callClass: String?
    @Option(help: ArgumentHelp(say("cli.call.code", ListID.nonCounselling.codes), valueName: "code"))
    var code: String?
    @Option(help: ArgumentHelp(say("cli.call.caller"), valueName: "code"))
    var caller: String?
    @Option(help: ArgumentHelp(say("cli.call.country"), valueName: "code"))
    var country: String?
    @Option(help: ArgumentHelp(say("cli.call.region"), valueName: "name"))
    var region: String?
    @Option(help: ArgumentHelp(say("cli.call.language"), valueName: "code"))
    var language: String?
    @Option(help: ArgumentHelp(say("cli.call.topic"), valueName: "code"))
    var topic: [String] = []
    @Option(help: ArgumentHelp(say("cli.call.sex", ListID.sex.codes), valueName: "code"))
    var sex: String?
    @Option(help: ArgumentHelp(say("cli.call.age_band", ListID.ageBand.codes), valueName: "code"))
    var ageBand: String?
    @Option(help: ArgumentHelp(say("cli.call.heard", ListID.heard.codes), valueName: "code"))
    var heard: String?
    @Option(help: ArgumentHelp(say("cli.call.outcome", ListID.callOutcome.codes), valueName: "code"))
    var outcome: String?
    @Option(help: ArgumentHelp(say("cli.call.started"), valueName: "time"))
    var started: Moment?
    @Option(help: ArgumentHelp(say("cli.call.minutes"), valueName: "n"))
    var minutes: Count?
    @Option(help: ArgumentHelp(say("cli.call.call_back"), valueName: "time"))
    var callBack: GivenMoment?
    @OptionGroup var callBackTerms: CallBackFields
    @Option(help: ArgumentHelp(say("cli.call.off_shift_reason", ListID.offShiftBecause.codes), valueName: "code"))
    var offShiftReason: String?
    @Option(help: ArgumentHelp(say("cli.call.note"), valueName: "text"))
    var note: GivenText?

    /// How many of them are read from standard input.
    var standardInputs: Int {
        (note?.isStandardInput ?? false ? 1 : 0) + (callBackTerms.number == nil ? 0 : 1)
    }

    /// The content with what was typed in place of what stood in the call.
    /// `zone`: the clock of the call's line.
    func entry(over call: Call?, _ desk: Desk, _ zone: ZoneRules) throws -> CallEntry {
        var new = call?.content ?? CallContent()
        if let callClass { new.callClass = callClass.isEmpty ? nil : try callClass.callClass() }
        replace(&new.code, code)
        replace(&new.caller, caller)
        replace(&new.country, country)
        replace(&new.language, language)
        replace(&new.sex, sex)
        replace(&new.ageBand, ageBand)
        replace(&new.heard, heard)
        replace(&new.outcome, outcome)
        replace(&new.offShiftReason, offShiftReason)
        if !topic.isEmpty { new.topics = try topics() }
        if let callBack {
            new.callBackAt = try callBack.instant(zone)
            if new.callBackAt == nil { new.callBack = nil }
        }
        let number = try callBackTerms.terms.put(into: &new.callBack, desk)
        let region = try replace(&new.region, region.map { $0.isEmpty ? nil : $0 }, desk)
        let note = try replace(&new.note, note.map { try $0.read() }, desk)
        return CallEntry(new, region: region, note: note, callBackNumber: number)
    }

    /// In the order they were typed, each once; none at all for an empty value.
    private func topics() throws -> [String] {
        let parts = topic.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        if parts == [""] { return [] }
        guard !parts.contains("") else { throw UsageError(say("cli.usage.empty_topic")) }
        return parts.reduce(into: []) { topics, part in if !topics.contains(part) { topics.append(part) } }
    }

    /// The words where they are new; those that stand there already are kept.
    private func replace(_ field: inout WordsID?, _ typed: String??, _ desk: Desk) throws -> Written? {
        guard let typed else { return nil }
        guard let text = typed else {
            field = nil
            return nil
        }
        return try desk.store.text(field) == text ? nil : desk.written(text)
    }

    private func replace(_ field: inout String?, _ typed: String?) {
        if let typed { field = typed.isEmpty ? nil : typed }
    }

    /// How long it took, where that was typed. A number no call can have is
    /// left for the rule about lengths to refuse.
    var duration: Span? { minutes.map { .minutes(Int64(min(1_000_000, $0.value))) } }
}
