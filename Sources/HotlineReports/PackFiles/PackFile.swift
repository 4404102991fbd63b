/// One file of a pack, as it is written.
public struct PackFile: Hashable, Sendable {
    public let name: PackFileName
    public let bytes: [UInt8]

    public init(_ name: PackFileName, _ bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    init(_ name: PackFileName, _ text: String) { self.init(name, Array(text.utf8)) }
}

/// The files a pack may have.
public enum PackFileName: String, Sendable, CaseIterable, Hashable {
    case workbook = "workbook.xlsx"
    case report = "report.html"
    case data = "data.csv"
    case meta = "meta.json"
    /// For spreadsheets that write 9,4: Romanian and Russian ones.
    case dataExcel = "data-excel.csv"
    case dataHXL = "data.hxl.csv"
    case iati = "iati.xml"
    case manifest = "manifest.json"
}

/// SHA-256 of bytes: 32 of them.
public typealias ByteDigest = @Sendable ([UInt8]) -> [UInt8]

extension Pack {
    /// Every file but the workbook, which another module writes, and the manifest, which names them all.
    public func files(_ words: PackWords, digest: @escaping ByteDigest) -> [PackFile] {
        let words = words.naming(names)
        var files = [
            PackFile(.report, ReportPage(self, words, digest: digest).text),
            PackFile(.data, DataFile.csv(self)),
            PackFile(.meta, MetaFile.json(self).compact + "\n"),
            PackFile(.dataHXL, HXLFile.csv(self)),
            PackFile(.iati, ActivityFile.xml(self, words)),
        ]
        if words.decimalMark == "," { files.append(PackFile(.dataExcel, SpreadsheetFile.csv(self, words))) }
        return files
    }
}

/// Bytes as text.
enum ByteText {
    static func hex(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".unicodeScalars)
        return bytes.reduce(into: "") { text, byte in
            text.unicodeScalars.append(digits[Int(byte >> 4)])
            text.unicodeScalars.append(digits[Int(byte & 15)])
        }
    }

    /// RFC 4648.
    static func base64(_ bytes: [UInt8]) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".unicodeScalars)
        var text = String.UnicodeScalarView()
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = Array(bytes[start..<min(start + 3, bytes.count)])
            let bits = part.enumerated().reduce(0) { $0 | Int($1.element) << (16 - 8 * $1.offset) }
            for place in 0..<4 {
                text.append(place <= part.count ? letters[(bits >> (18 - 6 * place)) & 63] : "=")
            }
        }
        return String(text)
    }
}
