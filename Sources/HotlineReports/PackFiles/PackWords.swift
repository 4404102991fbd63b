import HotlineDomain

/// The language of a pack: the donor's, whatever the screens speak. Made by the
/// program from the catalogue; labels of codes come from the code lists.
public struct PackWords: Sendable {
    /// `en`, `ro`, `ru`.
    public let language: String
    public let decimalMark: Character
    private let sentence: @Sendable (String, [String: String]) -> String
    private let grouped: @Sendable (Int) -> String
    private let calendar: @Sendable (Period, _ isInside: Bool) -> String
    private(set) var names = PackNames()

    /// `sentence`: the text of a key with its placeholders filled. `grouped`: a number as it is read.
    /// `calendar`: a period, as a heading or inside a line.
    public init(
        language: String, decimalMark: Character, sentence: @escaping @Sendable (String, [String: String]) -> String,
        grouped: @escaping @Sendable (Int) -> String,
        calendar: @escaping @Sendable (Period, _ isInside: Bool) -> String
    ) {
        self.language = language
        self.decimalMark = decimalMark
        self.sentence = sentence
        self.grouped = grouped
        self.calendar = calendar
    }

    /// With what this hotline calls what its own codes stand for.
    public func naming(_ names: PackNames) -> PackWords {
        var words = self
        words.names = names
        return words
    }

    public func say(_ key: String, _ details: [String: String] = [:]) -> String { sentence(key, details) }
    func number(_ number: Int) -> String { grouped(number) }
    /// As a heading or the beginning of a line: `Сентябрь 2009`.
    public func name(_ period: Period) -> String { calendar(period, false) }
    /// Behind other words: `сентябрь 2009`.
    public func within(_ period: Period) -> String { calendar(period, true) }

    /// `9.4 % (126/1,346)`; `-` where there is no whole.
    func share(_ share: Share) -> String {
        guard share.percentage != .undefined else { return "-" }
        return "\(percentage(share)) (\(fraction(share)))"
    }

    /// `9,4 %`
    func percentage(_ share: Share) -> String { "\(share.number(decimalMark: decimalMark))\u{A0}%" }

    /// `126/1,346`
    func fraction(_ share: Share) -> String { "\(number(share.n))/\(number(share.of))" }

    /// A number, or one of the three ways there is none.
    public func figure(_ value: FigureValue) -> String {
        switch value {
        case .exact(let number): self.number(number)
        case .unknown: say("pack.status.unknown")
        case .notCollected: say("pack.status.not_collected")
        case .withheld: PackWords.withheldMark
        }
    }

    /// The one mark for everything that is withheld, in every file and language.
    public static let withheldMark = "x"

    /// What a code of a column is called.
    public func label(_ column: String, _ code: String) -> String {
        if column == "class", code == MonthHeadline.others { return say("pack.column.others") }
        if code.contains("+"), !(list(column)?.contains(code) ?? false) {
            return code.split(separator: "+").map { label(column, String($0)) }.joined(separator: " + ")
        }
        switch code {
        case RowKey.other.name: return say("pack.other")
        case CountKey.notRecorded: return say("pack.not_recorded")
        case EscalationOutcomes.open: return say("pack.open")
        default: break
        }
        if column == FamilyName.serviceFund.column, let (service, fund) = CrossedCode.parts(code) {
            return say("pack.crossed", ["first": label("service", service), "second": label("fund", fund)])
        }
        switch column {
        case "weekday": return say("pack.weekday.\(code)")
        case "kind": return say("pack.kind.\(code)")
        case "hour": return "\(code):00-\(code):59"
        case "category":
            let found = CodeLists.list(.resident).code(code) ?? CodeLists.list(.beneficiary).code(code)
            return found?.label(language) ?? code
        case "line": return names.lines[code] ?? code
        case "shift": return names.shifts[code] ?? code
        case "fund": return names.funds[code] ?? code
        default: return list(column)?.code(code)?.label(language) ?? code
        }
    }

    private func list(_ column: String) -> CodeList? {
        let lists: [String: ListID] = [
            "class": .callClass, "country": .country, "language": .language, "topic": .topic, "caller": .caller,
            "heard": .heard, "call_outcome": .callOutcome, "escalation_outcome": .escalationOutcome,
            "service": .service,
        ]
        return lists[column].map(CodeLists.list)
    }
}
