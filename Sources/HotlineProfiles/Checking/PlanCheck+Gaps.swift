import HotlineDomain

/// Hours in which a line is open and nobody is planned to answer.
extension PlanCheck {
    private struct Gap: Hashable {
        let line: Int
        let from: String
        let to: String
        /// The pattern that runs then and has nobody; nil where none does.
        let pattern: String?
        /// Where it is mended: the entry that left off, the pattern, or the line's hours.
        let path: SourcePath
    }

    var gaps: [ProfileProblem] {
        let answering = turns.filter { !$0.hours.isEmpty && answers($0.pattern.code) }
        let covered = TimeSet(answering.filter { $0.people.contains(where: mayAnswer) }.map(\.hours))
        var found: [(Gap, BusinessDate)] = []
        for index in draft.lines.indices {
            guard let zone = try? ZoneRules.named(draft.lines[index].value.zone) else { continue }
            for (date, open) in openHours(draft.lines[index].value, zone) {
                for gap in covered.missing(in: open) {
                    found += split(gap, date).map { part, pattern in
                        let named = Gap(
                            line: index, from: start(part, zone), to: end(part, zone), pattern: pattern,
                            path: place(pattern, date, line: index))
                        return (named, date)
                    }
                }
            }
        }
        return grouped(found, problem)
    }

    private func start(_ gap: Range<Instant>, _ zone: ZoneRules) -> String {
        let clock = zone.wallClock(at: gap.lowerBound)
        return "\(clock.hour.padded(2)):\(clock.minute.padded(2))"
    }

    /// One minute after its last minute: 24:00 rather than 00:00, and 02:00 also
    /// where clocks then go on to 03:00.
    private func end(_ gap: Range<Instant>, _ zone: ZoneRules) -> String {
        let clock = zone.wallClock(at: gap.upperBound - .minutes(1))
        let minutes = clock.secondsOfDay / 60 + 1
        return "\((minutes / 60).padded(2)):\((minutes % 60).padded(2))"
    }

    private func problem(_ gap: Gap, _ when: Occurrence) -> ProfileProblem {
        draft.problem(
            gap.pattern == nil ? .rosterGapWithoutPattern : .rosterGap, at: gap.path,
            [
                "line": .text(draft.lines[gap.line].value.code), "from": .text(gap.from), "to": .text(gap.to),
                "pattern": .text(gap.pattern ?? ""), "when": when.detail(horizon: horizon),
            ])
    }

    // MARK: Who answers

    /// Specialists and supervisors are on duty, but only operators answer. One
    /// nobody knows or who is inactive has a problem of its own.
    private func mayAnswer(_ code: String) -> Bool {
        draft.operators.first { $0.value.code == code }?.value.has(.operator) ?? true
    }

    /// Whether a pattern is for those who answer: one that only others work, such
    /// as a specialist's duty, cannot close a gap.
    private func answers(_ pattern: String) -> Bool {
        let people = draft.roster.filter { $0.value.pattern == pattern }.flatMap(\.value.operators)
        return people.isEmpty || people.contains(where: mayAnswer)
    }

    // MARK: When a line is open

    private func openHours(_ line: Line, _ lineZone: ZoneRules) -> [(BusinessDate, Range<Instant>)] {
        let all = (dates.lowerBound.days...dates.upperBound.days).map(BusinessDate.init(days:))
        let open = all.filter(line.opens)
        guard line.hours.isAllDay else { return open.map { ($0, line.hours.hours(on: $0, zone: lineZone)) } }
        // A line that never closes has no hour at which its day begins: the first
        // pattern of the day gives it, and the first entry of all opens the roster.
        let begins = patterns.filter { answers($0.code) }.map(\.from).min() ?? line.hours.from
        let opened = draft.roster.compactMap { entry in
            patterns.first { $0.code == entry.value.pattern }?
                .hours(on: entry.value.first, zone: zone).lowerBound
        }.min()
        return open.map { date in
            let start = zone.instant(date, begins)
            let end = zone.instant(date + 1, begins)
            return (date, max(start, min(opened ?? start, end))..<end)
        }
    }

    // MARK: Where it is mended

    /// The parts of a gap by the pattern that should have closed it. A pattern that
    /// nobody works who answers is meant only where it runs all through a part:
    /// a night given to a specialist by mistake, not a specialist's duty by day.
    private func split(_ gap: Range<Instant>, _ date: BusinessDate) -> [(Range<Instant>, pattern: String?)] {
        var parts: [(Range<Instant>, String?)] = []
        var rest = TimeSet([gap])
        for pattern in patterns where answers(pattern.code) {
            for hours in hours(of: pattern, around: date) {
                for part in rest.common(with: hours) { parts.append((part, pattern.code)) }
                rest = rest.without(hours)
            }
        }
        return parts
            + rest.ranges.map { part in
                let whole = patterns.first { pattern in
                    hours(of: pattern, around: date).contains { $0.clamped(to: part) == part }
                }
                return (part, whole?.code)
            }
    }

    private func hours(of pattern: Pattern, around date: BusinessDate) -> [Range<Instant>] {
        [date - 1, date, date + 1].map { pattern.hours(on: $0, zone: zone) }
    }

    private func place(_ pattern: String?, _ date: BusinessDate, line: Int) -> SourcePath {
        guard let pattern else { return draft.lines[line].path.key("hours") }
        let entries = draft.roster.filter { $0.value.pattern == pattern }
        let before = entries.filter { $0.value.first <= date }.max { $0.value.first < $1.value.first }
        return (before ?? entries.first)?.path ?? draft.patterns.first { $0.value.code == pattern }?.path
            ?? SourcePath()
    }
}
