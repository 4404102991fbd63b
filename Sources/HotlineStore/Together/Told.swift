import HotlineDomain

/// What events tell, each read from its text once.
struct Told {
    private let codec = EventCodec()
    private var events: [EventPlace: Event] = [:]

    mutating func add(_ event: Event, at place: EventPlace) { events[place] = event }

    /// What an event tells; from its text, where it was known before.
    func event<T: Decodable>(_ type: T.Type, of entry: JournalEntry) throws -> T {
        try events[entry.place]?.telling(type) ?? codec.value(type, entry.body)
    }
}

extension Event {
    /// What it tells of its subject, where that is of this type.
    fileprivate func telling<T>(_: T.Type) -> T? {
        switch self {
        case .hotline(let event): event as? T
        case .call(_, let event): event as? T
        case .escalation(_, let event): event as? T
        case .case(_, let event): event as? T
        case .referral(_, let event): event as? T
        case .shift(_, let event): event as? T
        case .handover(_, let event): event as? T
        case .stay(_, let event): event as? T
        case .entry(_, let event): event as? T
        case .visit(_, let event): event as? T
        case .operatorState(_, let event): event as? T
        case .linkState(_, let event): event as? T
        case .month(_, let event): event as? T
        case .pack(_, let event): event as? T
        case .access(_, let event): event as? T
        case .erasure(_, let event): event as? T
        }
    }
}
