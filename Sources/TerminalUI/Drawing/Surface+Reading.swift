// How tests read a screen.

extension Surface {
    /// The rows as a reader sees them, without the spaces at their ends.
    public var lines: [String] {
        (0..<size.rows).map { y in
            var line = ""
            var spaces = 0
            for x in 0..<size.columns {
                let piece = self[x, y].text
                if piece == " " {
                    spaces += 1
                } else if !piece.isEmpty {
                    line += String(repeating: " ", count: spaces) + piece
                    spaces = 0
                }
            }
            return line
        }
    }

    /// The screen as golden files hold it: its lines, joined.
    public var text: String { lines.joined(separator: "\n") }

    /// What is drawn in a role, run by run, from the top: how a test asks what stands out.
    public func texts(in role: Role) -> [String] {
        var runs: [String] = []
        for y in 0..<size.rows {
            var run: String?
            for x in 0..<size.columns {
                let cell = self[x, y]
                if cell.role == role {
                    run = (run ?? "") + cell.text
                } else if let ended = run {
                    runs.append(ended)
                    run = nil
                }
            }
            if let run { runs.append(run) }
        }
        return runs
    }
}
