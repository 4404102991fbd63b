/// What was agreed with a caller about being called back. Others may hear the
/// telephone, or answer it.
public struct CallBackTerms: Hashable, Sendable, Codable {
    /// Whether the caller agrees to be called, of the list `answer`.
    public var consent: String
    /// On the clock of the line, when nobody else hears; none: whenever.
    public var safeTimes: [OpeningHours]
    /// Whether it is safe to leave a message, of the list `answer`.
    public var message: String?
    /// Sealed, and erased when nobody will call any more.
    public var number: WordsID?

    public init(
        consent: String, safeTimes: [OpeningHours] = [], message: String? = nil, number: WordsID? = nil
    ) {
        self.consent = consent
        self.safeTimes = safeTimes
        self.message = message
        self.number = number
    }

    public static let numberLengthMax = 40
    public static let safeTimesMax = 6
    /// The one answer on which somebody is called.
    public static let agreed = "yes"

    /// Whether the caller may be called when the line's clock shows this.
    public func isSafe(minuteOfDay minute: Int) -> Bool {
        safeTimes.isEmpty || safeTimes.contains { $0.contains(minuteOfDay: minute) }
    }
}

extension OpeningHours {
    /// `09:00-12:30`.
    public init?(_ text: some StringProtocol) {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, let from = LocalTime(ends[0]), let to = LocalTime(ends[1]), from.minutes < 1440
        else { return nil }
        self.init(from: from, to: to)
    }
}

extension OpeningHours: CustomStringConvertible {
    public var description: String { "\(from)-\(to)" }
}

extension Call {
    /// Agreed, and neither made nor withdrawn: what was agreed about it.
    public var callBackTerms: CallBackTerms? {
        content.callBackAt == nil || calledBackAt != nil ? nil : content.callBack
    }

    /// One for a call-back that was made would be kept for nothing.
    func checkNumberIsNeeded(_ new: CallContent) throws(Refusal) {
        if calledBackAt != nil, new.callBackAt == content.callBackAt, new.callBack?.number != nil {
            throw refusal(.noCallBack)
        }
    }

    /// The number somebody has yet to call; nil where it is not needed any more.
    var callBackNumber: WordsID? { callBackTerms?.number }
}

extension CallContent {
    /// Nobody is called who did not agree, nor at an hour that is not safe. Of
    /// what stays as it was agreed nothing is asked again.
    func checkCallBack(since before: CallContent, _ facts: Call.Facts) throws(Refusal) {
        if let callBack {
            try CodeCheck.code(callBack.consent, .answer)
            try CodeCheck.code(callBack.message, .answer)
        }
        guard callBackAt != before.callBackAt || callBack != before.callBack else { return }
        guard callBackAt != nil else {
            if callBack != nil { throw Refusal(CallRule.callBackNeedsTime) }
            return
        }
        guard let callBack, callBack.consent == CallBackTerms.agreed else {
            throw Refusal(CallRule.callBackNeedsConsent)
        }
        if let minute = facts.callBackMinute, !callBack.isSafe(minuteOfDay: minute) {
            throw Refusal(
                CallRule.callBackNotSafeThen, ["safe": callBack.safeTimes.map(\.description).joined(separator: ", ")])
        }
    }
}
