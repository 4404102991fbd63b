import TerminalUI

/// Parts of a list within so many cells: those that fit, whole, and that there are more. A count that lost its end
/// reads as another count.
func wholeParts(_ parts: [String], within width: Int) -> String {
    let all = parts.joined(separator: ", ")
    guard parts.count > 1, cellWidth(of: all) > width else { return all }
    let shorter = (1..<parts.count).reversed().map {
        "\(parts.prefix($0).joined(separator: ", ")), \(Glyph.ellipsis)"
    }
    return shorter.first { cellWidth(of: $0) <= width } ?? parts[0]
}
