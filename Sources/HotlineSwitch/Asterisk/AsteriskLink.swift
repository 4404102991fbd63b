import HotlineDomain

/// Which start of the switch this is: as reckoned from its uptime, and in its own
/// words. Kept by a bridge, to know after its own restart whom it speaks to.
public struct AsteriskBoot: Hashable, Sendable, Codable {
    /// Whole seconds, and reading it takes a moment.
    public var started: Instant?
    /// Compared letter by letter.
    public var startup: String?

    public init(started: Instant? = nil, startup: String? = nil) {
        self.started = started
        self.startup = startup
    }
}

/// Which start of the switch we speak to: after a gap the calls of the same one
/// go on, those of another are gone.
struct AsteriskLink: Sendable {
    enum Verdict: Hashable, Sendable {
        case sameBoot
        case otherBoot
    }

    private(set) var isUp = false
    /// Set from the second connection on, until it is known whom we speak to.
    private(set) var gapFrom: Instant?
    /// The first list of a connection says who is still there.
    var isResyncing = false
    var isStopping = false
    /// There was a gap: talks that began before it may be over.
    private(set) var hasDoubts = false
    private(set) var boot = AsteriskBoot()

    mutating func begin() {
        isUp = true
        isResyncing = true
    }

    mutating func end(heard: Instant) {
        isUp = false
        gapFrom = gapFrom ?? heard
        hasDoubts = true
    }

    /// As if this connection had followed one that was lost at that moment.
    mutating func resume(_ boot: AsteriskBoot, heard: Instant) {
        self.boot = boot
        gapFrom = heard
        hasDoubts = true
    }

    mutating func learn(started new: Instant) -> Verdict? {
        defer { boot.started = new }
        guard let started = boot.started else { return nil }
        return abs((new - started).milliseconds) <= 2000 ? .sameBoot : .otherBoot
    }

    mutating func learn(startup new: String) -> Verdict? {
        defer { boot.startup = new }
        guard let startup = boot.startup else { return nil }
        return startup == new ? .sameBoot : .otherBoot
    }

    mutating func closeGap() {
        gapFrom = nil
        isStopping = false
    }
}
