/// Things that turn up with different frequency.
struct Weights<Item> {
    let items: [Item]
    /// Running sums of the weights.
    private let sums: [Int]
    var total: Int { sums.last ?? 0 }

    init(_ rows: [(Item, Int)]) {
        var sum = 0
        items = rows.map(\.0)
        sums = rows.map { row in
            sum += row.1
            return sum
        }
    }

    func item(at place: Int) -> Item { items[sums.firstIndex { place < $0 } ?? items.count - 1] }
}

extension Weights: Sendable where Item: Sendable {}

/// Shares a whole number out by weights, to the last one: the largest
/// remainders get what rounding down leaves, the first of equals first.
func sharedOut(_ total: Int, by weights: [Int]) -> [Int] {
    let sum = max(1, weights.reduce(0, +))
    var parts = weights.map { $0 * total / sum }
    let byRemainder = weights.indices.sorted {
        let (a, b) = (weights[$0] * total % sum, weights[$1] * total % sum)
        return a == b ? $0 < $1 : a > b
    }
    for place in byRemainder.prefix(total - parts.reduce(0, +)) { parts[place] += 1 }
    return parts
}
