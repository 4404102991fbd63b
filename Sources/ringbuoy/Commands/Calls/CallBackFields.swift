import ArgumentParser
import HotlineDomain
import HotlineStore
import Wording

/// What was agreed about calling back, as it is typed with a call.
struct CallBackFields: ParsableArguments {
    @Option(
        name: .customLong("call-back-consent"),
        help: ArgumentHelp(say("cli.call.call_back_consent", ListID.answer.codes), valueName: "code"))
    var consent: String?
    @Option(
        name: .customLong("call-back-safe"), help: ArgumentHelp(say("cli.call.call_back_safe"), valueName: "hours"))
    var safe: [OpeningHours] = []
    @Option(
        name: .customLong("call-back-message"),
        help: ArgumentHelp(say("cli.call.call_back_message", ListID.answer.codes), valueName: "code"))
    var message: String?
    @Option(
        name: .customLong("call-back-number"), help: ArgumentHelp(say("cli.call.call_back_number"), valueName: "-"))
    var number: SecretSource?
    @Option(
        name: .customLong("call-back-number-fd"),
        help: ArgumentHelp(say("cli.call.call_back_number_fd"), valueName: "n"))
    var numberDescriptor: Count?

    var terms: TypedTerms {
        TypedTerms(
            consent: consent, safe: safe, message: message, number: number, numberDescriptor: numberDescriptor,
            numberOption: "--call-back-number")
    }
}

/// What was typed of it; the rest stays as it was agreed.
struct TypedTerms {
    let consent: String?
    let safe: [OpeningHours]
    let message: String?
    let number: SecretSource?
    let numberDescriptor: Count?
    let numberOption: String

    /// Gives the number, where one was handed in.
    func put(into terms: inout CallBackTerms?, _ desk: Desk) throws -> Written? {
        let typed = try SecretSource.read(number, numberDescriptor, option: numberOption)
        guard consent != nil || !safe.isEmpty || message != nil || typed != nil else { return nil }
        // Consent that nobody asked for is none; the rule says so.
        var new = terms ?? CallBackTerms(consent: "not_asked")
        if let consent { new.consent = consent }
        if !safe.isEmpty { new.safeTimes = safe }
        if let message { new.message = message.isEmpty ? nil : message }
        terms = new
        return desk.written(typed.flatMap { $0.revealed.allSatisfy(\.isWhitespace) ? nil : $0.revealed })
    }
}
