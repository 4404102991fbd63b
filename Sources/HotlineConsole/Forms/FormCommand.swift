import TerminalUI

/// The keys inside a form, the same in every one.
public enum FormCommand: Hashable, Sendable, CaseIterable {
    case next, forward, back, open, clear, newLine

    public static let keys = KeyTable<FormCommand, Never>([
        KeyRow([.enter], .next, label: "form.next", help: "form.next.help", rank: nil),
        KeyRow([.tab, .down], .forward, label: "form.forward", help: "form.forward.help", rank: nil),
        KeyRow([.shiftTab, .up], .back, label: "form.back", help: "form.back.help", rank: nil),
        KeyRow([.space], .open, label: "form.open", help: "form.open.help", rank: nil),
        KeyRow([.backspace], .clear, label: "form.clear", help: "form.clear.help", rank: nil),
        KeyRow([Key(.enter, .alt)], .newLine, label: "form.new_line", help: "form.new_line.help", rank: nil),
    ])
}
