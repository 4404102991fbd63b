import HotlineDomain
import HotlineReports
import TerminalUI

extension ReportsScreen {
    public mutating func update(
        _ message: ScreenMessage<ReportsCommand>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch message {
        case .opened:
            sections.show(ReportSection.all)
            return [.load(.report(period))]
        // A long period takes a moment: keys that wait go first.
        case .changed: return [.loadWhenIdle(.report(period))]
        case .command(let command): return perform(command, situation)
        case .key(let key): return take(key)
        case .answered(.report(let report, let period)):
            guard period == self.period else { return [] }
            self.report = report
            showFigures()
            return []
        case .save, .chosen, .answered, .performed, .refused: return []
        }
    }

    public mutating func layOut(_ size: Size, _ situation: Situation) -> [Effect] {
        let layout = ReportsLayout(size)
        isWide = layout.isWide
        sections.resize(height: layout.sections.height)
        figures.resize(height: layout.figures.height)
        return []
    }

    /// The figures of the section under the cursor.
    private mutating func showFigures() {
        guard let report, let section = sections.selected else { return }
        if shown != section { figures.go(to: .first) }
        shown = section
        figures.show(report.figures(section))
    }

    private mutating func perform(_ command: ReportsCommand, _ situation: Situation) -> [Effect] {
        switch command {
        case .open: return open(sosOnly: false)
        case .sos: return open(sosOnly: true)
        case .otherPane:
            isInside = !isInside && !figures.rows.isEmpty
            return []
        case .before: return go(to: period.previous)
        case .after: return go(to: period.next)
        case .month: return go(to: Period(month: period.last))
        case .year:
            let start = situation.hotline.projectYearStartMonth
            return go(to: Period.projectYear(of: period.last, startMonth: start))
        case .period:
            entry = TextField(limit: 20)
            return []
        case .take: return takePeriod()
        }
    }

    /// What is behind a figure; from the name of a section, its figures.
    private mutating func open(sosOnly: Bool) -> [Effect] {
        if let selected { return [.open(.calls(selected.behind(period, sosOnly: sosOnly)))] }
        isInside = !figures.rows.isEmpty
        return []
    }

    private mutating func go(to period: Period?) -> [Effect] {
        guard let period else { return [] }
        self.period = period
        report = nil
        return [.load(.report(period))]
    }

    private mutating func takePeriod() -> [Effect] {
        guard let entry else { return [] }
        guard let period = Period(entry.text) else { return [.say(Notice(.warning, says: "reports.no_period"))] }
        self.entry = nil
        return go(to: period)
    }

    private mutating func take(_ key: Key) -> [Effect] {
        if entry != nil {
            if key == .escape { entry = nil } else { _ = entry?.handle(key) }
            return []
        }
        if key == .escape {
            guard isInside else { return [.back] }
            isInside = false
            return []
        }
        if isInside {
            _ = figures.handle(key)
        } else if sections.handle(key) {
            showFigures()
        }
        return []
    }
}
