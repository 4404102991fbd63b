import HotlineDomain

/// Referrals made in a period, and what has become of them so far.
public struct ReferralFigures: Hashable, Sendable {
    public let made: Int
    public let sent: Int
    /// Sent, and no answer in the time their urgency gives.
    public let late: Int
    /// The most first.
    public let services: [CodeCount]
    /// The most urgent first.
    public let urgencies: [CodeCount]
    /// In the order of the list; `open` last, for those without an end yet.
    public let outcomes: [CodeCount]

    public static let open = "open"

    public init(_ sums: [ReferralSum]) {
        func total(_ isCounted: (ReferralSum) -> Bool) -> Int {
            sums.reduce(0) { $0 + (isCounted($1) ? $1.n : 0) }
        }
        made = total { _ in true }
        sent = total(\.wasSent)
        late = total(\.isLate)
        services = CodeCount.ranked(sums.map { ($0.service, $0.n) })
        urgencies = Urgency.allCases.map { urgency in
            CodeCount(code: urgency.rawValue, n: total { $0.urgency == urgency })
        }
        outcomes = CodeCount.listed(
            sums.map { ($0.outcome ?? ReferralFigures.open, $0.n) },
            by: CodeLists.list(.referralOutcome).codes.map(\.code) + [ReferralFigures.open])
    }
}

/// A code, and how many have it.
public struct CodeCount: Hashable, Sendable {
    public let code: String
    public let n: Int

    /// The most first; what was not recorded last.
    static func ranked(_ counts: some Sequence<(String, Int)>) -> [CodeCount] {
        summed(counts).sorted { a, b in
            let (aside, other) = (a.code == CountKey.notRecorded, b.code == CountKey.notRecorded)
            return aside != other ? other : a.n != b.n ? a.n > b.n : a.code < b.code
        }
    }

    /// In the order of a list; what the list does not know behind it.
    static func listed(_ counts: some Sequence<(String, Int)>, by list: [String]) -> [CodeCount] {
        let places = Dictionary(uniqueKeysWithValues: list.enumerated().map { ($1, $0) })
        return summed(counts).sorted { (places[$0.code] ?? .max, $0.code) < (places[$1.code] ?? .max, $1.code) }
    }

    private static func summed(_ counts: some Sequence<(String, Int)>) -> [CodeCount] {
        Dictionary(counts.map { ($0, $1) }, uniquingKeysWith: +).filter { $0.value != 0 }
            .map { CodeCount(code: $0.key, n: $0.value) }
    }
}
