import HotlineDomain
import HotlineReports
import TerminalUI
import Wording

/// The columns of a section: label, bar, count, share, SOS, and what it was
/// before; as wide as its figures need, the bar taking what is left.
struct FigureColumns {
    private let label: Int
    private let count: Int
    private let bar: Int
    /// Of those that have a bar.
    private let largest: Int
    private let hasSOS: Bool
    private let share: Int
    private let before: Int
    private let yearBefore: Int

    private static let shareMin = 16
    private static let sos = 7
    private static let barMin = 6
    private static let barEnough = 14
    private static let barMax = 40
    /// With less room than this the bar comes before the SOS, and what was before is left to the opened figure.
    private static let narrow = 60
    private static let comparedMin = 78

    init(_ rows: [ReportRow], width: Int, _ situation: Situation) {
        let lines = rows.compactMap(\.line)
        let widest = lines.reduce(0) { max($0, cellWidth(of: situation.name(of: $1.name))) }
        let isNarrow = width < FigureColumns.narrow
        let label = min(widest, max(8, isNarrow ? width / 4 : width / 3))
        let count = lines.reduce(1) { max($0, cellWidth(of: situation.text(of: $1.value))) }
        let share =
            2
            + lines.reduce(FigureColumns.shareMin) { widest, line in
                max(widest, line.shown.map { ShareText($0, situation.say).width } ?? 0)
            }
        let hasSOS = !isNarrow && lines.contains { $0.sos > 0 }
        let fixed = 1 + label + 2 + count + 2 + share + (hasSOS ? FigureColumns.sos : 0) + 2
        let hasBars = rows.contains { if case .figure(_, let chart) = $0 { chart != .none } else { false } }
        func column(_ values: [ReportLine.Value?], _ title: String) -> Int {
            guard width >= FigureColumns.comparedMin, values.contains(where: { $0 != nil }) else { return 0 }
            return values.reduce(cellWidth(of: situation.say(title))) {
                max($0, cellWidth(of: situation.compared($1)))
            }
        }
        var before = column(lines.map(\.before), "report.column.before")
        var yearBefore = column(lines.map(\.yearBefore), "report.column.year_before")
        // What does not fit is left out whole, the year first: it stands in the opened figure.
        let room = width - fixed - (hasBars ? FigureColumns.barMin : 0)
        if before + yearBefore + 4 > room { yearBefore = 0 }
        if before + 2 > room { before = 0 }
        let compared = (before > 0 ? before + 2 : 0) + (yearBefore > 0 ? yearBefore + 2 : 0)
        let left = max(0, width - fixed - compared)
        // A name that is cut takes what bars can spare.
        let longer = min(widest - label, max(0, left - (hasBars ? FigureColumns.barEnough : 0)))
        bar = hasBars ? min(FigureColumns.barMax, left - longer) : 0
        self.label = label + longer
        self.count = count
        self.share = share
        self.hasSOS = hasSOS
        self.before = before
        self.yearBefore = yearBefore
        largest = rows.reduce(0) { largest, row in
            guard case .figure(let line, let chart) = row, chart != .none else { return largest }
            return max(largest, line.n)
        }
    }

    /// Above the figures, over the columns that need a name.
    func drawTitles(on surface: inout Surface, y: Int, _ situation: Situation) {
        for (x, width, title) in compared {
            surface.put(
                situation.say("report.column.\(title)"), x: x, y: y, role: .faint, maxWidth: width, align: .right)
        }
    }

    func draw(_ row: ReportRow, on surface: inout Surface, _ situation: Situation) {
        switch row {
        case .title(let name, _):
            surface.put(situation.name(of: name), x: 1, y: 0, role: .heading, maxWidth: surface.width - 2)
        case .figure(let line, let chart): draw(line, chart, on: &surface, situation)
        }
    }

    private func draw(
        _ line: ReportLine, _ chart: ReportGroup.Chart, on surface: inout Surface, _ situation: Situation
    ) {
        let role: TerminalUI.Role = line.value.length == 0 ? .faint : .text
        surface.put(situation.name(of: line.name), x: 1, y: 0, role: role, maxWidth: label)
        var x = label + 3
        if bar > 0 {
            let length = chart == .none ? 0 : length(line.n)
            let start = chart == .funnel ? x + (bar - length) / 2 : x
            for place in 0..<length { surface.put(.bar8, x: start + place, y: 0, role: .label) }
            x += bar + 1
        }
        surface.put(situation.text(of: line.value), x: x, y: 0, role: role, maxWidth: count, align: .right)
        x += count + 2
        if let share = line.shown, line.value.length != 0 || chart == .none || chart == .funnel {
            ShareText(share, situation.say).draw(on: &surface, x: x)
        } else if case .time(_, let n) = line.value {
            surface.put("n = \(situation.say.integer(n))", x: x, y: 0, role: .faint)
        }
        x += share
        if hasSOS, line.sos > 0 {
            surface.put("\(Glyph.alarm) \(situation.say.integer(line.sos))", x: x, y: 0, role: .warning)
        }
        for ((x, width, _), value) in zip(compared, [line.before, line.yearBefore]) {
            surface.put(
                situation.compared(value), x: x, y: 0, role: .faint, maxWidth: width, align: .right)
        }
    }

    private var compared: [(x: Int, width: Int, title: String)] {
        let x = label + 3 + (bar > 0 ? bar + 1 : 0) + count + 2 + share + (hasSOS ? FigureColumns.sos : 0)
        guard before > 0 else { return [] }
        let first = [(x, before, "before")]
        return yearBefore > 0 ? first + [(x + before + 2, yearBefore, "year_before")] : first
    }

    /// Whatever was counted is seen.
    private func length(_ n: Int) -> Int {
        guard n > 0, largest > 0 else { return 0 }
        return max(1, Int((Double(n) / Double(largest) * Double(bar)).rounded()))
    }
}

extension ReportLine {
    /// Its share of a whole, or the share it is itself.
    var shown: Share? { if case .share(let own) = value { own } else { share } }
}

/// A share with both its numbers. Of a small whole the count leads and the
/// percentage stands back; of none there is nothing to say.
struct ShareText {
    private let count: String
    private let percentage: String
    private let isSmall: Bool
    private let isEmpty: Bool

    init(_ share: Share, _ say: Say) {
        count = "\(say.integer(share.n))/\(say.integer(share.of))"
        isSmall = share.isSmall
        isEmpty = share.of == 0
        percentage =
            switch share.percentage {
            case .undefined: "-"
            case .tenths(let tenths): say("reports.percent", ["number": say.decimal(tenths: tenths)])
            case .underOneTenth: say("reports.percent", ["number": "<\(say.decimal(tenths: 1))"])
            case .overNineHundredNinetyNineTenths: say("reports.percent", ["number": ">\(say.decimal(tenths: 999))"])
            }
    }

    /// The count first where the whole is small.
    var text: String { isEmpty ? percentage : isSmall ? "\(count)  \(percentage)" : "\(percentage)  \(count)" }

    var width: Int { isEmpty ? cellWidth(of: percentage) : cellWidth(of: count) + 2 + cellWidth(of: percentage) }

    func draw(on surface: inout Surface, x: Int, y: Int = 0) {
        guard !isEmpty else {
            surface.put(percentage, x: x, y: y, role: .faint)
            return
        }
        let first = isSmall ? count : percentage
        let second = isSmall ? percentage : count
        let used = surface.put(first, x: x, y: y)
        surface.put(second, x: x + used + 2, y: y, role: .faint)
    }
}
