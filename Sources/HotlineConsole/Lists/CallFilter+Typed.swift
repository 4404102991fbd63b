import HotlineDomain
import HotlineStore
import Wording

extension CallFilter {
    /// Narrows to what was typed: each word is the beginning of a number, part
    /// of a place or of a provider's name, or the beginning of a word of a code
    /// or its label in any language.
    func typed(_ text: String, _ hotline: Hotline) -> CallFilter {
        var filter = self
        filter.terms = text.split(separator: " ").map { Term(typed: String($0), hotline) }
        return filter
    }
}

extension CallFilter.Term {
    private static let lists: [(CallFilter.Column, ListID)] = [
        (.class, .callClass), (.code, .nonCounselling), (.country, .country), (.language, .language),
        (.caller, .caller), (.outcome, .callOutcome), (.topics, .topic),
    ]

    init(typed word: String, _ hotline: Hotline) {
        let wanted = folded(word)
        var codes: [CallFilter.Column: [String]] = [.operator: [word], .line: [word]]
        // One letter fits half of every list.
        if wanted.count > 1 {
            for (column, list) in CallFilter.Term.lists {
                codes[column] = CodeLists.list(list).codes.filter { $0.isMeant(by: wanted) }.map(\.code)
            }
            codes[.status] = Call.Status.allCases.filter { $0.isMeant(by: wanted) }.map(\.rawValue)
        }
        let isNumber = word.utf8.allSatisfy { (48...57).contains($0) || $0 == 45 }
        let providers = wanted.count > 1 ? hotline.providers.filter { $0.isMeant(by: wanted) } : []
        self.init(
            number: isNumber ? word : nil, place: wanted.count > 1 ? wanted : nil, codes: codes,
            providers: providers.map(\.code))
    }
}

extension Code {
    /// A word of the code or of a label begins so.
    fileprivate func isMeant(by wanted: String) -> Bool {
        ([code] + Language.allCases.map { label($0.rawValue) }).contains { hasWord($0, beginningWith: wanted) }
    }
}

extension Call.Status {
    fileprivate func isMeant(by wanted: String) -> Bool {
        Language.allCases.contains { hasWord(Say($0)("call.status.\(rawValue)"), beginningWith: wanted) }
    }
}

extension Provider {
    fileprivate func isMeant(by wanted: String) -> Bool {
        ([code, name] + aliases).contains { folded($0).contains(wanted) }
    }
}

private func hasWord(_ name: String, beginningWith wanted: String) -> Bool {
    folded(name).split(separator: " ").contains { $0.hasPrefix(wanted) }
}
