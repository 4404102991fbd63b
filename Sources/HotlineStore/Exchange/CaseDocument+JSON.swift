import FoundationEssentials
import HotlineDomain

extension CaseDocument {
    /// The same document is always the same bytes.
    func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + [10]
    }

    init(json bytes: [UInt8]) throws(ExchangeError) {
        struct Head: Decodable {
            var format: String
            var version: Int
        }
        let data = Data(bytes)
        guard let head = try? JSONDecoder().decode(Head.self, from: data), head.format == CaseDocument.format else {
            throw .notACaseFile
        }
        guard head.version <= CaseDocument.version else {
            throw .newerVersion(found: head.version, known: CaseDocument.version)
        }
        do {
            self = try JSONDecoder().decode(CaseDocument.self, from: data)
        } catch let error as DecodingError {
            throw .doesNotFit([ExchangeError.Problem(error.place, "exchange.value_missing")])
        } catch {
            throw .notACaseFile
        }
        try check { place in place.path }
    }
}

extension DecodingError {
    /// `cases[0].people[1].role`
    fileprivate var place: String {
        let path: [any CodingKey]
        switch self {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            path = context.codingPath
        case .keyNotFound(let key, let context): path = context.codingPath + [key]
        @unknown default: path = []
        }
        let text = path.reduce("") { text, key in
            key.intValue.map { "\(text)[\($0)]" } ?? (text.isEmpty ? key.stringValue : "\(text).\(key.stringValue)")
        }
        return text.isEmpty ? "-" : text
    }
}
