import HotlineDomain
import TOMLKit

/// The text of a profile, before anybody asks what it says.
struct ProfileText {
    let file: String
    let text: String

    init(file: String, bytes: some Collection<UInt8>) throws(ProfileProblem) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ProfileProblem(
                rule: .notUTF8, file: file, line: ProfileText.lineOfFirstBadByte(bytes), column: 1, details: [:])
        }
        self.init(file: file, text: text)
    }

    init(file: String, text: String) {
        self.file = file
        self.text = text
    }

    func parsed(_ source: SourceIndex) throws(ProfileProblem) -> TOMLTable {
        if let problem = forbiddenCharacter { throw problem }
        if let (scalar, place) = source.unseen { throw forbidden(scalar, at: place) }
        if let (rule, place) = source.trap {
            throw ProfileProblem(rule: rule, file: file, line: place.line, column: place.column, details: [:])
        }
        do {
            return try TOMLTable(string: source.parsable)
        } catch let error as TOMLParseError {
            let place = error.source.begin
            throw ProfileProblem(
                rule: .syntax, file: file, line: max(1, place.line), column: max(1, place.column),
                details: ["message": .text(error.description)])
        } catch {
            throw ProfileProblem(
                rule: .syntax, file: file, line: 1, column: 1, details: ["message": .text("\(error)")])
        }
    }

    /// A character nobody sees, which could make a profile read otherwise than it works.
    private var forbiddenCharacter: ProfileProblem? {
        var place = SourcePosition(line: 1, column: 1)
        for (index, scalar) in text.unicodeScalars.enumerated() {
            let isByteOrderMark = index == 0 && scalar == "\u{FEFF}"
            if !isByteOrderMark, !"\t\r\n".unicodeScalars.contains(scalar), scalar.isUnseen {
                return forbidden(scalar, at: place)
            }
            if scalar == "\n" {
                place = SourcePosition(line: place.line + 1, column: 1)
            } else {
                place.column += 1
            }
        }
        return nil
    }

    private func forbidden(_ scalar: Unicode.Scalar, at place: SourcePosition) -> ProfileProblem {
        ProfileProblem(
            rule: .forbiddenCharacter, file: file, line: place.line, column: place.column,
            details: ["character": .text(scalar.named)])
    }

    /// The line on which the first byte stands that is no UTF-8.
    private static func lineOfFirstBadByte(_ bytes: some Collection<UInt8>) -> Int {
        var decoder = UTF8()
        var input = bytes.makeIterator()
        var line = 1
        while case .scalarValue(let scalar) = decoder.decode(&input) {
            if scalar == "\n" { line += 1 }
        }
        return line
    }
}
