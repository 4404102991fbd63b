import HotlineDomain

/// Operators whom the roster has in two shifts at once.
extension PlanCheck {
    private struct Overlap: Hashable {
        let place: Place
        let pattern: String
        let other: Place
        let otherPattern: String
    }

    private struct Shift {
        let place: Place
        let turn: Turn
    }

    var overlaps: [ProfileProblem] {
        var shifts: [String: [Shift]] = [:]
        for turn in turns where !turn.hours.isEmpty {
            for place in turn.places where isCertain(place) {
                shifts[place.operator, default: []].append(Shift(place: place, turn: turn))
            }
        }
        let found = shifts.keys.sorted().flatMap { overlaps(of: shifts[$0] ?? []) }
        return grouped(found) { overlap, when in
            draft.problem(
                .rosterOverlap,
                at: draft.roster[overlap.place.entry].path.key("operators").item(overlap.place.index),
                [
                    "operator": .text(overlap.place.operator), "pattern": .text(overlap.pattern),
                    "other": .text(overlap.otherPattern),
                    "other_line": .number(draft.source.value(draft.roster[overlap.other.entry].path).line),
                    "when": when.detail(horizon: horizon),
                ])
        }
    }

    /// Each shift against those before it that have not ended when it starts; the
    /// one further down in the file is the one to mend.
    private func overlaps(of shifts: [Shift]) -> [(matter: Overlap, date: BusinessDate)] {
        let shifts = shifts.sorted {
            ($0.turn.hours.lowerBound, $0.place.entry) < ($1.turn.hours.lowerBound, $1.place.entry)
        }
        var found: [(Overlap, BusinessDate)] = []
        var running: [Shift] = []
        for shift in shifts {
            running.removeAll { $0.turn.hours.upperBound <= shift.turn.hours.lowerBound }
            for other in running where other.place.entry != shift.place.entry || other.turn.date != shift.turn.date {
                let (mend, kept) = shift.place.entry < other.place.entry ? (other, shift) : (shift, other)
                let overlap = Overlap(
                    place: mend.place, pattern: mend.turn.pattern.code, other: kept.place,
                    otherPattern: kept.turn.pattern.code)
                found.append((overlap, mend.turn.date))
            }
            running.append(shift)
        }
        return found
    }

    private func isCertain(_ place: Place) -> Bool {
        let entry = draft.roster[place.entry]
        return !entry.hasBadDate && entry.value.last.map { $0 >= entry.value.first } ?? true
    }
}
