import HotlineDomain
import HotlineReports

/// A donor's pack of a period in the list of all: given, or to be given.
public struct PackLine: Hashable, Sendable, Identifiable {
    public enum State: Hashable, Sendable {
        /// Who signed for it first.
        case given(Stamp)
        /// The day it was to be there by, and is not.
        case overdue(BusinessDate)
        case due(BusinessDate)
        /// The period is not over.
        case running(BusinessDate)
    }

    let donor: String
    let name: String
    let period: Period
    /// Whether every month of it is closed.
    let isReady: Bool
    let state: State

    public var id: [String] { [donor, period.name] }
}

/// In the order of their use: what can be given now, then what waits for a month
/// to be closed, the latest period first; what runs, the first due first; what
/// was given, the latest period first.
extension PackLine: Comparable {
    enum Group: Int, CaseIterable, Sendable {
        case ready, waiting, running, given
    }

    var group: Group {
        switch state {
        case .overdue, .due: isReady ? .ready : .waiting
        case .running: .running
        case .given: .given
        }
    }

    public static func < (first: PackLine, second: PackLine) -> Bool {
        guard first.group == second.group else { return first.group.rawValue < second.group.rawValue }
        if case .running(let one) = first.state, case .running(let other) = second.state, one != other {
            return one < other
        }
        return (second.period.last, second.period.first, first.donor)
            < (first.period.last, first.period.first, second.donor)
    }
}

/// A row of the list: a pack, or what the next ones have in common.
enum PackRow: Hashable, Sendable, Identifiable {
    case title(PackLine.Group, count: Int)
    case pack(PackLine)

    var id: [String] {
        switch self {
        case .title(let group, _): ["\(group)"]
        case .pack(let line): line.id
        }
    }

    var line: PackLine? { if case .pack(let line) = self { line } else { nil } }

    /// - Parameter lines: in the order of their use.
    static func rows(_ lines: [PackLine]) -> [PackRow] {
        let groups = Dictionary(grouping: lines, by: \.group)
        return PackLine.Group.allCases.flatMap { group -> [PackRow] in
            guard let lines = groups[group] else { return [] }
            return [.title(group, count: lines.count)] + lines.map { .pack($0) }
        }
    }
}

/// A pack looked at, or why there is none.
public enum PackView: Sendable {
    case preview(PackPreview)
    case refused(Refusal)
}
