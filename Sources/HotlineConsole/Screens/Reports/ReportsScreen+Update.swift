import HotlineDomain
import HotlineReports
import HotlineStore
import TerminalUI

extension ReportsScreen {
    public mutating func update(
        _ message: ScreenMessage<ReportsCommand>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch message {
        case .opened:
            sections.show(ReportSection.all.filter { $0 != .breakdown(.operator) || situation.seesOperators })
            return [.load(.report(period))]
        // A long period takes a moment: keys that wait go first.
        case .changed: return [.loadWhenIdle(.report(period))]
        case .command(let command): return perform(command, situation)
        case .key(let key): return take(key)
        case .answered(.report(let report, let period)):
            guard period == self.period else { return [] }
            let isAsBefore = self.report == report && whole != nil
            self.report = report
            showFigures()
            // Of what changed since, only what is looked at is worth reading anew.
            return isAsBefore && !isAtHouse ? [] : [.loadWhenIdle(.wholeReport(period))]
        case .answered(.wholeReport(let whole, let period)):
            guard period == self.period else { return [] }
            take(whole)
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

    private var isAtHouse: Bool { if case .house? = shown { true } else { false } }

    private mutating func take(_ whole: InternalReport) {
        self.whole = whole
        report = whole.now.counts
        leading = [:]
        for part in whole.parts { leading[part.name] = ReportLine.leading(part) }
        if let line = opened, let part = shown.flatMap(part) {
            opened = part.lines.first { $0.id == line.id } ?? line
        }
        showFigures()
    }

    /// The figures of the section under the cursor.
    private mutating func showFigures() {
        guard report != nil, let section = sections.selected else { return }
        if shown != section { figures.go(to: .first) }
        shown = section
        figures.show(part(section).map(ReportRow.rows) ?? [])
    }

    private mutating func perform(_ command: ReportsCommand, _ situation: Situation) -> [Effect] {
        switch command {
        case .open: return open(sosOnly: false)
        case .sos: return open(sosOnly: true)
        case .explain:
            opened = opened == nil ? selected : nil
            return []
        case .otherPane:
            opened = nil
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
        if let selected {
            return selected.behind(period, sosOnly: sosOnly).map { [.open(.calls(CallFilter(behind: $0)))] } ?? []
        }
        isInside = !figures.rows.isEmpty
        // On a title nothing can be opened: the first figure is under it.
        if isInside, figures.selected?.line == nil { _ = figures.handle(.down) }
        return []
    }

    private mutating func go(to period: Period?) -> [Effect] {
        guard let period else { return [] }
        self.period = period
        report = nil
        whole = nil
        opened = nil
        leading = [:]
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
            if opened != nil {
                opened = nil
                return []
            }
            guard isInside else { return [.back] }
            isInside = false
            return []
        }
        opened = nil
        if isInside {
            _ = figures.handle(key)
        } else if sections.handle(key) {
            showFigures()
        }
        return []
    }
}

extension Situation {
    /// Whether a table of operators is theirs to read, or their own line of it.
    var seesOperators: Bool {
        guard let person else { return true }
        return OperatorRows(for: person) != .none
    }
}
