/// What is to happen in a history, the earliest first; of two at one moment, what was planned first.
struct Agenda<What> {
    private var heap: [Entry] = []
    private var count = 0

    private struct Entry {
        let at: Int64
        let number: Int
        let what: What

        func isBefore(_ other: Entry) -> Bool { at == other.at ? number < other.number : at < other.at }
    }

    mutating func add(_ what: What, at: Int64) {
        count += 1
        heap.append(Entry(at: at, number: count, what: what))
        var place = heap.count - 1
        while place > 0, heap[place].isBefore(heap[(place - 1) / 2]) {
            heap.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    mutating func next() -> (at: Int64, what: What)? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return (first.at, first.what) }
        heap[0] = last
        var place = 0
        while 2 * place + 1 < heap.count {
            var least = 2 * place + 1
            if least + 1 < heap.count, heap[least + 1].isBefore(heap[least]) { least += 1 }
            guard heap[least].isBefore(heap[place]) else { break }
            heap.swapAt(place, least)
            place = least
        }
        return (first.at, first.what)
    }

    /// What is not to happen after all.
    mutating func drop(where isDropped: (What) -> Bool) {
        heap = heap.filter { !isDropped($0.what) }.sorted { $0.isBefore($1) }
    }
}
