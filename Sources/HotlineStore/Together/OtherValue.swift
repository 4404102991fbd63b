import HotlineDomain

/// What one of two who did not see each other wrote into a field, where what
/// the other one wrote stands.
public struct OtherValue: Hashable, Sendable {
    public let field: ThingField
    /// Nil: nothing is known there.
    public let stands: FieldValue?
    /// Nil: it was taken away.
    public let wrote: FieldValue?
    /// Who wrote it, and when.
    public let stamp: Stamp

    /// Every record of words that is read with it.
    public var words: [WordsID] { [stands?.words, wrote?.words].compactMap { $0 } }
}

extension OtherValue {
    /// Read off the events of one thing: equal wherever the same events are.
    struct Reader<A: Fielded> {
        private let id: A.ID
        private let entries: [JournalEntry]
        private let events: [A.Event]
        private let views: Views

        init(_ id: A.ID, _ entries: [JournalEntry], _ views: Views, _ codec: EventCodec) throws {
            self.id = id
            self.entries = entries
            self.views = views
            events = try entries.map { try codec.value(A.Event.self, $0.body) }
        }

        /// In the order in which the fields were written first.
        func values() -> [OtherValue] {
            guard let standing = state(Set(entries.indices)) else { return [] }
            var writers: [ThingField: [Int]] = [:]
            var order: [ThingField] = []
            for index in entries.indices {
                for field in A.fields(of: events[index]) {
                    if writers[field] == nil { order.append(field) }
                    writers[field, default: []].append(index)
                }
            }
            return order.filter { $0.lasts || views.areOpen }
                .flatMap { values(of: $0, writers[$0] ?? [], standing.value(of: $0)) }
        }

        /// - Parameter writers: in the order of `EventOrder`.
        private func values(of field: ThingField, _ writers: [Int], _ stands: FieldValue?) -> [OtherValue] {
            // Whom nobody who wrote it later had in sight.
            let last = writers.filter { one in !writers.contains { views.sights[$0].contains(one) } }
            guard last.count > 1 else { return [] }
            let common = last.dropFirst().reduce(views.sights[last[0]]) { $0.intersection(views.sights[$1]) }
            let before = state(common)?.value(of: field)
            var found: [OtherValue] = []
            for index in last {
                let wrote = value(of: field, at: index)
                guard wrote != stands, wrote != before, !found.contains(where: { $0.wrote == wrote }) else {
                    continue
                }
                let first = self.first(index, writing: wrote, field, writers)
                found.append(OtherValue(field: field, stands: stands, wrote: wrote, stamp: entries[first].stamp))
            }
            return found
        }

        /// A record is written whole, also where something else in it was changed: who wrote this value is
        /// who wrote it first.
        private func first(_ index: Int, writing value: FieldValue?, _ field: ThingField, _ writers: [Int]) -> Int {
            var first = index
            for earlier in writers.reversed() where views.sights[index].contains(earlier) {
                guard self.value(of: field, at: earlier) == value else { break }
                first = earlier
            }
            return first
        }

        private func value(of field: ThingField, at index: Int) -> FieldValue? {
            state(views.until(index))?.value(of: field)
        }

        /// As whoever had these in sight saw it.
        private func state(_ seen: Set<Int>) -> A? {
            seen.sorted().reduce(A?.none) { state, index in
                A.applying(events[index], to: state, id: id, stamp: entries[index].stamp)
            }
        }
    }
}

extension Store {
    /// What was written of this thing in two places and does not stand: it need not be typed again.
    /// Nothing, without a second look, where everybody saw what everybody wrote.
    public func otherValues(of subject: Subject) throws -> [OtherValue] {
        let entries = try engine.read { try MergedHistory.events(of: subject, $0) }
        let views = Views(entries)
        guard views.areDivided else { return [] }
        func values<A: Fielded>(_: A.Type) throws -> [OtherValue] {
            try OtherValue.Reader<A>(ID(raw: subject.id), entries, views, EventCodec()).values()
        }
        return switch subject.kind {
        case .call: try values(Call.self)
        case .case: try values(Case.self)
        case .escalation: try values(Escalation.self)
        case .referral: try values(Referral.self)
        default: []
        }
    }
}
