import HotlineDomain
import HotlineStore
import Wording

extension CallFilter {
    /// Narrows to what was typed: each word is the beginning of a number, part
    /// of a place, or of a code or its label in any language.
    func typed(_ text: String) -> CallFilter {
        var filter = self
        filter.terms = text.split(separator: " ").map { Term(typed: String($0)) }
        return filter
    }
}

extension CallFilter.Term {
    private static let lists: [(CallFilter.Column, ListID)] = [
        (.class, .callClass), (.code, .nonCounselling), (.country, .country), (.language, .language),
        (.caller, .caller), (.outcome, .callOutcome), (.topics, .topic),
    ]

    init(typed word: String) {
        let wanted = folded(word)
        var codes: [CallFilter.Column: [String]] = [.operator: [word], .line: [word]]
        // One letter fits half of every list.
        if wanted.count > 1 {
            for (column, list) in CallFilter.Term.lists {
                codes[column] = CodeLists.list(list).codes.filter { $0.isMeant(by: wanted) }.map(\.code)
            }
        }
        let isNumber = word.utf8.allSatisfy { (48...57).contains($0) || $0 == 45 }
        self.init(number: isNumber ? word : nil, place: wanted.count > 1 ? wanted : nil, codes: codes)
    }
}

extension Code {
    /// A word of the code or of a label begins so.
    fileprivate func isMeant(by wanted: String) -> Bool {
        ([code] + Language.allCases.map { label($0.rawValue) }).contains { name in
            folded(name).split(separator: " ").contains { $0.hasPrefix(wanted) }
        }
    }
}
