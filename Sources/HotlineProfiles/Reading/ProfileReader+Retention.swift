import HotlineDomain
import TOMLKit

/// `[retention]`: `call.any = 730`, `call.sos = 1825`, `case.any = "never"`.
extension ProfileReader {
    mutating func retention(_ node: Node) -> Retention {
        checkKeys(node, Retention.Kind.allCases.map(\.rawValue))
        var rules: [Retention.Rule] = []
        for kind in Retention.Kind.allCases {
            guard let lines = table(kind.rawValue, in: node) else { continue }
            let codes = [Retention.any] + (kind.list.map { CodeLists.list($0).codes.map(\.code) } ?? [])
            checkKeys(lines, codes)
            for code in codes {
                guard let days = days(code, in: lines) else { continue }
                rules.append(Retention.Rule(kind, code, days: days.number))
            }
        }
        return Retention(rules: rules)
    }

    /// So many, or `never`.
    private struct Days {
        let number: Int?
    }

    private mutating func days(_ key: String, in node: Node) -> Days? {
        if node.table[key]?.string == Retention.never { return Days(number: nil) }
        return number(key, in: node, Retention.daysAllowed).map { Days(number: $0) }
    }
}
