import FoundationEssentials
import HotlineDomain

/// Events as text and back: one JSON object with the event's name as its only
/// key, in canonical form. The text is what is hashed and kept, so reading never
/// depends on writing it the same way twice.
struct EventCodec {
    private let decoder = JSONDecoder()

    func text(_ event: Event) throws -> String {
        switch event {
        case .hotline(let event): try text(event)
        case .call(_, let event): try text(event)
        case .escalation(_, let event): try text(event)
        case .case(_, let event): try text(event)
        case .referral(_, let event): try text(event)
        case .shift(_, let event): try text(event)
        case .handover(_, let event): try text(event)
        case .stay(_, let event): try text(event)
        case .entry(_, let event): try text(event)
        case .visit(_, let event): try text(event)
        case .operatorState(_, let event): try text(event)
        case .linkState(_, let event): try text(event)
        case .month(_, let event): try text(event)
        case .pack(_, let event): try text(event)
        case .access(_, let event): try text(event)
        case .erasure(_, let event): try text(event)
        }
    }

    func text(_ value: some Encodable) throws -> String {
        String(decoding: try CanonicalEncoder.bytes(value), as: UTF8.self)
    }

    func event(kind: SubjectKind, subject: Int64, text: String) throws -> Event {
        let data = Data(text.utf8)
        return switch kind {
        case .hotline: .hotline(try decoder.decode(HotlineEvent.self, from: data))
        case .call: .call(ID(raw: subject), try decoder.decode(CallEvent.self, from: data))
        case .escalation: .escalation(ID(raw: subject), try decoder.decode(EscalationEvent.self, from: data))
        case .case: .case(ID(raw: subject), try decoder.decode(CaseEvent.self, from: data))
        case .referral: .referral(ID(raw: subject), try decoder.decode(ReferralEvent.self, from: data))
        case .shift: .shift(ID(raw: subject), try decoder.decode(ShiftEvent.self, from: data))
        case .handover: .handover(ID(raw: subject), try decoder.decode(HandoverEvent.self, from: data))
        case .stay: .stay(ID(raw: subject), try decoder.decode(StayEvent.self, from: data))
        case .entry: .entry(ID(raw: subject), try decoder.decode(EntryEvent.self, from: data))
        case .visit: .visit(ID(raw: subject), try decoder.decode(VisitEvent.self, from: data))
        case .operatorState:
            .operatorState(ID(raw: subject), try decoder.decode(OperatorStateEvent.self, from: data))
        case .linkState: .linkState(ID(raw: subject), try decoder.decode(LinkStateEvent.self, from: data))
        case .monthClosing: .month(ID(raw: subject), try decoder.decode(MonthEvent.self, from: data))
        case .packRelease: .pack(ID(raw: subject), try decoder.decode(PackEvent.self, from: data))
        case .access: .access(subject, try decoder.decode(AccessEvent.self, from: data))
        case .erasure: .erasure(subject, try decoder.decode(ErasureEvent.self, from: data))
        }
    }

    func value<T: Decodable>(_ type: T.Type, _ text: String) throws -> T {
        try decoder.decode(type, from: Data(text.utf8))
    }
}
