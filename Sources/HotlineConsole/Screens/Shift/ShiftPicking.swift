import HotlineDomain
import TerminalUI
import Wording

/// Somebody, or another shift, that has to be chosen before an act on the roster.
struct ShiftPicking: Hashable, Sendable {
    enum Purpose: Hashable, Sendable {
        /// Who works in place of whoever is absent.
        case substitute(Shift, reason: String)
        case addition(RosterSlot)
        case swap(Shift)
    }

    enum Picked: Hashable, Sendable {
        case nobody
        case person(String)
        case shift(Shift)
    }

    let purpose: Purpose
    /// Those that are shown, which say who is free.
    private let shifts: [Shift]
    var picker: Picker<Picked>
    /// For an addition, when somebody is picked: from when to when.
    private(set) var hours: HoursEntry?

    struct HoursEntry: Hashable, Sendable {
        let code: String
        /// The pattern's, which an empty field means.
        let usual: String
        var field: TextField
        /// What was typed is no pair of times.
        var isWrong = false
    }

    /// The catalogue key of the question.
    var question: String {
        if hours != nil { return "shift.ask_hours" }
        return switch purpose {
        case .substitute: "shift.ask_substitute"
        case .addition: "shift.ask_operator"
        case .swap: "shift.ask_swap"
        }
    }

    /// Letters go into the field that is asked for.
    mutating func handle(_ key: Key) {
        guard hours != nil else {
            _ = picker.handle(key) { folded($0) }
            return
        }
        if hours?.field.handle(key) == .changed { hours?.isWrong = false }
    }

    /// One step back; false where there is none.
    mutating func back() -> Bool {
        guard hours != nil else { return false }
        hours = nil
        return true
    }

    /// What Enter comes to; nothing while more is asked, or where what was typed is wrong.
    mutating func take(_ zone: ZoneRules) -> Taken? {
        guard let picked = picker.selected?.id else { return nil }
        guard case .addition(let slot) = purpose, case .person(let code) = picked else {
            return Taken(picked: picked)
        }
        guard let entry = hours else {
            hours = HoursEntry(
                code: code, usual: HoursText.text(slot.hours, zone: zone), field: TextField(limit: 20))
            return nil
        }
        guard !entry.field.isEmpty else { return Taken(picked: picked, hours: slot.hours) }
        guard let typed = HoursText.range(entry.field.text, on: slot.date, zone: zone) else {
            hours?.isWrong = true
            return nil
        }
        return Taken(picked: picked, hours: typed)
    }

    struct Taken {
        let picked: Picked
        var hours: Range<Instant>?
    }

    init(_ purpose: Purpose, _ shifts: [Shift], _ situation: Situation) {
        self.purpose = purpose
        self.shifts = shifts
        picker = Picker(ShiftPicking.choices(purpose, shifts, situation))
    }

    mutating func relabel(_ situation: Situation) {
        picker.relabel(ShiftPicking.choices(purpose, shifts, situation))
    }

    private static func choices(
        _ purpose: Purpose, _ shifts: [Shift], _ situation: Situation
    ) -> [Choice<Picked>] {
        switch purpose {
        case .substitute(let shift, _):
            [nobody(situation)]
                + people(for: shift.plannedStart..<shift.plannedEnd, except: shift.operatorCode, shifts, situation)
        case .addition(let slot): people(for: slot.hours, except: nil, shifts, situation)
        case .swap(let shift): others(than: shift, shifts, situation)
        }
    }

    private static func nobody(_ situation: Situation) -> Choice<Picked> {
        let label = situation.say("shift.nobody_instead")
        return Choice(id: .nobody, code: "\(Glyph.none)", label: label, also: [label]) { folded($0) }
    }

    /// Whoever may work: those who are free at that time first, the others with what keeps them.
    private static func people(
        for hours: Range<Instant>, except code: String?, _ shifts: [Shift], _ situation: Situation
    ) -> [Choice<Picked>] {
        let able = situation.hotline.operators.filter { person in
            person.active && person.code != code
                && (person.has(.operator) || person.has(.specialist) || person.has(.supervisor))
        }
        let choices = able.map { person -> (isFree: Bool, choice: Choice<Picked>) in
            let kept = shifts.first { shift in
                shift.operatorCode == person.code && (shift.status.isAhead || shift.status.isOn)
                    && shift.plannedStart < hours.upperBound && hours.lowerBound < shift.plannedEnd
            }
            let role = situation.say("role.\(person.roles.first?.rawValue ?? "operator")")
            let label = kept.map { "\(role), \(situation.patternName($0.pattern))" } ?? role
            let choice = Choice(id: Picked.person(person.code), code: person.code, label: label, also: [label]) {
                folded($0)
            }
            return (kept == nil, choice)
        }
        return choices.filter(\.isFree).map(\.choice) + choices.filter { !$0.isFree }.map(\.choice)
    }

    /// Shifts of others that have not begun.
    private static func others(
        than shift: Shift, _ shifts: [Shift], _ situation: Situation
    ) -> [Choice<Picked>] {
        shifts.filter { $0.status.isAhead && $0.operatorCode != shift.operatorCode && $0.id != shift.id }
            .map { other in
                let label = "\(situation.shortDay(other.businessDate))  \(situation.patternName(other.pattern))"
                return Choice(
                    id: .shift(other), code: other.operatorCode, label: label,
                    also: [label, other.businessDate.description]
                ) { folded($0) }
            }
    }

    /// What is done, whole or not at all.
    func commands(_ taken: Taken, _ around: Surroundings) -> [Command] {
        switch (purpose, taken.picked) {
        case (.substitute(let shift, let reason), .nobody): [.shift(shift.id, .absent(reason: reason))]
        case (.substitute(let shift, let reason), .person(let code)):
            [
                .shift(shift.id, .absent(reason: reason)),
                .shift(around.newID(), shift.plan(for: code, substituteFor: shift.id)),
            ]
        case (.addition(let slot), .person(let code)):
            [.shift(around.newID(), slot.addition(of: code, taken.hours ?? slot.hours))]
        case (.swap(let shift), .shift(let other)):
            // Both give way first, so that neither is in the way of the other.
            [
                .shift(shift.id, .cancel), .shift(other.id, .cancel),
                .shift(around.newID(), shift.plan(for: other.operatorCode, substituteFor: nil)),
                .shift(around.newID(), other.plan(for: shift.operatorCode, substituteFor: nil)),
            ]
        case (.addition, _), (.swap, _), (.substitute, .shift): []
        }
    }

    /// What is said when it is done.
    func notice(_ picked: Picked) -> Notice {
        switch (purpose, picked) {
        case (.substitute(let shift, _), .person(let code)):
            Notice(.done, says: "shift.was_substituted", ["operator": shift.operatorCode, "by": code])
        case (.substitute(let shift, _), _):
            Notice(.warning, says: "shift.was_absent", ["operator": shift.operatorCode])
        case (.swap(let shift), .shift(let other)):
            Notice(.done, says: "shift.was_swapped", ["operator": shift.operatorCode, "by": other.operatorCode])
        case (_, .person(let code)): Notice(.done, says: "shift.was_added", ["operator": code])
        default: Notice(.done, says: "shift.was_added", ["operator": ""])
        }
    }
}

extension Shift {
    /// The same hours for somebody else.
    fileprivate func plan(for code: String, substituteFor: ShiftID?) -> ShiftCommand {
        .plan(
            operator: code, pattern: pattern, businessDate: businessDate, start: plannedStart, end: plannedEnd,
            substituteFor: substituteFor)
    }
}

extension RosterSlot {
    /// One more person; with hours of their own that lie outside of the pattern, the shift is not the pattern's.
    fileprivate func addition(of code: String, _ typed: Range<Instant>) -> ShiftCommand {
        .plan(
            operator: code, pattern: typed.overlaps(hours) ? pattern?.code : nil, businessDate: date,
            start: typed.lowerBound, end: typed.upperBound, substituteFor: nil)
    }
}
