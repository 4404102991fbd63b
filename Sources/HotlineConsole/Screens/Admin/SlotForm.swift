import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

/// A new way in: the person types the passphrase twice, and nobody reads along.
/// It is in no draft: what is typed here goes with the form.
struct SlotForm: Sendable {
    let code: String
    private var first = SecretField()
    private var again = SecretField()
    private(set) var isAgain = false
    private(set) var fault: FieldFault?

    init(_ code: String) { self.code = code }

    enum Answer: Hashable, Sendable {
        case stays, leaves
        case done(Passphrase)
    }

    mutating func handle(_ key: Key) -> Answer {
        switch key {
        case .escape: return .leaves
        case .enter where isAgain: return save()
        case .enter, .tab, .down: isAgain = isAgain || isGoodEnough()
        case .shiftTab, .up: isAgain = false
        default:
            fault = nil
            if isAgain { _ = again.handle(key) } else { _ = first.handle(key) }
        }
        return .stays
    }

    /// Said before it is typed a second time in vain.
    private mutating func isGoodEnough() -> Bool {
        do {
            try first.passphrase.check()
            return true
        } catch {
            refuse(error)
            return false
        }
    }

    mutating func save() -> Answer {
        isAgain = isGoodEnough()
        guard isAgain else { return .stays }
        guard first.passphrase == again.passphrase else {
            fault = FieldFault(says: "admin.passphrases_differ")
            again.clear()
            return .stays
        }
        return .done(first.passphrase)
    }

    mutating func refuse(_ refusal: Refusal) {
        fault = FieldFault(says: refusal.sentence, refusal.details)
    }

    func draw(on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        let labels = [say("admin.passphrase"), say("admin.passphrase_again")]
        let width = labels.reduce(0) { max($0, cellWidth(of: $1)) } + 3
        for (y, label) in labels.enumerated() {
            let isFocused = isAgain == (y == 1)
            surface.put(label, x: 1, y: y, role: isFocused ? .strong : .label)
            let room = Rect(x: width, y: y, width: max(0, surface.width - width - 1), height: 1)
            (y == 1 ? again : first).draw(on: &surface, in: room, isFocused: isFocused)
        }
        guard let fault else { return }
        for (row, line) in wrap(say(fault.key, fault.arguments), width: max(4, surface.width - 4)).enumerated() {
            surface.put((row == 0 ? "\(Glyph.overdue) " : "  ") + line, x: 1, y: 3 + row, role: .warning)
        }
    }
}
