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
        self.country = country
        self.language = language
        self.number = number
    }
}
