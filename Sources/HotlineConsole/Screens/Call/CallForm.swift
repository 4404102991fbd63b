import HotlineDomain
import TerminalUI
import Wording

/// The fields of a call, in the order in which one asks. Their raw values name
/// them in drafts and, after `call.field.`, in the catalogue.
public enum CallField: String, CaseIterable, Sendable {
    case line, started, ended
    case callClass = "class"
    case code, topic, caller, note, outcome
    case callBack = "call_back"
    case offShift = "off_shift"
    case further, country, region, language, sex
    case ageBand = "age_band"
    case heard
}

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

    private(set) var fields: Form<CallField>
    let kind: Kind
    private let base: CallContent
    private let savedNote: String
    private let savedRegion: String

    /// Of a call that exists.
    init(_ file: CallFile, _ situation: Situation, isAmending: Bool = false) {
        let offShift = file.call.placement.offShift
        kind = isAmending ? .amending(offShift: offShift) : .current(offShift: offShift)
        base = file.call.content
        savedNote = file.note?.revealed ?? ""
        savedRegion = file.region?.revealed ?? ""
        let line = situation.hotline.line(file.call.line)
        fields = CallForm.fields(base, line: line, note: savedNote, region: savedRegion, situation)
        fields.set(.line, file.call.line)
        fields.set(.started, TimeText.text(file.call.started, zone: situation.zone))
        fields.set(.ended, file.call.ended.map { TimeText.text($0, zone: situation.zone) } ?? "")
        hideWhatDoesNotMatter()
        start()
    }

    /// Of a call that ended earlier and was not entered yet.
    init(afterwards situation: Situation) {
        kind = .afterwards
        let given = situation.callDefaults()
        base = CallContent(country: given.country, language: given.language)
        savedNote = ""
        savedRegion = ""
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
                (.line, .text(TextField(limit: 12))), (.started, .text(TextField(limit: 16))),
                (.ended, .text(TextField(limit: 16))), (.callClass, code(.callClass, content.callClass?.rawValue)),
                (.code, code(.nonCounselling, content.code)), (.topic, code(.topic, content.topics.first)),
                (.caller, code(.caller, content.caller)),
                (.note, .note(TextArea(note, limit: Written.lengthMax, enterLeaves: true), rows: 3)),
                (.outcome, code(.callOutcome, content.outcome)),
                (.callBack, .text(TextField(callBack, limit: 16))),
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

    private mutating func hideWhatDoesNotMatter() {
        var hidden: Set<CallField> =
            fields.code(.callClass) == CallClass.nonCounselling.rawValue
            ? CallForm.asksOfConversations : [.code]
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
}

// MARK: - Writing

extension CallForm {
    var callClass: CallClass? { fields.code(.callClass).flatMap(CallClass.init) }

    mutating func handle(_ key: Key, _ language: Language) -> FormAnswer {
        let before = callClass
        let answer = fields.handle(key, language)
        if callClass != before { classChanged(from: before) }
        return answer
    }

    mutating func set(_ id: CallField, _ value: String) {
        let before = callClass
        fields.set(id, value)
        if callClass != before { classChanged(from: before) }
    }

    /// What is likely of the new class stands in the outcome until somebody says otherwise.
    private mutating func classChanged(from before: CallClass?) {
        let outcome = fields.code(.outcome)
        if outcome == nil || outcome == before?.likelyOutcome { fields.set(.outcome, callClass?.likelyOutcome ?? "") }
        hideWhatDoesNotMatter()
    }

    mutating func restore(_ values: [String: String]) {
        fields.restore(values)
        hideWhatDoesNotMatter()
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

// MARK: - What it comes to

extension CallForm {
    /// What stands in the way of the final record, by field.
    func faults(_ situation: Situation) -> [CallField: FieldFault] {
        var faults = timeFaults(situation)
        switch callClass {
        case nil: faults[.callClass] = FieldFault(says: "call.missing.class")
        case .nonCounselling:
            if fields.code(.code) == nil { faults[.code] = FieldFault(says: "call.missing.code") }
        default:
            if fields.code(.outcome) == nil { faults[.outcome] = FieldFault(says: "call.missing.outcome") }
            if needsOffShiftReason(situation), fields.code(.offShift) == nil {
                faults[.offShift] = FieldFault(says: "call.missing.off_shift")
            }
        }
        return faults.merging(fields.unpicked) { missing, _ in missing }
    }

    private func needsOffShiftReason(_ situation: Situation) -> Bool {
        switch kind {
        case .current(let offShift), .amending(let offShift): return offShift
        case .afterwards:
            guard let start = times(situation)?.started, let on = situation.myShift?.signedOnAt else { return true }
            return start < on
        }
    }

    private func timeFaults(_ situation: Situation) -> [CallField: FieldFault] {
        var faults: [CallField: FieldFault] = [:]
        let callBack = fields.text(.callBack)
        if !callBack.isEmpty, !fields.hidden.contains(.callBack), callBackAt(situation) == nil {
            faults[.callBack] = FieldFault(says: "form.no_time")
        }
        guard !fields.hidden.contains(.started) else { return faults }
        for id in [CallField.started, .ended] where time(id, situation) == nil {
            faults[id] = FieldFault(says: "form.no_time")
        }
        if !fields.hidden.contains(.line), situation.hotline.line(fields.text(.line)) == nil {
            let known = situation.hotline.lines.map(\.code).joined(separator: ", ")
            faults[.line] = FieldFault(says: "call.missing.line", ["known": known])
        }
        return faults
    }

    private func time(_ id: CallField, _ situation: Situation) -> Instant? {
        TimeText.instant(fields.text(id), .past, now: situation.now, zone: situation.zone)
    }

    private func callBackAt(_ situation: Situation) -> Instant? {
        TimeText.instant(fields.text(.callBack), .future, now: situation.now, zone: situation.zone)
    }

    /// The times typed, where both are times. An end earlier in the day than the
    /// start, as `23:50` and `0:10`, is the next day's.
    func times(_ situation: Situation) -> (started: Instant, ended: Instant)? {
        guard let started = time(.started, situation), let ended = time(.ended, situation) else { return nil }
        return (started, ended)
    }

    /// The content the fields come to, with the words that are new.
    func entry(_ situation: Situation, _ around: Surroundings) -> CallEntry {
        var content = base
        content.callClass = callClass
        content.code = callClass == .nonCounselling ? fields.code(.code) : nil
        content.topics = [fields.code(.topic)].compactMap { $0 } + fields.codes(.further)
        content.caller = fields.code(.caller)
        content.outcome = fields.code(.outcome)
        content.callBackAt = fields.text(.callBack).isEmpty ? nil : callBackAt(situation)
        content.offShiftReason = needsOffShiftReason(situation) ? fields.code(.offShift) : nil
        content.country = fields.code(.country)
        content.language = fields.code(.language)
        content.sex = fields.code(.sex)
        content.ageBand = fields.code(.ageBand)
        content.heard = fields.code(.heard)
        if callClass == .nonCounselling { content.keepOnlyWhatAnyCallHas() }
        let note = fields.text(.note)
        let region = fields.text(.region)
        if note.isEmpty { content.note = nil }
        if region.isEmpty { content.region = nil }
        return CallEntry(
            content, region: region == savedRegion ? nil : around.written(region),
            note: note == savedNote ? nil : around.written(note))
    }

    /// The field that a rule is about, for what can only be judged by the store.
    static func field(of rule: String) -> CallField? {
        switch rule {
        case CallRule.needsClass.rawValue: .callClass
        case CallRule.needsOutcome.rawValue, CallRule.notEscalated.rawValue: .outcome
        case CallRule.callBackBeforeCall.rawValue: .callBack
        case CallRule.needsCode.rawValue: .code
        case CallRule.unknownLine.rawValue: .line
        case CallRule.beforeLineExisted.rawValue: .started
        case CallRule.inTheFuture.rawValue, CallRule.endsBeforeItStarts.rawValue, CallRule.tooLong.rawValue: .ended
        case _ where rule.contains("off_shift"): .offShift
        default: nil
        }
    }
}

extension CallContent {
    fileprivate mutating func keepOnlyWhatAnyCallHas() {
        topics = []
        caller = nil
        outcome = nil
        callBackAt = nil
        sex = nil
        ageBand = nil
        heard = nil
    }
}
