import HotlineDomain
import TOMLKit

/// `[switch.lines]`: `"line-ru" = "ru"`; `[switch.agents]`: `"103" = "01"`.
extension ProfileReader {
    mutating func switchNames(_ node: Node, _ settings: inout Settings) {
        checkKeys(node, ["lines", "agents"])
        settings.switchLines = names("lines", in: node)
        settings.switchAgents = names("agents", in: node)
    }

    /// By the switch's own name of each.
    private mutating func names(_ key: String, in node: Node) -> [String: String] {
        guard let table = table(key, in: node) else { return [:] }
        var names: [String: String] = [:]
        for name in table.table.keys.sorted() {
            if name.allSatisfy(\.isWhitespace) {
                report(.empty, at: source.key(table.path.key(name)), ["key": .text(key)])
            } else if let code = text(name, in: table) {
                names[name] = code
            }
        }
        return names
    }
}
