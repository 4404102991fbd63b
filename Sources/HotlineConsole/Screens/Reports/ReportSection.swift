import HotlineDomain
import HotlineReports
import HotlineStore

/// A line of the report's left side.
enum ReportSection: Hashable, Sendable, Identifiable {
    /// A step of the funnel.
    case step(ReportStep)
    /// What became of the SOS.
    case outcomes
    case breakdown(Dimension)
    /// What is known beside the counts of calls; it is read after them.
    case house(ReportPartName)

    var id: ReportSection { self }

    static let all: [ReportSection] =
        ReportStep.allCases.map { .step($0) } + [.outcomes] + PeriodReport.dimensions.map { .breakdown($0) }
        + ReportPartName.allCases.filter { !$0.isOfCounts }.map { .house($0) }

    /// The part of the report it stands for; a step is a line of one.
    var part: ReportPartName? {
        switch self {
        case .step: nil
        case .outcomes: .sos
        case .breakdown(let dimension): ReportPartName(rawValue: dimension.rawValue)
        case .house(let part): part
        }
    }
}

/// Calls, those of them that were SOS, the cases opened, those referred.
enum ReportStep: String, Hashable, Sendable, CaseIterable {
    case calls, sos
    case casesOpened = "cases_opened"
    case referred

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

    func line(_ report: PeriodReport) -> ReportLine? {
        report.part(.funnel).lines.first { $0.id == rawValue }
    }
}

/// A row of a section's figures: one of them, or what the next ones have in common.
enum ReportRow: Hashable, Sendable, Identifiable {
    case title(ReportLine.Name, group: Int)
    case figure(ReportLine, chart: ReportGroup.Chart)

    var id: String {
        switch self {
        case .title(_, let group): "#\(group)"
        case .figure(let line, _): line.id
        }
    }

    var line: ReportLine? { if case .figure(let line, _) = self { line } else { nil } }

    /// A group that has no name is the whole part.
    static func rows(_ part: ReportPart) -> [ReportRow] {
        part.groups.enumerated().flatMap { place, group in
            (group.title.map { [ReportRow.title($0, group: place)] } ?? [])
                + group.lines.map { ReportRow.figure($0, chart: group.chart) }
        }
    }
}

extension ReportLine {
    /// As many as it counts; a length counts none.
    var n: Int { value.length ?? 0 }

    /// The calls behind it, in a period.
    func behind(_ period: Period, sosOnly: Bool = false) -> CallsBehind? {
        behind.map { CallsBehind(sosOnly ? .sos : $0.measure, $0.dimension, $0.key, in: period.first...period.last) }
    }

    /// The main figure of a part, which stands beside its name.
    static func leading(_ part: ReportPart) -> ReportLine? {
        let id: String? =
            switch part.name {
            // A median of none says less than that nobody was taken in hand.
            case .reaction: part.lines.contains { $0.value == .time(nil, of: 0) } ? "acknowledged" : "ack_median"
            case .cases: "open_at_end"
            case .stays: "stays.at_end"
            case .missions: "persons"
            case .queue: "service_level"
            case .staffing: "unstaffed"
            case .quality: "unfinished"
            case .funnel: "cohort.cases_opened"
            default: nil
            }
        return id.map { id in part.lines.first { $0.id == id } } ?? part.lines.first
    }
}
