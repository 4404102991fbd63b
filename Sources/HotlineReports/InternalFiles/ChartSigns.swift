/// What charts are drawn with where there are only letters.
public enum ChartSigns: Sendable {
    case utf8
    /// For a terminal that knows no others.
    case ascii

    private var bar: Character { self == .utf8 ? "█" : "#" }
    private var steps: [Character] { Array(self == .utf8 ? "▁▂▃▄▅▆▇█" : "_.:-=+*#") }

    /// As long as its part of the largest; whatever was counted is seen.
    func bar(_ n: Int, of largest: Int, width: Int) -> String {
        guard n > 0, largest > 0, width > 0 else { return "" }
        return String(repeating: bar, count: max(1, n * width / largest))
    }

    /// The same about the middle, so that bars under each other make a funnel.
    func centred(_ n: Int, of largest: Int, width: Int) -> String {
        let bar = bar(n, of: largest, width: width)
        return String(repeating: " ", count: (width - bar.count) / 2) + bar
    }

    /// A column of eight steps for each number; none for nothing.
    func sparkline(_ numbers: [Int]) -> String {
        let largest = max(1, numbers.max() ?? 1)
        return String(
            numbers.map { n in
                n <= 0 ? " " : steps[min(7, max(0, (n * 8 + largest - 1) / largest - 1))]
            })
    }
}
