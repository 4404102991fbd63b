import HotlineDomain

/// What is still to be done, the earliest first; of what is due at the same
/// moment, what was entered first.
struct Agenda<Act> {
    private struct Entry {
        let at: Instant
        let order: Int
        let act: Act
        static func < (a: Entry, b: Entry) -> Bool { (a.at, a.order) < (b.at, b.order) }
    }

    /// A binary heap: each entry is due no later than the two below it.
    private var heap: [Entry] = []
    private var entered = 0

    var isEmpty: Bool { heap.isEmpty }

    mutating func enter(_ act: Act, at instant: Instant) {
        heap.append(Entry(at: instant, order: entered, act: act))
        entered += 1
        var place = heap.count - 1
        while place > 0, heap[place] < heap[(place - 1) / 2] {
            heap.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    /// The next thing due before this moment.
    mutating func next(before limit: Instant) -> (at: Instant, act: Act)? {
        guard let first = heap.first, first.at < limit else { return nil }
        let last = heap.removeLast()
        if !heap.isEmpty {
            heap[0] = last
            sink()
        }
        return (first.at, first.act)
    }

    private mutating func sink() {
        var place = 0
        while true {
            var least = place
            for child in [place * 2 + 1, place * 2 + 2] where child < heap.count && heap[child] < heap[least] {
                least = child
            }
            if least == place { return }
            heap.swapAt(place, least)
            place = least
        }
    }
}
