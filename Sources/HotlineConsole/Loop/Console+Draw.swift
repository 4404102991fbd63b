import HotlineDomain
import TerminalUI
import Wording

extension Console {
    /// The console as one screen. Nothing but the model decides what it shows.
    public func draw(on surface: inout Surface) {
        guard !isTooSmall || deskLock != nil else {
            drawTooSmall(on: &surface)
            return
        }
        if let deskLock {
            deskLock.draw(on: &surface, situation)
            return
        }
        Frame.draw(self, on: &surface)
        surface.draw(in: body) { surface in
            top.draw(on: &surface, situation)
            overlay?.draw(on: &surface, situation)
        }
        Frame.drawNotice(self, on: &surface)
    }

    /// Politely, and with what matters most: everything goes on working meanwhile.
    private func drawTooSmall(on surface: inout Surface) {
        surface.hideCursor()
        let say = situation.say
        let alarm = Frame.alarms(situation).first { $0.role == .alarm }
        let need = say(
            "frame.too_small",
            ["columns": String(Console.sizeMin.columns), "rows": String(Console.sizeMin.rows)])
        var lines = wrap(need, width: surface.width).map { ($0, TerminalUI.Role.text) }
        // Whole where it fits at all: how late it is stands at its end.
        if let alarm { lines.insert(contentsOf: wrap(alarm.text, width: surface.width).map { ($0, .alarm) }, at: 0) }
        if let notice { lines.insert((situation.text(of: notice), .warning), at: 0) }
        for (y, line) in lines.prefix(surface.height).enumerated() { surface.put(line.0, x: 0, y: y, role: line.1) }
    }
}
