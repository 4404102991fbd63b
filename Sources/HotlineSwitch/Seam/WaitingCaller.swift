import HotlineDomain

/// Somebody who waits in a line of the hotline.
public struct WaitingCaller: Hashable, Sendable, Identifiable {
    public let id: SwitchCallID
    /// What a transfer leaves the same: the visits of one call share it.
    public let call: String
    /// Code of the line called, or the switch's own name of it where none is known.
    public let line: String
    /// When the wait began: service levels count from here.
    public let queuedAt: Instant
    /// What the switch can tell of where the call comes from, ISO 3166.
    public let country: String?
    /// What the caller chose in a menu, ISO 639.
    public let language: String?
    /// Only to make a fingerprint of: a number is never written down.
    public let number: Private<String>?

    public init(
        id: SwitchCallID, call: String? = nil, line: String, queuedAt: Instant, country: String? = nil,
        language: String? = nil, number: Private<String>? = nil
    ) {
        self.id = id
        self.call = call ?? id.text
        self.line = line
        self.queuedAt = queuedAt
        self.country = country.flatMap(WaitingCaller.code)
        self.language = language.flatMap(WaitingCaller.code)
        self.number = number
    }

    /// Two letters; whatever else a menu may have left there is no country and no language.
    private static func code(_ text: String) -> String? {
        text.utf8.count == 2 && text.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) } ? text : nil
    }
}
