import HotlineDomain
import HotlineStore

/// Nothing open is left to nobody: it is acknowledged by whoever comes, item
/// by item, or parked until the next shift of its kind.
extension Office {
    mutating func handOver(_ post: Post, _ note: Written?, _ batch: inout Store.Batch) throws {
        let handover: HandoverID = id()
        let offer = Command.handover(handover, .offer(shift: post.id, notes: note.map { [$0] } ?? []))
        for case .handover(_, .offered(_, let items)) in try perform([offer], by: post.person, &batch) {
            try handOver(items, of: handover, post)
        }
    }

    /// One after the other; what opened meanwhile joins, and goes the same way.
    private mutating func handOver(_ items: [HandoverItem], of handover: HandoverID, _ post: Post) throws {
        let next = post.kind == .line ? onDuty(.line)?.person : nil
        for item in items {
            let number = item.number
            after(number * chance.number(30...70)) { office, batch in
                let events =
                    if let next {
                        try office.perform([.handover(handover, .acknowledge(item: number))], by: next, &batch)
                    } else {
                        try office.park(number, of: handover, post, &batch)
                    }
                for case .handover(_, .joined(let items)) in events {
                    try office.handOver(items, of: handover, post)
                }
            }
        }
    }

    /// The line closes, or the specialist's next shift is tomorrow: the
    /// supervisor answers for it meanwhile.
    private mutating func park(
        _ item: Int, of handover: HandoverID, _ post: Post, _ batch: inout Store.Batch
    ) throws -> [Event] {
        let by = post.kind == .line ? post.person : Office.supervisor
        let events = try perform([.handover(handover, .park(item: item))], by: by, &batch)
        parked[post.kind, default: []].append((handover, item))
        return events
    }

    /// The first thing in a shift: what the last one of its kind left.
    mutating func takeUpParked(_ post: Post) {
        let items = parked.removeValue(forKey: post.kind) ?? []
        for (place, (handover, number)) in items.enumerated() {
            after(60 + place * chance.number(30...90)) {
                try $0.perform([.handover(handover, .acknowledge(item: number))], by: post.person, &$1)
            }
        }
    }
}
