import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

/// A line of a register as it is listed: its columns, and how it stands.
struct RegisterLine {
    let columns: [String]
    let mark: StateMark
    /// What the last column lists: where there is no room for all, whole ones of them are shown.
    private var parts: [String] = []

    init(_ row: RegisterRow, _ situation: Situation) {
        switch row {
        case .entry(let file):
            columns = RegisterLine.columns(file, situation)
            parts = RegisterLine.parts(file, situation)
            mark = StateMark(file.entry, situation)
        case .callBack(let call):
            let due = call.content.callBackAt ?? call.started
            columns = [
                situation.dayAndClock(due), call.number, call.callBackBy ?? call.operatorCode,
                situation.label(.language, call.content.language),
            ]
            mark =
                due < situation.now
                ? StateMark(
                    glyph: .overdue, word: situation.say("registers.late_by", ["age": situation.age(since: due)]),
                    role: .warning)
                : StateMark(glyph: .idle, word: situation.say("registers.status.open"), role: .text)
        case .caseTask(let file, let task):
            columns = [
                task.due.map(situation.shortDay) ?? "", task.responsible,
                situation.say("registers.task_of_case", ["case": file.number, "task": String(task.number)]),
            ]
            mark = StateMark(task, of: file, situation)
        }
    }

    private static func columns(_ file: EntryFile, _ situation: Situation) -> [String] {
        switch file.entry.content {
        case .task(let task):
            [
                situation.shortDay(task.due), task.responsible,
                file.what?.revealed.split(separator: "\n").joined(separator: " ") ?? situation.say("detail.erased"),
            ]
        case .mission(let mission):
            [
                situation.shortDay(mission.date), situation.label(.country, mission.country),
                situation.text(of: mission.persons),
            ]
        case .indicator(let indicator):
            [
                indicator.code, situation.short(from: indicator.first, to: indicator.last),
                "\(RegisterLine.number(indicator.actual)) / \(RegisterLine.number(indicator.target))",
                indicator.source ?? "",
            ]
        case .return(let asked):
            [
                situation.hotline.territory(asked.territory)?.name ?? asked.territory, asked.subject,
                situation.short(from: asked.first, to: asked.last), situation.text(of: asked.answer?.figures ?? []),
            ]
        }
    }

    private static func parts(_ file: EntryFile, _ situation: Situation) -> [String] {
        switch file.entry.content {
        case .task, .indicator: []
        case .mission(let mission): mission.persons.map(situation.text)
        case .return(let asked): (asked.answer?.figures ?? []).map(situation.text)
        }
    }

    private static func number(_ value: Int?) -> String { value.map { String($0) } ?? "\(Glyph.none)" }

    // MARK: - Drawing

    private static let gap = 2

    /// Each column as wide as its longest text; the last one has what is left
    /// beside the states, which stand at the end. What it lacks the widest one
    /// before it gives, down to what is still known for what it is.
    static func widths(of lines: [RegisterLine], room: Int) -> [Int] {
        let count = lines.map(\.columns.count).max() ?? 0
        let states = lines.map { cellWidth(of: $0.mark.text) }.max() ?? 0
        var left = max(0, room - states - 3)
        let longest = (0..<count).map { place in
            lines.map { $0.columns.count > place ? cellWidth(of: $0.columns[place]) : 0 }.max() ?? 0
        }
        var widths = longest.enumerated().map { place, longest in
            let isLast = place == count - 1
            let width = min(isLast ? left : min(longest, max(6, room / 3)), left)
            left = max(0, left - width - gap)
            return width
        }
        if let last = widths.indices.last, let widest = widths.indices.dropLast().max(by: { widths[$0] < widths[$1] })
        {
            let given = max(0, min(longest[last] - widths[last], widths[widest] - widthKept))
            widths[last] += given
            widths[widest] -= given
        }
        return widths + [states]
    }

    private static let widthKept = 14

    func draw(on surface: inout Surface, _ widths: [Int]) {
        let states = widths.last ?? 0
        var x = 1
        for (place, text) in columns.enumerated() where place < widths.count - 1 {
            let isList = place == columns.count - 1 && !parts.isEmpty
            let text = isList ? wholeParts(parts, within: widths[place]) : text
            surface.put(text, x: x, y: 0, role: place == 0 ? .strong : .text, maxWidth: widths[place])
            x += widths[place] + RegisterLine.gap
        }
        surface.put(mark.text, x: max(0, surface.width - states - 1), y: 0, role: mark.role, maxWidth: states)
    }
}

extension EntryContent.TerritoryReturn.Answer {
    fileprivate var figures: [NamedFigure] {
        if case .received(_, let figures) = self { figures } else { [] }
    }
}

extension StateMark {
    /// `○ open`, `! overdue since 14 Sep`, `✓ done`, `– no response`.
    init(_ entry: Entry, _ situation: Situation) {
        let say = situation.say
        if case .return(let asked) = entry.content, asked.answer == .some(.none) {
            self.init(glyph: .none, word: say("registers.status.no_response"), role: .warning)
        } else if entry.isOverdue(on: situation.live.businessDate), let due = entry.content.due {
            let since = ["due": situation.shortDay(due)]
            self.init(glyph: .overdue, word: say("case.task.overdue", since), role: .warning)
        } else {
            switch entry.status {
            case .open: self.init(glyph: .idle, word: say("registers.status.open"), role: .text)
            case .done: self.init(glyph: .done, word: say("registers.status.done"), role: .good)
            case .withdrawn: self.init(glyph: .none, word: say("registers.status.withdrawn"), role: .faint)
            }
        }
    }
}

extension Situation {
    /// `2 unaccompanied child, 7 victim of trafficking`
    func text(of persons: [PersonCount]) -> String { persons.map(text).joined(separator: ", ") }
    func text(of figures: [NamedFigure]) -> String { figures.map(text).joined(separator: ", ") }

    fileprivate func text(of person: PersonCount) -> String {
        "\(person.count) \(label(.beneficiary, person.category))"
    }

    fileprivate func text(of figure: NamedFigure) -> String { "\(figure.name) \(figure.value)" }

    func text(from first: BusinessDate, to last: BusinessDate) -> String { title(of: first...max(first, last)) }

    /// A period as one types it, with its year: `2009-09`, `2009-Q3`, `2009`, `2008-10/2009-09`; else its days.
    func short(from first: BusinessDate, to last: BusinessDate) -> String {
        let (from, to) = (Period(month: first).name, Period(month: last).name)
        let names = ["\(first.year)", "\(first.year)-Q\((first.month + 2) / 3)", from, "\(from)/\(to)"]
        let period = names.lazy.compactMap { Period($0) }.first { $0.first == first && $0.last == last }
        return period?.name ?? text(from: first, to: last)
    }
}
