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
    var picker: Picker<Picked>

    /// The catalogue key of the question.
    var question: String {
        switch purpose {
        case .substitute: "shift.ask_substitute"
        case .addition: "shift.ask_operator"
        case .swap: "shift.ask_swap"
        }
    }

    var selected: Picked? { picker.selected?.id }

    init(_ purpose: Purpose, _ shifts: [Shift], _ situation: Situation) {
        self.purpose = purpose
        switch purpose {
        case .substitute(let shift, _):
            let people = ShiftPicking.people(
                for: shift.plannedStart..<shift.plannedEnd, except: shift.operatorCode, shifts, situation)
            picker = Picker([ShiftPicking.nobody(situation)] + people)
        case .addition(let slot):
            picker = Picker(ShiftPicking.people(for: slot.hours, except: nil, shifts, situation))
        case .swap(let shift):
            picker = Picker(ShiftPicking.others(than: shift, shifts, situation))
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
    func commands(_ picked: Picked, _ around: Surroundings) -> [Command] {
        switch (purpose, picked) {
        case (.substitute(let shift, let reason), .nobody): [.shift(shift.id, .absent(reason: reason))]
        case (.substitute(let shift, let reason), .person(let code)):
            [
                .shift(shift.id, .absent(reason: reason)),
                .shift(around.newID(), shift.plan(for: code, substituteFor: shift.id)),
            ]
        case (.addition(let slot), .person(let code)):
            [
                .shift(
                    around.newID(),
                    .plan(
                        operator: code, pattern: slot.pattern?.code, businessDate: slot.date,
                        start: slot.hours.lowerBound, end: slot.hours.upperBound, substituteFor: nil))
            ]
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
