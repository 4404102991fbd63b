import HotlineDomain

/// Visits that were told of before, for a feed that is read anew. Its lines may
/// say again what they said then, or go on behind it: which of the two, the time
/// of a stay's beginning tells.
struct KnownStays: Sendable {
    struct Stay: Sendable {
        let visit: VisitFacts
        let queue: String
        let number: Int
    }

    /// By the call.
    private var stays: [String: [Stay]] = [:]
    /// Whole seconds, cut off, of two lengths of time that a beginning may be reckoned from.
    private static let tolerance = Span(milliseconds: 2500)

    init(_ visits: [VisitFacts] = []) {
        for visit in visits {
            if case .refused? = visit.ending { continue }
            guard let parts = visit.id.parts else { continue }
            stays[parts.call, default: []].append(Stay(visit: visit, queue: parts.queue, number: parts.stay))
        }
    }

    var isEmpty: Bool { stays.isEmpty }

    /// Its number: the one it had then, else the next that is free.
    func number(_ call: String, _ queue: String, at: Instant, after count: Int) -> Int {
        if let same = same(call, queue, at: at) { return same.number }
        let known = stays[call]?.filter { $0.queue == queue } ?? []
        var number = count + 1
        while known.contains(where: { $0.number == number }) { number += 1 }
        return number
    }

    /// The stay that began then, to some seconds.
    func same(_ call: String, _ queue: String, at: Instant) -> Stay? {
        stays[call]?.first {
            $0.queue == queue
                && abs(($0.visit.offered.at - at).milliseconds) <= KnownStays.tolerance.milliseconds
        }
    }

    /// The open stay of a call that nothing has been read of yet, if it had begun by then, a log's
    /// second included. Given out once.
    mutating func takeOpen(_ call: String, at: Instant) -> Stay? {
        let place = stays[call]?.firstIndex { !$0.visit.isOver && $0.visit.offered.at <= at + .seconds(1) }
        guard let place else { return nil }
        return stays[call]?.remove(at: place)
    }

    /// Every open stay that had begun by then; each is given out once.
    mutating func takeOpen(at: Instant) -> [Stay] {
        stays.keys.sorted().compactMap { takeOpen($0, at: at) }
    }
}
