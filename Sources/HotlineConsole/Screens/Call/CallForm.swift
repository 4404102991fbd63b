import HotlineDomain
import TerminalUI
import Wording

/// The form of a call: what is asked about it, and how it becomes the content of
/// a command.
struct CallForm: Hashable, Sendable {
    /// Which questions are asked.
    enum Kind: Hashable, Sendable {
        /// The clock runs or ran: its times are known.
        case current(offShift: Bool)
        /// It ended earlier: line and times are typed.
        case afterwards
        case amending(offShift: Bool)
    }

    var fields: Form<CallField>
    let kind: Kind
    /// What the record holds so far.
    let base: CallContent
    let savedNote: String
    let savedRegion: String
    /// What the other one of two wrote, beside the field where it does not stand.
    var told: [CallField: FieldFault] = [:]
    /// What the caller wants to be called, as it stands in the record.
    var savedCodename: String

    /// Of a call that exists.
    init(_ file: CallFile, _ situation: Situation, isAmending: Bool = false) {
        let offShift = file.call.placement.offShift
        kind = isAmending ? .amending(offShift: offShift) : .current(offShift: offShift)
        base = file.call.content
        savedNote = file.note?.revealed ?? ""
        savedRegion = file.region?.revealed ?? ""
        savedCodename = file.codename?.revealed ?? ""
        let line = situation.hotline.line(file.call.line)
        fields = CallForm.fields(base, line: line, note: savedNote, region: savedRegion, situation)
        fields.set(.knownAs, savedCodename)
        fields.set(.line, file.call.line)
        fields.set(.started, TimeText.text(file.call.started, zone: situation.zone))
        fields.set(.ended, file.call.ended.map { TimeText.text($0, zone: situation.zone) } ?? "")
        hideWhatDoesNotMatter()
        // Of a record that is only read it is said beside the form, whole.
        if isAmending || file.call.status.isUnfinished { tell(file, situation) }
        start()
    }

    /// Of a call that ended earlier and was not entered yet.
    init(afterwards situation: Situation) {
        kind = .afterwards
        let given = situation.callDefaults()
        base = CallContent(country: given.country, language: given.language)
        savedNote = ""
        savedRegion = ""
        savedCodename = ""
        fields = CallForm.fields(base, line: situation.hotline.line(given.line), note: "", region: "", situation)
        fields.set(.line, given.line)
        // Says so itself where the operator was not on shift then; else it is not recorded.
        fields.set(.offShift, "back_entry")
        hideWhatDoesNotMatter()
        start()
    }

    private mutating func start() {
        if fields.code(.outcome) == nil { fields.set(.outcome, callClass?.likelyOutcome ?? "") }
        fields.go(to: kind == .afterwards ? .started : .callClass)
        hint()
    }

    private static func fields(
        _ content: CallContent, line: Line?, note: String, region: String, _ situation: Situation
    ) -> Form<CallField> {
        func code(_ list: ListID, _ code: String?, preferred: [String] = []) -> FieldContent {
            .code(CodeField(list, code.map { [$0] } ?? [], preferred: preferred))
        }
        let callBack = content.callBackAt.map { TimeText.text($0, zone: situation.zone) } ?? ""
        return Form(
            labels: "call.field.",
            [
                (.knownAs, .text(TextField(limit: CallerClue.codenameLengthMax))),
                (.line, .text(TextField(limit: 12))), (.started, .text(TextField(limit: 16))),
                (.ended, .text(TextField(limit: 16))), (.callClass, code(.callClass, content.callClass?.rawValue)),
                (.code, code(.nonCounselling, content.code)), (.topic, code(.topic, content.topics.first)),
                (.caller, code(.caller, content.caller)),
                (.note, .note(TextArea(note, limit: Written.lengthMax, enterLeaves: true), rows: 3)),
                (.outcome, code(.callOutcome, content.outcome)),
                (.callBack, .text(TextField(callBack, limit: 16))),
                (.callBackConsent, code(.answer, content.callBack?.consent)),
                (.callBackNumber, .secret(TextField(limit: CallBackTerms.numberLengthMax))),
                (.callBackSafe, .text(TextField(HoursText.text(content.callBack?.safeTimes ?? []), limit: 60))),
                (.callBackMessage, code(.answer, content.callBack?.message)),
                (.offShift, code(.offShiftBecause, content.offShiftReason)),
                (.further, .code(CodeField(.topic, Array(content.topics.dropFirst()), maximum: 3))),
                (.country, code(.country, content.country, preferred: line?.countries ?? [])),
                (.region, .text(TextField(region, limit: Written.regionLengthMax))),
                (.language, code(.language, content.language, preferred: line?.languages ?? [])),
                (.sex, code(.sex, content.sex)), (.ageBand, code(.ageBand, content.ageBand)),
                (.heard, code(.heard, content.heard)),
            ])
    }

    /// A non-counselling call needs its code and nothing else.
    private static let asksOfConversations: Set<CallField> = [
        .topic, .caller, .outcome, .callBack, .offShift, .further, .sex, .ageBand, .heard,
    ]
    /// Of a call-back, where one is agreed.
    private static let asksOfCallBack: Set<CallField> = [
        .callBackConsent, .callBackNumber, .callBackSafe, .callBackMessage,
    ]

    private mutating func hideWhatDoesNotMatter() {
        var hidden: Set<CallField> =
            fields.code(.callClass) == CallClass.nonCounselling.rawValue
            ? CallForm.asksOfConversations : [.code]
        if hidden.contains(.callBack) || fields.text(.callBack).isEmpty { hidden.formUnion(CallForm.asksOfCallBack) }
        switch kind {
        case .current(let offShift):
            hidden.formUnion([.line, .started, .ended])
            if !offShift { hidden.insert(.offShift) }
        case .amending(let offShift):
            hidden.insert(.line)
            if !offShift { hidden.insert(.offShift) }
        case .afterwards: break
        }
        fields.hidden = hidden
    }

    /// Such a call is final without a topic too, but stands in no figure by topic.
    var lacksTopic: Bool { callClass == .information && fields.code(.topic) == nil }

    mutating func hint() {
        fields.hints = told
        if lacksTopic { fields.hints[.topic] = told[.topic] ?? FieldFault(says: "call.hint.topic") }
        if base.callBack?.number != nil, fields.text(.callBackNumber).isEmpty {
            fields.hints[.callBackNumber] = FieldFault(says: "call.hint.number_kept")
        }
        if fields.focus == .callBackSafe { fields.hints[.callBackSafe] = FieldFault(says: "call.hint.safe_times") }
        guard fields.focus == .knownAs else { return }
        fields.hints[.knownAs] = FieldFault(
            says: kind == .afterwards ? "call.hint.known_as_later" : "call.hint.known_as")
    }
}

// MARK: - Writing

extension CallForm {
    var callClass: CallClass? { fields.code(.callClass).flatMap(CallClass.init) }

    mutating func handle(_ key: Key, _ language: Language) -> FormAnswer {
        let before = callClass
        let answer = fields.handle(key, language)
        if callClass != before { classChanged(from: before) }
        if fields.focus == .callBack { hideWhatDoesNotMatter() }
        hint()
        return answer
    }

    mutating func set(_ id: CallField, _ value: String) {
        let before = callClass
        fields.set(id, value)
        if callClass != before { classChanged(from: before) }
        hint()
    }

    /// What is likely of the new class stands in the outcome until somebody says otherwise.
    private mutating func classChanged(from before: CallClass?) {
        let outcome = fields.code(.outcome)
        if outcome == nil || outcome == before?.likelyOutcome { fields.set(.outcome, callClass?.likelyOutcome ?? "") }
        hideWhatDoesNotMatter()
    }

    /// Country and language that were the old line's are the new one's.
    mutating func lineMoved(from old: String, to new: String, _ situation: Situation) {
        let (before, after) = (situation.callDefaults(line: old), situation.callDefaults(line: new))
        let line = situation.hotline.line(new)
        let country = fields.code(.country) == before.country ? after.country : fields.code(.country)
        let language = fields.code(.language) == before.language ? after.language : fields.code(.language)
        fields.replace(
            .country,
            with: .code(CodeField(.country, country.map { [$0] } ?? [], preferred: line?.countries ?? [])))
        fields.replace(
            .language,
            with: .code(CodeField(.language, language.map { [$0] } ?? [], preferred: line?.languages ?? [])))
        fields.set(.line, new)
    }

    mutating func restore(_ values: [String: String]) {
        fields.restore(values)
        // No draft keeps what may be a number.
        fields.set(.knownAs, savedCodename)
        hideWhatDoesNotMatter()
        hint()
    }

    mutating func layOut(width: Int) { fields.layOut(width: width) }
    mutating func show(_ faults: [CallField: FieldFault]) {
        fields.faults = faults
        if let first = fields.shown.first(where: { faults[$0] != nil }) { fields.go(to: first) }
    }
}

extension CallClass {
    /// How most calls of this class end.
    var likelyOutcome: String? {
        switch self {
        case .information, .professional: "information_given"
        case .counselling: "consultation_given"
        case .sos: "escalated"
        case .followUp, .nonCounselling: nil
        }
    }
}
