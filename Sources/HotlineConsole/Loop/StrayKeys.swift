import HotlineDomain
import TerminalUI

/// Keys of a hand that went on writing after its form had closed. On the screen
/// below a letter raises an SOS and a digit logs a call, so until the hand rests
/// letters and Enter are no commands there.
struct StrayKeys: Sendable {
    /// Longer than from one letter to the next, shorter than to read a screen and answer it.
    static let pause = Span(milliseconds: 700)
    /// For a hand that certainly writes: as long as one stops for a word.
    static let pauseInWriting = Span(milliseconds: 1_500)

    /// When the form closed, or the last of these keys came; nil when all is quiet.
    private var last: Instant?
    private var count = 0

    /// One key may be a command that came too early; two are writing.
    var pause: Span { count < 2 ? StrayKeys.pause : StrayKeys.pauseInWriting }

    mutating func begin(at now: Instant) {
        last = now
        count = 0
    }

    mutating func end() { last = nil }

    /// Whether a letter that came now would be one of them. A clock that was set
    /// back ends the wait: nobody is to stand before a dead desk for an hour.
    func isWaiting(at now: Instant) -> Bool {
        guard let last, now >= last else { return false }
        return now - last < pause
    }

    /// Whether this key is one of them; the pause then begins anew.
    mutating func take(_ key: Key, at now: Instant) -> Bool {
        guard key.isOfText else { return false }
        guard isWaiting(at: now) else {
            end()
            return false
        }
        last = now
        count += 1
        return true
    }
}

extension Key {
    /// What a hand that writes presses: letters, a paste, Enter, Backspace. Function
    /// keys, Ctrl, Esc and the arrows are commands wherever one is.
    fileprivate var isOfText: Bool { writes || code == .enter || code == .backspace }
}
