/// The way to a table, a key or a value of a profile: `roster`, the third, `operators`, the second.
struct SourcePath: Hashable {
    enum Step: Hashable {
        case key(String)
        case item(Int)
    }

    private(set) var steps: [Step] = []

    func key(_ name: String) -> SourcePath { adding(.key(name)) }
    /// Counted from 0.
    func item(_ index: Int) -> SourcePath { adding(.item(index)) }

    private func adding(_ step: Step) -> SourcePath {
        var path = self
        path.steps.append(step)
        return path
    }

    /// The table or list it stands in; nil for the whole file.
    var parent: SourcePath? {
        guard !steps.isEmpty else { return nil }
        var path = self
        path.steps.removeLast()
        return path
    }
}

/// A line and a column of a text, both from 1, columns in characters as an editor counts them.
struct SourcePosition: Hashable {
    var line: Int
    var column: Int
}
