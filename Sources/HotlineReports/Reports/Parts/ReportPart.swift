import HotlineDomain

/// A part of an internal report; the names are a promise to scripts.
public enum ReportPartName: String, Sendable, CaseIterable, Hashable {
    case funnel, time
    case `class`, code, topic, country, language, caller, line, hour, weekday, shift, `operator`, heard, outcome
    case sos, reaction, cases, referrals, services, stays, missions, indicators, returns
    case queue, staffing, completeness, quality

    /// The dimension of the calls it tells of.
    public var dimension: Dimension? {
        switch self {
        case .funnel, .time, .sos, .reaction, .cases, .referrals, .services, .stays, .missions, .indicators, .returns,
            .queue, .staffing, .completeness, .quality:
            nil
        default: Dimension(rawValue: rawValue)
        }
    }

    /// Those that are counted without reading more than the count tables.
    public var isOfCounts: Bool { dimension != nil || self == .sos }

    /// Keys of the sentences that stand under it: what it counts, and what it leaves out.
    public var title: String { "report.part.\(rawValue)" }
}

/// Lines of a report that belong together, under one heading.
public struct ReportPart: Hashable, Sendable, Identifiable {
    public let name: ReportPartName
    public var groups: [ReportGroup]
    /// Key of a sentence that stands where figures would, and says why there are none.
    public let note: String?
    public var id: ReportPartName { name }

    public init(_ name: ReportPartName, _ groups: [ReportGroup], note: String? = nil) {
        self.name = name
        self.note = note
        self.groups = groups.filter { !$0.lines.isEmpty }
    }

    public var lines: [ReportLine] { groups.flatMap(\.lines) }
}

/// Lines that one chart shows.
public struct ReportGroup: Hashable, Sendable {
    public enum Chart: Hashable, Sendable {
        case bars
        /// Side by side: steps of time.
        case columns
        /// Each a part of the one above.
        case funnel
        case none
    }

    /// What it is called; nil: it is the whole part.
    public let title: ReportLine.Name?
    public let chart: Chart
    public var lines: [ReportLine]

    public init(_ title: ReportLine.Name? = nil, _ chart: Chart = .bars, _ lines: [ReportLine]) {
        self.title = title
        self.chart = chart
        self.lines = lines
    }
}

extension ReportGroup {
    /// Without the codes that nothing was counted for, now and before; of steps of time without
    /// the empty ones at both ends.
    var counted: [ReportLine] {
        func isEmpty(_ line: ReportLine) -> Bool {
            line.value.length == 0 && [line.before, line.yearBefore].allSatisfy { ($0?.length ?? 0) == 0 }
        }
        switch chart {
        case .none, .funnel: return lines
        case .bars: return lines.filter { !isEmpty($0) }
        case .columns:
            guard let first = lines.firstIndex(where: { !isEmpty($0) }),
                let last = lines.lastIndex(where: { !isEmpty($0) })
            else { return [] }
            return Array(lines[first...last])
        }
    }
}

extension InternalReport {
    /// Everything, each figure beside what it was before.
    public var parts: [ReportPart] {
        ReportPartName.allCases.map(part).filter { !$0.groups.isEmpty || $0.note != nil }
    }

    public func part(_ name: ReportPartName) -> ReportPart {
        var part = name == .time ? time : now.part(name)
        let earlier = [before, yearBefore].map { $0.map { $0.part(name).values } }
        for (place, group) in part.groups.enumerated() {
            for (row, line) in group.lines.enumerated() {
                let found = earlier.map { $0.flatMap { line.value(among: $0, isWhole: name.isOfCounts) } }
                part.groups[place].lines[row].before = found[0]
                part.groups[place].lines[row].yearBefore = found[1]
            }
        }
        return part
    }

    /// The days of a month, or the months of what is longer, up to today.
    private var time: ReportPart {
        let past = steps.filter { $0.period.first <= today }
        return ReportPart(
            .time,
            [
                ReportGroup(
                    nil, .columns,
                    past.map { step in
                        ReportLine(
                            step.period.name, .period(step.period), .count(step.calls), sos: step.sos,
                            formula: "report.formula.calls")
                    })
            ])
    }

    /// What is in none of the counts of calls.
    public var leftOut: [(name: String, n: Int)] {
        let quality = now.house.quality
        return [
            ("report.line.tests", quality.tests), ("report.line.unfinished", quality.unfinished),
            ("report.line.discarded", quality.discarded),
        ]
    }
}

extension ReportPart {
    fileprivate var values: [String: ReportLine.Value] {
        Dictionary(lines.map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
}

extension ReportLine {
    /// What it was in a part of another time. A code that was not counted there was there no time;
    /// where the part had nothing at all, nobody knows.
    fileprivate func value(among values: [String: Value], isWhole: Bool) -> Value? {
        if let value = values[id] { return value }
        if case .count = value, isWhole || !values.isEmpty { return .count(0) }
        return nil
    }
}
