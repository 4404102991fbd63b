import HotlineDomain
import HotlineReports
import TerminalUI
import Wording

/// The columns of a section: label, bar, count, share, SOS; as wide as its
/// figures need, the bar taking what is left.
struct FigureColumns {
    private let label: Int
    private let count: Int
    private let bar: Int
    private let largest: Int
    private let hasSOS: Bool

    private let share: Int

    private static let shareMin = 16
    private static let sos = 7
    private static let barMax = 40
    /// With less room than this the bar comes before the SOS.
    private static let narrow = 60

    init(_ figures: [ReportFigure], width: Int, _ situation: Situation) {
        let widest = figures.reduce(0) { max($0, cellWidth(of: situation.label(of: $1))) }
        let isNarrow = width < FigureColumns.narrow
        label = min(widest, max(8, isNarrow ? width / 4 : width / 3))
        count = figures.reduce(1) { max($0, cellWidth(of: situation.say.integer($1.n))) }
        share =
            2
            + figures.compactMap(\.share).reduce(FigureColumns.shareMin) {
                max($0, ShareText($1, situation.say).width)
            }
        hasSOS = !isNarrow && figures.contains { $0.sos > 0 }
        largest = figures.reduce(0) { max($0, $1.n) }
        let fixed = 1 + label + 2 + count + 2 + share + (hasSOS ? FigureColumns.sos : 0) + 2
        bar = min(FigureColumns.barMax, max(0, width - fixed))
    }

    func draw(_ figure: ReportFigure, on surface: inout Surface, _ situation: Situation) {
        let role: TerminalUI.Role = figure.n == 0 ? .faint : .text
        surface.put(situation.label(of: figure), x: 1, y: 0, role: role, maxWidth: label)
        var x = label + 3
        if bar > 0 {
            for place in 0..<length(figure.n) { surface.put(.bar8, x: x + place, y: 0, role: .label) }
            x += bar + 1
        }
        surface.put(situation.say.integer(figure.n), x: x, y: 0, role: role, maxWidth: count, align: .right)
        x += count + 2
        if figure.n > 0, let share = figure.share { ShareText(share, situation.say).draw(on: &surface, x: x) }
        x += share
        if hasSOS, figure.sos > 0 {
            surface.put("\(Glyph.alarm) \(situation.say.integer(figure.sos))", x: x, y: 0, role: .warning)
        }
    }

    /// Whatever was counted is seen.
    private func length(_ n: Int) -> Int {
        guard n > 0, largest > 0 else { return 0 }
        return max(1, Int((Double(n) / Double(largest) * Double(bar)).rounded()))
    }
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
