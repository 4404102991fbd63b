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
    var minutes: Int?
    @Option(help: ArgumentHelp(say("cli.call.call_back"), valueName: "time"))
    var callBack: Moment?
    @Option(help: ArgumentHelp(say("cli.call.off_shift_reason", ListID.offShiftBecause.codes), valueName: "code"))
    var offShiftReason: String?
    @Option(help: ArgumentHelp(say("cli.call.note"), valueName: "text"))
    var note: GivenText?

    /// The content with what was typed in place of what stood there. `zone`:
    /// the clock of the call's line.
    func entry(over content: CallContent, _ desk: Desk, _ zone: ZoneRules) throws -> CallEntry {
        var new = content
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
        if !topic.isEmpty {
            new.topics = topic.flatMap { $0.split(separator: ",") }.reduce(into: []) { topics, part in
                if !topics.contains(String(part)) { topics.append(String(part)) }
            }
        }
        if let callBack { new.callBackAt = callBack.instant(zone) }
        if region != nil { new.region = nil }
        if note != nil { new.note = nil }
        return CallEntry(
            new, region: desk.written(region.flatMap { $0.isEmpty ? nil : $0 }),
            note: desk.written(try note.read()))
    }

    private func replace(_ field: inout String?, _ typed: String?) {
        if let typed { field = typed.isEmpty ? nil : typed }
    }

    /// How long it took, where that was typed. A number no call can have is
    /// left for the rule about lengths to refuse.
    var duration: Span? { minutes.map { .minutes(Int64(max(-1_000_000, min(1_000_000, $0)))) } }
}
