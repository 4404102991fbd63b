import HotlineDomain
import TerminalUI
import Wording

/// Who calls, and whether they have called before.
extension CallScreen {
    /// What was typed of the caller since it was last said, as commands; nothing
    /// where it stands in the record already.
    mutating func clues(_ id: CallID, _ around: Surroundings) -> [Command] {
        guard let clue = form?.takeClue(around) else { return [] }
        return [.call(id, clue)]
    }
}

/// What was agreed about calling back.
extension CallScreen {
    func callBackLines(_ call: Call, _ situation: Situation) -> [(text: String, role: TerminalUI.Role)] {
        guard let terms = call.callBackTerms else { return [] }
        let say = situation.say
        var lines: [(text: String, role: TerminalUI.Role)] = []
        if !situation.isSafeToCallBack(call) {
            lines.append(("\(Glyph.overdue) \(say("call.call_back_unsafe_now"))", .warning))
        }
        if !terms.safeTimes.isEmpty {
            lines.append((say("call.call_back_safe", ["safe": HoursText.text(terms.safeTimes)]), .text))
        }
        if let message = terms.message {
            lines.append((say("call.call_back_message", ["answer": situation.label(.answer, message)]), .text))
        }
        if terms.number != nil {
            let text =
                unmasked.map { say("call.call_back_number", ["number": $0.revealed]) }
                ?? say("call.call_back_number_masked")
            lines.append((text, .strong))
        }
        return lines
    }
}

extension Situation {
    /// On the clock of the line it came in on.
    func isSafeToCallBack(_ call: Call) -> Bool {
        guard let terms = call.callBackTerms else { return true }
        let clock = (zones[call.line] ?? zone).wallClock(at: now)
        return terms.isSafe(minuteOfDay: clock.hour * 60 + clock.minute)
    }
}

extension CallForm {
    mutating func ask(_ field: CallField) {
        fields.go(to: field)
        hint()
    }

    /// The record has it now: a codename stands in its field, a number nowhere.
    mutating func known(by file: CallFile) {
        let name = file.codename?.revealed ?? ""
        guard name != savedCodename else { return }
        if fields.text(.knownAs) == savedCodename { fields.set(.knownAs, name) }
        savedCodename = name
    }

    /// A codename that was emptied is taken back; a number leaves the field with this.
    mutating func takeClue(_ around: Surroundings) -> CallCommand? {
        let typed = fields.text(.knownAs)
        guard typed != savedCodename else { return nil }
        guard let clue = CallerClue(typed: typed, around.written) else { return .unrecognise(.codename) }
        if case .number = clue { fields.set(.knownAs, savedCodename) }
        return .recognise(by: clue)
    }
}
