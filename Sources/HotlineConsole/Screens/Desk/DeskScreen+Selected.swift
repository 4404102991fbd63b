import HotlineDomain
import TerminalUI
import Wording

/// On a large screen: the call under the cursor, as far as its codes tell.
extension DeskScreen {
    private static let rowsMin = 10

    func drawSelected(on surface: inout Surface, y: Int, _ situation: Situation) {
        guard surface.height - y >= DeskScreen.rowsMin, place == .today, let call = today.selected?.call else {
            return
        }
        let say = situation.say
        surface.put(say("call.number", ["number": call.number]), x: 1, y: y, role: .heading)
        let clock = CallClock(call, situation)
        surface.put(clock.text, x: 0, y: y, role: clock.role, maxWidth: surface.width - 1, align: .right)
        for (row, line) in lines(of: call, situation).prefix(surface.height - y - 1).enumerated() {
            surface.put(say("call.field.\(line.field.rawValue)"), x: 1, y: y + 1 + row, role: .label, maxWidth: 14)
            surface.put(line.text, x: 16, y: y + 1 + row)
        }
    }

    private func lines(of call: Call, _ situation: Situation) -> [(field: CallField, text: String)] {
        let content = call.content
        let all: [(CallField, String)] = [
            (.line, call.line), (.started, situation.dayAndClock(call.started)),
            (.ended, call.ended.map(situation.dayAndClock) ?? ""),
            (.callClass, situation.label(.callClass, content.callClass?.rawValue)),
            (.code, situation.label(.nonCounselling, content.code)),
            (.topic, content.topics.map { situation.label(.topic, $0) }.joined(separator: ", ")),
            (.caller, situation.label(.caller, content.caller)),
            (.outcome, situation.label(.callOutcome, content.outcome)),
            (.country, situation.label(.country, content.country)),
            (.language, situation.label(.language, content.language)),
            (.callBack, content.callBackAt.map(situation.dayAndClock) ?? ""),
        ]
        return all.filter { !$0.1.isEmpty }.map { (field: $0.0, text: $0.1) }
    }
}
