import HotlineDomain

/// Missions of a period: how many took place, how many were planned and have not, and whom they brought home.
public struct MissionFigures: Hashable, Sendable {
    public let done: Int
    public let planned: Int
    public let persons: Int
    public let categories: [CodeCount]
    public let countries: [CodeCount]

    /// Persons come from the count tables, where a mission that took place counts them.
    init(_ entries: [Entry], _ counts: (Dimension) throws -> [String: Int], in period: Period) rethrows {
        let missions = entries.filter { entry in
            if case .mission(let mission) = entry.content { period.contains(mission.date) } else { false }
        }
        done = missions.filter { $0.status == .done }.count
        planned = missions.count - done
        persons = try counts(.all)[CountKey.everything] ?? 0
        categories = CodeCount.ranked(try counts(.category).map { ($0, $1) })
        countries = CodeCount.ranked(try counts(.country).map { ($0, $1) })
    }
}

/// Returns of one subject whose time ends in a period: who answered, who never will, who is silent.
public struct ReturnsAsked: Hashable, Sendable {
    public let subject: String
    public let received: Int
    /// It is known that nothing will come.
    public let none: Int
    public let missing: Int
    /// Territories of which it is known, in the order of the alphabet.
    public let refused: [String]
    /// Territories that have said nothing.
    public let silent: [String]
    /// What was reported, added up over those who answered.
    public let figures: [CodeCount]

    public var ofAsked: Share { Share(received, of: received + none + missing) }

    /// By the subject's name.
    static func all(_ entries: [Entry], in period: Period) -> [ReturnsAsked] {
        let asked = entries.compactMap { entry -> EntryContent.TerritoryReturn? in
            guard case .return(let asked) = entry.content, period.contains(asked.last) else { return nil }
            return asked
        }
        return Dictionary(grouping: asked, by: \.subject).sorted { $0.key < $1.key }
            .map { ReturnsAsked(subject: $0.key, $0.value) }
    }

    private init(subject: String, _ asked: [EntryContent.TerritoryReturn]) {
        self.subject = subject
        var (received, none) = (0, 0)
        var refused: Set<String> = []
        var silent: Set<String> = []
        var figures: [(String, Int)] = []
        for one in asked {
            switch one.answer {
            case .received(_, let named)?:
                received += 1
                figures += named.map { ($0.name, $0.value) }
            case Optional.some(.none):
                none += 1
                refused.insert(one.territory)
            case nil: silent.insert(one.territory)
            }
        }
        self.received = received
        self.none = none
        missing = asked.count - received - none
        self.refused = refused.sorted()
        self.silent = silent.sorted()
        self.figures = CodeCount.ranked(figures).sorted { $0.code < $1.code }
    }
}

extension EntryContent.Indicator {
    /// Of its target; nil where either is not known, or there is nothing to reach.
    public var ofTarget: Share? {
        guard let actual, let target, target > 0 else { return nil }
        return Share(actual, of: target)
    }

    /// Those whose time has a day in the period, by code and time.
    static func all(_ entries: [Entry], in period: Period) -> [EntryContent.Indicator] {
        entries.compactMap { entry -> EntryContent.Indicator? in
            guard case .indicator(let indicator) = entry.content, indicator.first <= period.last,
                indicator.last >= period.first
            else { return nil }
            return indicator
        }.sorted { ($0.code, $0.first, $0.last) < ($1.code, $1.first, $1.last) }
    }
}
