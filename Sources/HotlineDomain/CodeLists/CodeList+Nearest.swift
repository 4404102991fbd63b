extension CodeList {
    /// What somebody may have meant by a code that is not in the list, the
    /// likeliest first: what they typed begins a code or a label, or is inside
    /// one, or else takes the fewest slips to become one. Case, diacritics and
    /// `_` make no difference. Never empty, unless the list or the limit is.
    public func nearest(to typed: String, limit: Int) -> [Code] {
        let typed = Spelling(typed)
        let ranked = codes.enumerated().map { place, code in
            (distance: code.spellings.map(typed.distance).min() ?? .max, place: place, code: code)
        }
        let sorted = ranked.sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }
        return sorted.prefix(max(0, limit)).map(\.code)
    }
}

extension Code {
    fileprivate var spellings: [Spelling] { [Spelling(code)] + labels.values.map(Spelling.init) }
}

/// A code or a label as it is compared with what was typed.
private struct Spelling {
    private let folded: String
    private let letters: [Unicode.Scalar]

    init(_ text: String) {
        folded = HotlineDomain.folded(text)
        letters = Array(folded.unicodeScalars)
    }

    /// In quarters of a slip, so that a beginning is nearer than a part inside,
    /// and both are nearer than any slip.
    func distance(to other: Spelling) -> Int {
        if folded == other.folded { return 0 }
        if letters.count > 1, other.folded.hasPrefix(folded) { return 1 }
        if letters.count > 2, other.folded.contains(folded) { return 2 }
        return slips(to: other) * 4
    }

    /// Letters left out, put in, changed or swapped with their neighbour
    /// (optimal string alignment): three rows of its table are enough.
    private func slips(to other: Spelling) -> Int {
        let (a, b) = (letters, other.letters)
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var before: [Int] = []
        var previous = Array(0...b.count)
        for i in 1...a.count {
            var row = [i] + Array(repeating: 0, count: b.count)
            for j in 1...b.count {
                let changed = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                row[j] = min(previous[j] + 1, row[j - 1] + 1, changed)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    row[j] = min(row[j], before[j - 2] + 1)
                }
            }
            (before, previous) = (previous, row)
        }
        return previous[b.count]
    }
}
