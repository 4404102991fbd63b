/// How long a hotline keeps people's words: for each kind of thing, and where it
/// likes for one class, outcome or reason, so many days after anything last
/// happened to it. What a hotline does not say is kept as long as `defaults` has it.
public struct Retention: Hashable, Sendable, Codable {
    /// What the hotline itself has said.
    public var rules: [Rule]

    public init(rules: [Rule] = []) { self.rules = rules }

    public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        case call, escalation, `case`, referral, handover, task
        /// The number of somebody who wanted to be called back.
        case callBack = "call_back"
        /// What was typed and never saved, and nobody came back for.
        case draft

        /// The list its rules may name a code of: a call's class, how the others ended.
        public var list: ListID? {
            switch self {
            case .call: .callClass
            case .escalation: .escalationOutcome
            case .case: .caseClosing
            case .referral: .referralOutcome
            case .handover, .task, .callBack, .draft: nil
            }
        }

        /// Of what kind the things are that the rule is about.
        public var subject: SubjectKind? {
            switch self {
            case .call, .callBack: .call
            case .escalation: .escalation
            case .case: .case
            case .referral: .referral
            case .handover: .handover
            case .task: .entry
            case .draft: nil
            }
        }
    }

    /// One line of it: `call.sos` for so many days; nil for ever.
    public struct Rule: Hashable, Sendable, Codable {
        public let kind: Kind
        /// Of the kind's list; `any` for all that no other line names.
        public let code: String
        public let days: Int?

        public init(_ kind: Kind, _ code: String = Retention.any, days: Int?) {
            self.kind = kind
            self.code = code
            self.days = days
        }

        public var name: String { "\(kind.rawValue).\(code)" }
    }

    public static let any = "any"
    /// Typed in the place of a number of days.
    public static let never = "never"
    public static let daysAllowed = 1...36_500

    /// In force until a hotline says otherwise. What is kept longest is what
    /// somebody may come back for after years.
    public static let defaults = Retention(rules: [
        Rule(.call, days: 730), Rule(.call, "non_counselling", days: 90), Rule(.call, "sos", days: 1825),
        Rule(.escalation, days: 1825), Rule(.case, days: 3650), Rule(.referral, days: 1825),
        Rule(.handover, days: 90), Rule(.task, days: 365), Rule(.callBack, days: 30), Rule(.draft, days: 14),
    ])

    /// The line that decides about this thing; the nearer one before the general one.
    public func rule(_ kind: Kind, _ code: String?) -> Rule {
        for wanted in [code, Retention.any].compactMap(\.self) {
            for table in [self, Retention.defaults] {
                if let found = table.rules.first(where: { $0.kind == kind && $0.code == wanted }) { return found }
            }
        }
        return Rule(kind, days: nil)
    }

    /// Every line in force, the hotline's own in the place of the default.
    public var inForce: [Rule] {
        let names = Set(rules.map(\.name))
        let all = rules + Retention.defaults.rules.filter { !names.contains($0.name) }
        return Kind.allCases.flatMap { kind in
            let lines = all.filter { $0.kind == kind }
            return lines.filter { $0.code == Retention.any }
                + lines.filter { $0.code != Retention.any }.sorted { $0.code < $1.code }
        }
    }

    /// The shortest time of this kind: nothing younger need be looked at. Nil: all of it is kept for good.
    public func daysMin(_ kind: Kind) -> Int? { inForce.filter { $0.kind == kind }.compactMap(\.days).min() }
}

extension Retention.Rule: CustomStringConvertible {
    /// `call.sos:1825`, `case.any:never`: as it is typed.
    public var description: String { "\(name):\(days.map { String($0) } ?? Retention.never)" }

    /// Refuses what is no line of any kind's list, and days out of range.
    public init(typed: String) throws(Refusal) {
        let parts = typed.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { throw Refusal(RetentionRule.unknown, ["rule": typed]) }
        try self.init(name: parts[0], days: parts[1])
    }

    public init(name: String, days: String) throws(Refusal) {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let kinds = Retention.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        guard let kind = Retention.Kind(rawValue: parts[0]), parts.count <= 2 else {
            throw Refusal(RetentionRule.unknown, ["rule": name, "known": kinds])
        }
        let code = parts.count == 2 ? parts[1] : Retention.any
        guard code == Retention.any || kind.list.map({ CodeLists.list($0).contains(code) }) ?? false else {
            let codes = kind.list.map { CodeLists.list($0).codes.map(\.code) } ?? []
            throw Refusal(
                RetentionRule.unknown,
                [
                    "rule": name,
                    "known": ([Retention.any] + codes).map { "\(kind.rawValue).\($0)" }.joined(separator: ", "),
                ])
        }
        if days == Retention.never {
            self.init(kind, code, days: nil)
            return
        }
        guard let number = Int(digits: days), Retention.daysAllowed.contains(number) else {
            throw Refusal(
                RetentionRule.badDays,
                ["rule": name, "value": days, "max": String(Retention.daysAllowed.upperBound)])
        }
        self.init(kind, code, days: number)
    }
}

/// The rules that can stand in the way of setting how long words are kept.
public enum RetentionRule: String, RuleName {
    case unknown = "retention.unknown_rule"
    case badDays = "retention.bad_days"
    /// The times were changed after the list was made: it is to be looked at again.
    case changedSince = "retention.changed_since"
    /// A list cannot be of a day to come.
    case listedLater = "retention.listed_later"
}
