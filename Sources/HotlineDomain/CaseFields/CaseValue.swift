/// What is known in one field, as an event carries it: never a word.
public enum CaseValue: Hashable, Sendable, Codable {
    case codes(codes: [String])
    case date(date: BusinessDate)
    case number(number: Int)
    /// Sealed: text, a date of birth, a code that only this record may tell.
    case words(id: WordsID)

    public var codes: [String] { if case .codes(let codes) = self { codes } else { [] } }
    public var words: WordsID? { if case .words(let id) = self { id } else { nil } }
}

/// What somebody wants to be known in one field; no value takes away what was.
public struct CaseEntry: Hashable, Sendable {
    public enum Given: Hashable, Sendable {
        case codes([String])
        case date(BusinessDate)
        case number(Int)
        case words(Written)
    }

    public let field: String
    public let value: Given?
    public init(_ field: String, _ value: Given?) {
        self.field = field
        self.value = value
    }

    var words: Written? { if case .words(let written) = value { written } else { nil } }

    /// As an event has it.
    var kept: CaseValue? {
        switch value {
        case .codes(let codes): .codes(codes: codes)
        case .date(let date): .date(date: date)
        case .number(let number): .number(number: number)
        case .words(let written): .words(id: written.id)
        case nil: nil
        }
    }
}

extension CaseField {
    /// Highest number that is a number of children or an age.
    static let numberMax = 120

    /// What somebody typed for it: codes parted by commas, a date as `2009-09-14`,
    /// digits, or text. Nothing at all takes away what was known.
    public func read(_ text: String, written: (String) -> Written) throws(Refusal) -> CaseEntry {
        let typed = text.trimmed
        if typed.isEmpty { return CaseEntry(name, nil) }
        switch kind {
        case .code, .codes:
            return CaseEntry(name, .codes(typed.split(separator: ",").map { String($0).trimmed }))
        case .date:
            guard let date = BusinessDate(typed) else { throw doesNotFit(.notADate) }
            return CaseEntry(name, .date(date))
        case .number:
            guard let number = Int(digits: typed) else { throw doesNotFit(.notANumber) }
            return CaseEntry(name, .number(number))
        case .text, .sealedDate, .sealedCode: return CaseEntry(name, .words(written(typed)))
        }
    }

    /// Refuses what cannot stand in this field.
    public func check(_ entry: CaseEntry) throws(Refusal) {
        switch (kind, entry.value) {
        case (_, nil): break
        case (.code(let list), .codes(let codes)):
            guard codes.count == 1 else { throw doesNotFit(.oneCode) }
            try CodeCheck.required(codes[0], list, CaseRule.oneCode)
        case (.codes(let list), .codes(let codes)):
            guard !codes.isEmpty, Set(codes).count == codes.count else { throw doesNotFit(.oneCode) }
            for code in codes { try CodeCheck.required(code, list, CaseRule.oneCode) }
        case (.date, .date): break
        case (.number, .number(let number)):
            guard (0...CaseField.numberMax).contains(number) else { throw doesNotFit(.notANumber) }
        case (.text, .words(let written)): try written.check(Written.fieldLengthMax)
        case (.sealedDate, .words(let written)):
            guard BusinessDate(written.text.revealed) != nil else { throw doesNotFit(.notADate) }
        case (.sealedCode(let list), .words(let written)):
            // What is sealed is not said again in a refusal.
            guard CodeLists.list(list).contains(written.text.revealed) else { throw doesNotFit(.oneCode) }
        default: throw doesNotFit(.valueDoesNotFit)
        }
    }

    private func doesNotFit(_ rule: CaseRule) -> Refusal {
        Refusal(rule, ["field": name, "list": list?.rawValue ?? "-", "max": String(CaseField.numberMax)])
    }
}

extension String {
    /// Without white space around it.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
