import HotlineDomain

/// What a reader of a pack has to know beside its figures.
public enum PackNote: Hashable, Sendable {
    /// Some of its months may still change.
    case draft
    case thresholds(Thresholds)
    /// Which version of the formulas.
    case definitions(Int)
    /// No table of this family for this window, and why.
    case withheld(FamilyName, Period, Publication.Reason)
    /// Nobody records it.
    case notCollected(FamilyName)
    /// No window of this family ends in the period.
    case noWindow(FamilyName, WindowLength)
    /// So many lines of the table do not tell their SOS.
    case hiddenSOS(FamilyName, Period, lines: Int)
    /// Codes with small counts stand together.
    case merged(FamilyName, Period)
    /// An earlier month was amended after its closing; its figures stay as they were.
    case correction(ClosedMonth.Correction)
    case noSwitch
    /// So many returns of those asked for, and whose.
    case returnsMissing(Share, from: [String])

    /// In the order in which they are read.
    static func all(
        _ input: PackInput, _ families: [FamilyFigures], _ service: ServiceFigures, _ returns: ReturnFigures?
    )
        -> [PackNote]
    {
        let inPeriod = input.months.filter { input.period.contains($0.period.first) }
        var notes: [PackNote] = input.isDraft ? [.draft] : []
        notes.append(.thresholds(input.thresholds))
        notes += Set(input.months.map(\.definitions)).sorted().map { PackNote.definitions($0) }
        notes += inPeriod.flatMap(\.corrections).map { PackNote.correction($0) }
        if service.queue == nil { notes.append(.noSwitch) }
        if let returns, !returns.silent.isEmpty {
            notes.append(.returnsMissing(returns.outstanding, from: returns.silent))
        }
        // What is not there before what is there but for its small numbers.
        let told = families.flatMap { PackNote.notes($0) }
        notes += told.filter { !$0.isOfLines } + told.filter(\.isOfLines)
        return notes
    }

    private var isOfLines: Bool {
        switch self {
        case .merged, .hiddenSOS: true
        default: false
        }
    }

    private static func notes(_ figures: FamilyFigures) -> [PackNote] {
        let name = figures.family.name
        if figures.windows.isEmpty { return [.noWindow(name, figures.family.window)] }
        return figures.windows.flatMap { window -> [PackNote] in
            switch window.publication {
            case .nothing(.empty): return []
            case .nothing(.notCollected): return [.notCollected(name)]
            case .nothing(let reason): return [.withheld(name, window.period, reason)]
            case .table(let table):
                let hidden = table.hasSplits ? table.rows.filter { $0.split == nil }.count : 0
                let merged = table.rows.contains { row in
                    if case .group = row.key { true } else { row.key == .other && row.total > 0 }
                }
                return (merged ? [.merged(name, window.period)] : [])
                    + (hidden > 0 ? [.hiddenSOS(name, window.period, lines: hidden)] : [])
            }
        }
    }
}
