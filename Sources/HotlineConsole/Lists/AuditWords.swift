import HotlineDomain
import HotlineStore
import Wording

/// What somebody types to find events of the journal: each word is the
/// beginning of an operator's code, or of a word of the kind of thing or of
/// what happened, in any language.
public struct AuditWords: Hashable, Sendable {
    private let words: [String]

    public init(_ typed: String = "") { words = folded(typed).split(separator: " ").map(String.init) }

    public var isEverything: Bool { words.isEmpty }

    /// What of the words the journal's indexes can answer; `fits` judges the rest.
    /// No kind and no event begins with a digit: such a word is somebody's code. A
    /// word that is a whole kind asks for that kind.
    func filters(_ hotline: Hotline) -> [Store.AuditFilter] {
        let kind = SubjectKind.allCases.first { kind in
            words.contains { word in
                word == kind.rawValue
                    || Language.allCases.contains { folded(Say($0)("audit.kind.\(kind.rawValue)")) == word }
            }
        }
        guard let code = words.first(where: { $0.first?.isNumber ?? false }) else {
            return [Store.AuditFilter(kind: kind)]
        }
        return hotline.operators.map(\.code).filter { folded($0).hasPrefix(code) }
            .map { Store.AuditFilter(operatorCode: $0, kind: kind) }
    }

    func fits(_ line: Store.AuditLine, _ known: inout [String: [String]]) -> Bool {
        guard !words.isEmpty else { return true }
        let key = "\(line.subject.kind.rawValue).\(line.name)"
        let names = known[key] ?? AuditWords.names(line)
        known[key] = names
        let code = folded(line.stamp.by)
        return words.allSatisfy { word in code.hasPrefix(word) || names.contains { $0.hasPrefix(word) } }
    }

    /// Every word the kind and the event go by.
    private static func names(_ line: Store.AuditLine) -> [String] {
        let labels = Language.allCases.flatMap { language in
            [line.kindName(Say(language)), line.eventName(Say(language))]
        }
        let own = [line.subject.kind.rawValue, line.name]
        return (own + labels).flatMap { folded($0).split(separator: " ").map(String.init) }
    }
}

extension Store.AuditLine {
    public func kindName(_ say: Say) -> String { say("audit.kind.\(subject.kind.rawValue)") }

    /// What happened, in words; as the journal calls it where nobody has put it in words yet.
    public func eventName(_ say: Say) -> String {
        say.has(eventKey) ? say(eventKey) : name
    }

    var eventKey: String { "audit.\(subject.kind.rawValue).\(snaked)" }

    /// `slotIssued` as `slot_issued`.
    private var snaked: String {
        name.reduce(into: "") { text, letter in
            text += letter.isUppercase ? "_\(letter.lowercased())" : String(letter)
        }
    }
}
