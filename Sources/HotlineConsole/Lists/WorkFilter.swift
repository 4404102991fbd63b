import HotlineDomain
import Wording

/// Which escalations, cases or referrals a list shows: the open ones or all, and
/// of them those that every typed word fits.
public struct WorkFilter: Hashable, Sendable {
    public let openOnly: Bool
    /// Of referrals only those that nobody answered in time.
    let lateOnly: Bool
    let words: [Word]

    /// One typed word and everything it can mean.
    struct Word: Hashable, Sendable {
        let typed: String
        /// Codes, statuses and providers that are called so in any language.
        let names: Set<String>
    }

    init(
        openOnly: Bool, lateOnly: Bool = false, typed: String = "", _ kind: SubjectKind, _ hotline: Hotline
    ) {
        self.openOnly = openOnly
        self.lateOnly = lateOnly
        words = typed.split(separator: " ").map { word in
            Word(typed: word.lowercased(), names: WorkFilter.names(folded(word), kind, hotline))
        }
    }

    var isEverything: Bool { !openOnly && !lateOnly && words.isEmpty }

    func fits(_ number: String, _ names: [String?]) -> Bool {
        words.allSatisfy { word in
            number.hasPrefix(word.typed)
                || names.contains { $0.map { $0 == word.typed || word.names.contains($0) } ?? false }
        }
    }

    // MARK: - What a word can mean

    private static func names(_ wanted: String, _ kind: SubjectKind, _ hotline: Hotline) -> Set<String> {
        guard !wanted.isEmpty else { return [] }
        var names: Set<String> = []
        for list in lists(kind) {
            for code in CodeLists.list(list).codes {
                let labels = [code.code] + Language.allCases.map { code.label($0.rawValue) }
                if labels.contains(where: { $0.isMeant(by: wanted) }) { names.insert(code.code) }
            }
        }
        for (state, key) in states(kind) where Language.allCases.contains(where: { Say($0)(key).isMeant(by: wanted) })
        {
            names.insert(state)
        }
        guard kind == .referral else { return names }
        for provider in hotline.providers
        where ([provider.name] + provider.aliases).contains(where: { $0.isMeant(by: wanted) }) {
            names.insert(provider.code)
        }
        return names
    }

    private static func lists(_ kind: SubjectKind) -> [ListID] {
        switch kind {
        case .escalation: [.escalationOutcome]
        case .case: [.caseClosing]
        case .referral: [.service, .referralOutcome]
        case .hotline, .call, .shift, .handover, .stay, .entry, .visit, .operatorState, .linkState, .monthClosing,
            .packRelease, .access, .erasure:
            []
        }
    }

    private static func states(_ kind: SubjectKind) -> [(state: String, key: String)] {
        switch kind {
        case .case: Case.Status.allCases.map { ($0.rawValue, "case.status.\($0.rawValue)") }
        case .referral: Referral.Status.allCases.map { ($0.rawValue, "referral.status.\($0.rawValue)") }
        default: []
        }
    }
}

extension String {
    /// A word of it begins so.
    fileprivate func isMeant(by wanted: String) -> Bool {
        let name = folded(self)
        return name.hasPrefix(wanted) || name.split(separator: " ").contains { $0.hasPrefix(wanted) }
    }
}

extension EscalationRow {
    func fits(_ filter: WorkFilter) -> Bool {
        filter.fits(
            escalation.callNumber, [escalation.assignee, escalation.keptBy, escalation.raisedBy, escalation.outcome])
    }
}

extension CaseRow {
    func fits(_ filter: WorkFilter) -> Bool {
        filter.fits(self.case.number, [self.case.status.rawValue, self.case.closing?.reason, self.case.origin.code])
    }
}

extension ReferralRow {
    func fits(_ filter: WorkFilter) -> Bool {
        filter.fits(
            referral.number,
            [referral.status.rawValue, referral.service, referral.provider, referral.outcome, referral.keptBy])
    }
}
