import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

/// A desk that shows nothing until its operator is back: by the key that blanks
/// the screen, or because nobody touched it for the hotline's idle time. The
/// clock of a call on the line goes on, and so does everything behind it.
struct DeskLock: Sendable {
    var passphrase = SecretField()
    var fault: FieldFault?

    func draw(on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        surface.hideCursor()
        let room = surface.bounds.centred(width: min(60, surface.width), height: min(8, surface.height))
        surface.draw(in: room) { surface in
            surface.put(situation.clock(situation.now), x: 1, y: 0, role: .heading)
            if let call = situation.liveCall {
                let time = situation.duration(situation.now - call.started)
                surface.put(say("lock.call", ["time": time]), x: 10, y: 0, role: .heading)
            }
            guard !situation.about.isOpen else {
                surface.put(say("lock.open_store"), x: 1, y: 2)
                return
            }
            let used = surface.put(say("lock.passphrase"), x: 1, y: 2, role: .label)
            let field = Rect(x: used + 2, y: 2, width: max(0, surface.width - used - 3), height: 1)
            passphrase.draw(on: &surface, in: field, isFocused: true)
            guard let fault else { return }
            // What to do stands in its last words.
            let lines = wrap(say(fault.key, fault.arguments), width: max(1, surface.width - 4))
            surface.put(.overdue, x: 1, y: 4, role: .warning)
            for (row, line) in lines.enumerated() { surface.put(line, x: 3, y: 4 + row, role: .warning) }
        }
    }
}

extension Console {
    /// Hides everything; nobody is asked.
    mutating func lock() {
        guard situation.person != nil, deskLock == nil else { return }
        overlay = nil
        notice = nil
        deskLock = DeskLock()
    }

    /// Only a sealed store has a passphrase to come back with.
    mutating func lockIfIdle() {
        let idle = situation.now - lastTouched
        guard !situation.about.isOpen, idle >= .seconds(Int64(situation.hotline.settings.idleLockSeconds)) else {
            return
        }
        lock()
    }

    mutating func unlock(with key: Key) -> [Effect] {
        guard var lock = deskLock else { return [] }
        defer { if deskLock != nil { deskLock = lock } }
        if situation.about.isOpen {
            if key == .enter { deskLock = nil }
            return []
        }
        guard key == .enter else {
            lock.fault = nil
            _ = lock.passphrase.handle(key)
            return []
        }
        guard !lock.passphrase.isEmpty else { return [] }
        let typed = lock.passphrase.passphrase
        lock.passphrase.clear()
        return [.unlock(typed)]
    }
}
