import HotlineDomain
import HotlineReports
import HotlineStore
import TerminalUI

/// A month in figures, or any other period; every figure leads to the calls behind it.
public struct ReportsScreen: ConsoleScreen {
    public static let title = "reports.title"

    var period: Period
    /// Of the period; nil until it is read.
    var report: PeriodReport?
    var sections = ListWindow<ReportSection>.ofWhole
    var figures = ListWindow<ReportFigure>.ofWhole
    /// The section whose figures stand on the right, and whether the cursor is among them.
    var shown: ReportSection?
    var isInside = false
    /// A period is being typed.
    var entry: TextField?
    var isWide = false

    public init(_ situation: Situation) {
        period = Period(month: situation.live.businessDate)
    }

    public var isWriting: Bool { entry != nil }

    /// The figure under the cursor.
    var selected: ReportFigure? {
        guard let report else { return nil }
        if isInside { return figures.selected }
        if case .step(let step)? = sections.selected { return step.figure(report) }
        return nil
    }

    public func isMet(_ requirement: Requirement, _ situation: Situation) -> Bool {
        switch requirement {
        case .figure: selected.map { $0.n > 0 } ?? isAtSection
        // A section opens for everybody, the calls behind a figure do not.
        case .dutyReadCalls: selected == nil || situation.isMet(requirement)
        case .sosFigure: (selected?.sos ?? 0) > 0
        default: situation.isMet(requirement)
        }
    }

    /// Enter goes into the section.
    private var isAtSection: Bool { !isInside && sections.selected != nil }
}

/// A line of the report's left side.
enum ReportSection: Hashable, Sendable, Identifiable {
    /// A step of the funnel.
    case step(ReportStep)
    /// What became of the SOS.
    case outcomes
    case breakdown(Dimension)

    var id: ReportSection { self }

    static let all: [ReportSection] =
        ReportStep.allCases.map { .step($0) } + [.outcomes] + PeriodReport.dimensions.map { .breakdown($0) }
}

/// Calls, those of them that were SOS, the cases opened, those referred.
enum ReportStep: String, Hashable, Sendable, CaseIterable {
    case calls, sos
    case casesOpened = "cases_opened"
    case referred

    var measure: Measure {
        switch self {
        case .calls: .calls
        case .sos: .sos
        case .casesOpened: .casesOpened
        case .referred: .referred
        }
    }

    var count: KeyPath<Funnel, Int> {
        switch self {
        case .calls: \.calls
        case .sos: \.sos
        case .casesOpened: \.casesOpened
        case .referred: \.referred
        }
    }

    /// The section that says what the number is made of.
    var explained: ReportSection? {
        switch self {
        case .calls: .breakdown(.class)
        case .sos: .outcomes
        case .casesOpened, .referred: nil
        }
    }

    /// Of the step before.
    func share(_ funnel: Funnel) -> Share? {
        switch self {
        case .calls: nil
        case .sos: funnel.sosOfCalls
        case .casesOpened: funnel.casesOfSOS
        case .referred: funnel.referredOfCases
        }
    }

    func figure(_ report: PeriodReport) -> ReportFigure {
        ReportFigure(
            measure: measure, dimension: .all, key: CountKey.everything, n: report.funnel[keyPath: count],
            sos: self == .calls ? report.funnel.sos : 0, share: share(report.funnel))
    }
}

/// One number that can be opened.
struct ReportFigure: Hashable, Sendable, Identifiable {
    let measure: Measure
    let dimension: Dimension
    let key: String
    let n: Int
    /// How many of the calls were SOS.
    let sos: Int
    let share: Share?

    var id: String { key }

    func behind(_ period: Period, sosOnly: Bool = false) -> CallFilter {
        CallFilter(behind: CallsBehind(sosOnly ? .sos : measure, dimension, key, in: period.first...period.last))
    }
}

extension PeriodReport {
    func figures(_ section: ReportSection) -> [ReportFigure] {
        switch section {
        case .step: []
        case .outcomes:
            escalations.lines.map { line in
                ReportFigure(
                    measure: .escalations, dimension: .outcome, key: line.outcome, n: line.n, sos: 0,
                    share: Share(line.n, of: escalations.total))
            }
        case .breakdown(let dimension):
            lines(dimension).map { line in
                ReportFigure(
                    measure: .calls, dimension: dimension, key: line.key, n: line.calls, sos: line.sos,
                    share: Share(line.calls, of: whole(dimension)))
            }
        }
    }

    /// The calls that a breakdown divides: only a non-counselling call has a code.
    func whole(_ dimension: Dimension) -> Int {
        dimension == .code ? lines(dimension).reduce(0) { $0 + $1.calls } : funnel.calls
    }

    private func lines(_ dimension: Dimension) -> [Breakdown.Line] {
        (self[dimension]?.lines ?? []).filter { dimension != .code || $0.key != CountKey.notRecorded }
    }
}
