/// What belongs together: a case with those merged into it, their SOS, calls,
/// referrals and stays; a call with its SOS and referrals; else the thing alone.
/// Words of one part are not erased while another is still worked on.
public struct Related: Sendable {
    public internal(set) var calls: [Call] = []
    public internal(set) var escalations: [Escalation] = []
    public internal(set) var cases: [Case] = []
    public internal(set) var referrals: [Referral] = []
    public internal(set) var stays: [Stay] = []
    public internal(set) var entry: Entry?
    public internal(set) var handover: Handover?

    /// One of them, and the name people know it by.
    public struct Thing: Hashable, Sendable {
        public let subject: Subject
        public let name: String

        public init(subject: Subject, name: String) {
            self.subject = subject
            self.name = name
        }
    }

    /// The case first, then what hangs on it.
    public var things: [Thing] {
        var found = cases.map { Thing(subject: Subject(.case, $0.id.raw), name: $0.number) }
        found += escalations.map { Thing(subject: Subject(.escalation, $0.id.raw), name: $0.callNumber) }
        found += calls.map { Thing(subject: Subject(.call, $0.id.raw), name: $0.number) }
        found += referrals.map { Thing(subject: Subject(.referral, $0.id.raw), name: $0.number) }
        if let entry { found.append(Thing(subject: Subject(.entry, entry.id.raw), name: entry.id.description)) }
        if let handover {
            found.append(Thing(subject: Subject(.handover, handover.id.raw), name: handover.id.description))
        }
        return found
    }

    /// The first that somebody still works on.
    public var open: Thing? {
        if let first = things.first(where: { isOpen($0.subject) }) { return first }
        // Somebody still lives where the case brought them.
        guard let file = stays.first(where: \.isNow)?.case else { return nil }
        return things.first { $0.subject == Subject(.case, file.raw) }
    }

    private func isOpen(_ subject: Subject) -> Bool {
        switch subject.kind {
        case .case: cases.contains { $0.id.raw == subject.id && $0.status.isOpen }
        case .escalation: escalations.contains { $0.id.raw == subject.id && $0.isOpen }
        case .call: calls.contains { $0.id.raw == subject.id && $0.status.isUnfinished }
        case .referral: referrals.contains { $0.id.raw == subject.id && !$0.status.hasEnded }
        case .entry: entry?.status == .open
        case .handover: handover?.status == .offered
        case .hotline, .shift, .stay, .visit, .operatorState, .linkState, .monthClosing, .packRelease, .access,
            .erasure:
            false
        }
    }

    /// When anything last happened to any of it.
    public var lastActivity: Instant {
        var stamps = calls.map(\.lastChanged) + escalations.map(\.lastChanged) + cases.map(\.lastChanged)
        stamps += referrals.map(\.lastChanged) + stays.map(\.lastChanged)
        stamps += [entry?.lastChanged, handover?.lastChanged].compactMap(\.self)
        return stamps.map(\.at).max() ?? Instant(milliseconds: 0)
    }

    public func thing(_ subject: Subject) -> Thing? { things.first { $0.subject == subject } }

    /// When anything last happened to this part alone.
    public func lastActivity(of subject: Subject) -> Instant? {
        switch subject.kind {
        case .call: calls.first { $0.id.raw == subject.id }?.lastChanged.at
        case .escalation: escalations.first { $0.id.raw == subject.id }?.lastChanged.at
        case .case: cases.first { $0.id.raw == subject.id }?.lastChanged.at
        case .referral: referrals.first { $0.id.raw == subject.id }?.lastChanged.at
        case .entry: entry?.lastChanged.at
        case .handover: handover?.lastChanged.at
        case .hotline, .shift, .stay, .visit, .operatorState, .linkState, .monthClosing, .packRelease, .access,
            .erasure:
            nil
        }
    }

    /// When a call was last touched, or is to be called back, whichever is later.
    public func callBackSince(_ subject: Subject) -> Instant? {
        guard subject.kind == .call, let call = calls.first(where: { $0.id.raw == subject.id }) else { return nil }
        return call.content.callBackAt.map { max($0, call.lastChanged.at) } ?? call.lastChanged.at
    }

    /// The line of the hotline's times that decides about this part.
    public func rule(of subject: Subject, _ retention: Retention) -> Retention.Rule? {
        switch subject.kind {
        case .call:
            calls.first { $0.id.raw == subject.id }.map { retention.rule(.call, $0.content.callClass?.rawValue) }
        case .escalation:
            escalations.first { $0.id.raw == subject.id }.map { retention.rule(.escalation, $0.outcome) }
        case .case:
            cases.first { $0.id.raw == subject.id }.map {
                retention.rule(.case, $0.status == .duplicate ? "duplicate" : $0.closing?.reason)
            }
        case .referral: referrals.first { $0.id.raw == subject.id }.map { retention.rule(.referral, $0.outcome) }
        case .entry: entry.map { _ in retention.rule(.task, nil) }
        case .handover: handover.map { _ in retention.rule(.handover, nil) }
        case .hotline, .shift, .stay, .visit, .operatorState, .linkState, .monthClosing, .packRelease, .access,
            .erasure:
            nil
        }
    }
}
