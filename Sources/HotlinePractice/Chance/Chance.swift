/// Chance that comes again with the same seed (SplitMix64). Everything drawn
/// is spelled out here: a later Swift may shuffle in another way, and the same
/// seed would make another year.
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// 0 ..< count; `count` at least 1.
    mutating func below(_ count: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(count)).high) }

    mutating func number(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    /// Happens in so many of a hundred.
    mutating func happens(_ percent: Int) -> Bool { below(100) < percent }

    /// In the middle of the range more often than at its ends.
    mutating func around(_ range: ClosedRange<Int>) -> Int {
        (number(range) + number(range) + number(range)) / 3
    }

    mutating func one<T>(of items: [T]) -> T { items[below(items.count)] }

    mutating func one<T>(of weights: Weights<T>) -> T { weights.item(at: below(weights.total)) }

    mutating func shuffled<T>(_ items: [T]) -> [T] {
        var items = items
        for last in stride(from: items.count - 1, to: 0, by: -1) { items.swapAt(last, below(last + 1)) }
        return items
    }

    /// So many different items, in the order they stood in.
    mutating func some<T>(_ count: Int, of items: [T]) -> [T] {
        shuffled(Array(items.indices)).prefix(count).sorted().map { items[$0] }
    }

    /// A seed for a part, so that drawing more in one part changes no other.
    mutating func part() -> Chance { Chance(seed: next()) }
}
