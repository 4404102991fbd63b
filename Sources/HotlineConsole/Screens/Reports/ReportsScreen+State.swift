import HotlineDomain
import HotlineReports
import HotlineStore
import TerminalUI

/// A month in figures, or any other period; every figure opens to how it is made and to the calls behind it.
public struct ReportsScreen: ConsoleScreen {
    public static let title = "reports.title"

    var period: Period
    /// What the count tables hold of the period; nil until it is read.
    var report: PeriodReport?
    /// Everything else with it, and what it was before: read when no key waits.
    var whole: InternalReport?
    /// The main figure of each part of it.
    var leading: [ReportPartName: ReportLine] = [:]
    var sections = ListWindow<ReportSection>.ofWhole
    var figures = ListWindow<ReportRow>.ofWhole
    /// The section whose figures stand on the right, and whether the cursor is among them.
    var shown: ReportSection?
    var isInside = false
    /// The figure that is opened to how it is made.
    var opened: ReportLine?
    /// A period is being typed.
    var entry: TextField?
    var isWide = false

    public init(_ situation: Situation) {
        period = Period(month: situation.live.businessDate)
    }

    public var isWriting: Bool { entry != nil }

    /// The figure under the cursor.
    var selected: ReportLine? {
        guard let report else { return nil }
        if let opened { return opened }
        if isInside { return figures.selected?.line }
        guard case .step(let step)? = sections.selected else { return nil }
        return whole.flatMap { $0.part(.funnel).lines.first { $0.id == step.rawValue } } ?? step.line(report)
    }

    /// The figures of a section, as far as they are read.
    func part(_ section: ReportSection) -> ReportPart? {
        guard let name = section.part else { return nil }
        return whole?.part(name) ?? report?.part(name)
    }

    public func isMet(_ requirement: Requirement, _ situation: Situation) -> Bool {
        switch requirement {
        case .figure: selected.map { $0.n > 0 && $0.behind != nil } ?? isAtSection
        // A section opens for everybody, the calls behind a figure do not.
        case .dutyReadCalls: selected == nil || situation.isMet(requirement)
        case .sosFigure: (selected?.sos ?? 0) > 0
        default: situation.isMet(requirement)
        }
    }

    /// Enter goes into the section.
    private var isAtSection: Bool { !isInside && sections.selected != nil }
}
