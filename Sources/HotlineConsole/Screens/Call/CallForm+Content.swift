import HotlineDomain
import TerminalUI

/// What the fields come to, and what stands in the way of it.
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
        if !callBack.isEmpty, !fields.hidden.contains(.callBack) {
            if fields.code(.callBackConsent) != CallBackTerms.agreed {
                faults[.callBackConsent] = FieldFault(says: "call.missing.consent")
            }
            if HoursText.windows(fields.text(.callBackSafe)) == nil {
                faults[.callBackSafe] = FieldFault(says: "form.no_hours")
            }
        }
        guard !fields.hidden.contains(.started) else { return faults }
        for id in [CallField.started, .ended] where time(id, situation) == nil {
            faults[id] = FieldFault(says: "form.no_time")
        }
        if !fields.hidden.contains(.line), situation.hotline.line(fields.text(.line)) == nil {
            let known = situation.linesOpen.map(\.code).joined(separator: ", ")
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

    /// What was agreed, where the caller agreed to it and the rest can be read.
    private func callBack(_ situation: Situation) -> CallBackTerms? {
        guard !fields.text(.callBack).isEmpty, callBackAt(situation) != nil,
            let consent = fields.code(.callBackConsent), consent == CallBackTerms.agreed,
            let safe = HoursText.windows(fields.text(.callBackSafe))
        else { return nil }
        return CallBackTerms(
            consent: consent, safeTimes: safe, message: fields.code(.callBackMessage), number: base.callBack?.number)
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
        content.callBack = callBack(situation)
        content.callBackAt = content.callBack == nil ? nil : callBackAt(situation)
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
            note: note == savedNote ? nil : around.written(note),
            callBackNumber: around.written(fields.text(.callBackNumber)))
    }

    /// The field that a rule is about, for what can only be judged by the store.
    static func field(of rule: String) -> CallField? {
        switch rule {
        case CallRule.needsClass.rawValue: .callClass
        case CallRule.needsOutcome.rawValue, CallRule.notEscalated.rawValue: .outcome
        case CallRule.numberUnreadable.rawValue, CallRule.codenameBlank.rawValue: .knownAs
        case CallRule.callBackNumberUnreadable.rawValue: .callBackNumber
        case CallRule.callBackBeforeCall.rawValue, CallRule.callBackNotSafeThen.rawValue: .callBack
        case CallRule.callBackNeedsConsent.rawValue: .callBackConsent
        case CallRule.needsCode.rawValue: .code
        case CallRule.unknownLine.rawValue: .line
        case CallRule.beforeLineExisted.rawValue, CallRule.afterLineClosed.rawValue: .started
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
        callBack = nil
        sex = nil
        ageBand = nil
        heard = nil
    }
}
