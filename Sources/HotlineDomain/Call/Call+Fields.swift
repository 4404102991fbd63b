extension Call: Fielded {
    public static func fields(of event: CallEvent) -> [ThingField] {
        switch event {
        case .saved: ofContent
        case .amended: [.call(.started), .call(.ended)] + ofContent
        case .closedAs: [.status, .call(.callClass), .call(.code), .call(.outcome)]
        case .escalated: [.call(.callClass), .call(.code)]
        case .transferred: [.call(.keeper)]
        case .lineChanged: [.call(.line)]
        case .discarded, .finalised: [.status]
        case .callBackWithdrawn: ofCallBack
        case .recognised(.codename, _), .unrecognised(.codename): [.call(.codename)]
        // What a switch tells, and what is written once.
        case .started, .joined, .connected, .hungUp, .held, .resumed, .ended, .entered, .callBackTaken, .calledBack,
            .recognised, .unrecognised:
            []
        }
    }

    /// A record is written whole. Where a caller wants to be called is read with `unmask` only.
    private static let ofContent: [ThingField] =
        [.callClass, .code, .topic, .caller, .note, .outcome].map { .call($0) } + ofCallBack
        + [.offShift, .country, .region, .language, .sex, .ageBand, .heard].map { .call($0) }

    private static let ofCallBack: [ThingField] =
        [.callBack, .callBackConsent, .callBackSafe, .callBackMessage].map { .call($0) }

    public func value(of field: ThingField) -> FieldValue? {
        switch field {
        case .status: .name(status.rawValue)
        case .call(let part): value(of: part)
        case .value, .role, .pseudonym, .closing, .responsible, .result, .assignee, .answer, .place, .outcome,
            .reason:
            nil
        }
    }

    private func value(of part: ThingField.CallPart) -> FieldValue? {
        switch part {
        case .line: .name(line)
        case .keeper: .name(operatorCode)
        case .started: .time(started)
        case .ended: ended.map { .time($0) }
        case .callClass: .code(content.callClass?.rawValue)
        case .code: .code(content.code)
        case .topic: content.topics.isEmpty ? nil : .codes(content.topics)
        case .caller: .code(content.caller)
        case .outcome: .code(content.outcome)
        case .callBack: content.callBackAt.map { .time($0) }
        case .callBackConsent: .code(content.callBack?.consent)
        case .callBackSafe: safeTimes
        case .callBackMessage: .code(content.callBack?.message)
        case .offShift: .code(content.offShiftReason)
        case .country: .code(content.country)
        case .language: .code(content.language)
        case .sex: .code(content.sex)
        case .ageBand: .code(content.ageBand)
        case .heard: .code(content.heard)
        case .note: content.note.map { .words($0) }
        case .region: content.region.map { .words($0) }
        case .codename: codename.map { .words($0) }
        }
    }

    private var safeTimes: FieldValue? {
        let times = content.callBack?.safeTimes ?? []
        return times.isEmpty ? nil : .name(times.map(\.description).joined(separator: ", "))
    }
}
