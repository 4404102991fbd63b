import HotlineDomain

/// JSON whose members stand in the order they were given: what scripts and
/// closed months compare byte by byte must not depend on a dictionary's mood.
public indirect enum JSONValue: Sendable {
    case null
    case flag(Bool)
    case number(Int)
    /// In seconds, to the millisecond: `1.805`.
    case seconds(Span)
    case text(String)
    case array([JSONValue])
    case object([(name: String, value: JSONValue)])

    /// On one line, without a space between.
    public var compact: String {
        var out = ""
        write(to: &out)
        return out
    }

    private func write(to out: inout String) {
        switch self {
        case .null: out += "null"
        case .flag(let flag): out += flag ? "true" : "false"
        case .number(let number): out += String(number)
        case .seconds(let span): out += JSONValue.seconds(span)
        case .text(let text): JSONValue.quote(text, to: &out)
        case .array(let values):
            out += "["
            for (place, value) in values.enumerated() {
                if place > 0 { out += "," }
                value.write(to: &out)
            }
            out += "]"
        case .object(let members):
            out += "{"
            for (place, member) in members.enumerated() {
                if place > 0 { out += "," }
                JSONValue.quote(member.name, to: &out)
                out += ":"
                member.value.write(to: &out)
            }
            out += "}"
        }
    }

    private static func seconds(_ span: Span) -> String {
        let (whole, rest) = span.milliseconds.magnitude.quotientAndRemainder(dividingBy: 1000)
        var part = String(rest + 1000).dropFirst()
        while part.last == "0" { part.removeLast() }
        return (span.milliseconds < 0 ? "-" : "") + String(whole) + (part.isEmpty ? "" : "." + part)
    }

    private static func quote(_ text: String, to out: inout String) {
        out += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case let control where control.value < 0x20:
                let digits = String(control.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: out.unicodeScalars.append(scalar)
            }
        }
        out += "\""
    }
}
