import FoundationEssentials
import HotlineDomain

/// The two forms a case can leave in.
public enum CaseFormat: String, Sendable, CaseIterable {
    case json
    case htcdsCSV = "htcds-csv"
}

/// What a sealed file of cases holds: a line that says what it is, then the
/// document in its format.
public struct CaseParcel: Hashable, Sendable {
    public let format: CaseFormat
    public let document: CaseDocument

    public init(_ document: CaseDocument, _ format: CaseFormat) {
        self.document = document
        self.format = format
    }

    /// What another system reads: the table or the document itself.
    public var plain: Private<[UInt8]> {
        get throws {
            switch format {
            case .json: Private(try document.json())
            case .htcdsCSV: Private(Array(document.csv().utf8))
            }
        }
    }

    public func sealed(with passphrase: Passphrase, cost: Slot.Cost = .standard) throws -> SealedFile {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let label = try encoder.encode(CaseLabel(document, format))
        return try SealedFile(Array(label) + [10] + plain.revealed, with: passphrase, cost: cost)
    }

    /// The other way round. Throws `ExchangeError`, with every place that does not fit.
    public init(_ file: SealedFile, with passphrase: Passphrase) throws(ExchangeError) {
        let (label, body) = try CaseParcel.opened(file, with: passphrase)
        guard let format = CaseFormat(rawValue: label.format) else { throw .notACaseFile }
        self.format = format
        switch format {
        case .json: document = try CaseDocument(json: Array(body))
        case .htcdsCSV: document = try CaseDocument(csv: Array(body), label)
        }
    }

    /// Only opens it, for another system: what it holds is not judged.
    public static func plain(
        of file: SealedFile, with passphrase: Passphrase
    ) throws(ExchangeError) -> (format: CaseFormat, content: Private<[UInt8]>) {
        let (label, body) = try opened(file, with: passphrase)
        guard let format = CaseFormat(rawValue: label.format) else { throw .notACaseFile }
        return (format, Private(Array(body)))
    }

    private static func opened(
        _ file: SealedFile, with passphrase: Passphrase
    ) throws(ExchangeError) -> (CaseLabel, ArraySlice<UInt8>) {
        let content = try file.open(passphrase)
        guard let end = content.firstIndex(of: 10),
            let label = try? JSONDecoder().decode(CaseLabel.self, from: Data(content[..<end]))
        else { throw .notACaseFile }
        guard label.version <= CaseDocument.version else {
            throw .newerVersion(found: label.version, known: CaseDocument.version)
        }
        return (label, content[(end + 1)...])
    }
}

/// What the sealed file says about itself: for a table it is all that tells
/// whose it is and which rows are of one case.
struct CaseLabel: Hashable, Sendable, Codable {
    var format: String
    var version = CaseDocument.version
    var from: CaseDocument.House
    var madeOn: String
    var cases: [Entry]

    enum CodingKeys: String, CodingKey {
        case format, version, from, cases
        case madeOn = "made_on"
    }

    struct Entry: Hashable, Sendable, Codable {
        var id: String
        var number: String
        var rows: Int
    }

    init(_ document: CaseDocument, _ format: CaseFormat) {
        self.format = format.rawValue
        from = document.from
        madeOn = document.madeOn
        cases = document.cases.map { Entry(id: $0.id, number: $0.number, rows: $0.people.count) }
    }
}
