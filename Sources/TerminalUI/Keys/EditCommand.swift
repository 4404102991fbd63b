/// What one does inside a text besides writing.
public enum EditCommand: Hashable, Sendable, CaseIterable {
    case left
    case right
    case wordLeft
    case wordRight
    case lineStart
    case lineEnd
    case up
    case down
    case pageUp
    case pageDown
    case textStart
    case textEnd
    case deleteLeft
    case deleteRight
    case deleteWordLeft
    case deleteToLineStart
    case deleteToLineEnd
    case newLine

    private static let common: [KeyRow<EditCommand, Never>] = [
        row([.left], .left, "edit.left"),
        row([.right], .right, "edit.right"),
        row([Key(.left, .control), Key(.left, .alt), .alt("b")], .wordLeft, "edit.word_left"),
        row([Key(.right, .control), Key(.right, .alt), .alt("f")], .wordRight, "edit.word_right"),
        row([.home, .control("a")], .lineStart, "edit.line_start"),
        row([.end, .control("e")], .lineEnd, "edit.line_end"),
        row([.backspace], .deleteLeft, "edit.delete_left"),
        row([.delete, .control("d")], .deleteRight, "edit.delete_right"),
        row([.control("w"), Key(.backspace, .alt)], .deleteWordLeft, "edit.delete_word_left"),
        row([.control("u")], .deleteToLineStart, "edit.delete_to_line_start"),
        row([.control("k")], .deleteToLineEnd, "edit.delete_to_line_end"),
    ]

    /// The keys of a field of one line.
    public static let fieldKeys = KeyTable<EditCommand, Never>(common)

    /// The keys of a note of many lines.
    public static let areaKeys = KeyTable<EditCommand, Never>(
        common + [
            row([.up], .up, "edit.up"),
            row([.down], .down, "edit.down"),
            row([.pageUp], .pageUp, "edit.page_up"),
            row([.pageDown], .pageDown, "edit.page_down"),
            row([Key(.home, .control)], .textStart, "edit.text_start"),
            row([Key(.end, .control)], .textEnd, "edit.text_end"),
            row([.enter], .newLine, "edit.new_line"),
        ])

    private static func row(_ keys: [Key], _ command: EditCommand, _ label: String) -> KeyRow<EditCommand, Never> {
        KeyRow(keys, command, label: label, help: label + ".help", rank: nil)
    }
}
