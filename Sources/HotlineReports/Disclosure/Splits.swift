/// Which lines show how many of their calls were SOS: step 2, "split", of
/// DISCLOSURE.md. A line that hides it shows its total only.
struct Splits {
    /// By line: whether its SOS are shown. Nil where no choice keeps them safe.
    let shown: [Bool]?

    /// `headline`: what is public of the window, all codes together.
    init(_ rows: [SplitCount], headline: SplitCount, threshold: Int) {
        var shown = rows.map { $0.sos >= threshold && $0.others >= threshold }
        while !Splits.isSafe(rows, shown, headline, threshold) {
            let visible = shown.indices.filter { shown[$0] }
            guard let fewest = visible.min(by: { (rows[$0].sos, $0) < (rows[$1].sos, $1) }) else {
                self.shown = nil
                return
            }
            shown[fewest] = false
        }
        self.shown = shown
    }

    private static func isSafe(
        _ rows: [SplitCount], _ shown: [Bool], _ headline: SplitCount, _ threshold: Int
    ) -> Bool {
        let hidden = rows.indices.filter { !shown[$0] }.map { rows[$0] }
        let all = hidden.reduce(.zero, +)
        return hidden.allSatisfy { row in
            all.provable(about: row.total).count >= min(threshold, headline.provable(about: row.total).count)
        }
    }
}

extension SplitCount {
    /// What an outsider who knows this sum can prove of the SOS among `total`
    /// of its calls: at least and at most.
    func provable(about total: Int) -> Range<Int> {
        let least = max(0, total - others)
        return least..<max(least, min(total, sos))
    }
}
