import HotlineDomain
import TOMLKit

/// Reads a profile table by table and goes on after a problem, so that a person
/// hears of all of them at once.
struct ProfileReader {
    let source: SourceIndex
    let file: String
    private(set) var problems: [ProfileProblem] = []

    /// One table while it is read.
    struct Node {
        let table: TOMLTable
        let path: SourcePath
        /// What the file calls it: `line`; empty for the file itself.
        let name: String
    }

    private init(source: SourceIndex, file: String) {
        self.source = source
        self.file = file
    }

    /// Nil where the text cannot be read as TOML at all.
    static func read(_ text: ProfileText) -> (draft: ProfileDraft?, problems: [ProfileProblem]) {
        let source = SourceIndex(text.text)
        do {
            let root = Node(table: try text.parsed(source), path: SourcePath(), name: "")
            var reader = ProfileReader(source: source, file: text.file)
            let draft = reader.draft(root)
            return (draft, reader.problems)
        } catch {
            return (nil, [error])
        }
    }

    private mutating func draft(_ root: Node) -> ProfileDraft {
        var draft = ProfileDraft(file: file, source: source)
        checkKeys(
            root,
            [
                "code", "name", "project_year_starts", "line", "operator", "pattern", "roster", "territory",
                "provider", "donor", "settings", "retention", "switch", "packs",
            ])
        draft.code = code(in: root) ?? ""
        draft.name = text("name", in: root) ?? ""
        draft.projectYearStartMonth = number("project_year_starts", in: root, 1...12) ?? 1
        draft.lines = located("line", in: root) { $0.line($1) }
        draft.operators = located("operator", in: root) { $0.operatorEntry($1) }
        draft.patterns = located("pattern", in: root) { $0.pattern($1) }
        draft.roster = roster(in: root)
        draft.isWhole =
            draft.lines.count == count("line", in: root) && draft.operators.count == count("operator", in: root)
            && draft.patterns.count == count("pattern", in: root) && draft.roster.count == count("roster", in: root)
        draft.territories = located("territory", in: root, required: false) { $0.territory($1) }
        draft.providers = located("provider", in: root, required: false) { $0.provider($1) }
        draft.donors = located("donor", in: root, required: false) { $0.donor($1) }
        draft.fundsAreWhole = draft.donors.count == count("donor", in: root)
        if let settings = table("settings", in: root) { draft.settings = self.settings(settings) }
        if let retention = table("retention", in: root) { draft.settings.retention = self.retention(retention) }
        if let names = table("switch", in: root) { switchNames(names, &draft.settings) }
        if let packs = table("packs", in: root) { self.packs(packs, &draft.settings) }
        return draft
    }

    private func count(_ key: String, in root: Node) -> Int { root.table[key]?.array?.count ?? 0 }

    mutating func located<Value>(
        _ key: String, in root: Node, required: Bool = true,
        _ read: (inout ProfileReader, Node) -> Value?
    ) -> [ProfileDraft.Located<Value>] {
        var values: [ProfileDraft.Located<Value>] = []
        for node in tables(key, in: root, required: required) {
            if let value = read(&self, node) { values.append(.init(value: value, path: node.path)) }
        }
        return values
    }

    mutating func report(
        _ rule: ProfileRule, at place: SourcePosition, _ details: [String: ProfileProblem.Detail] = [:]
    ) {
        problems.append(
            ProfileProblem(rule: rule, file: file, line: place.line, column: place.column, details: details))
    }
}
