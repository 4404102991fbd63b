/// Something was handed in that cannot be read as what it should be. Its
/// sentence for people is in the catalogue under `cli.input.<name>`.
enum InputError: Error, Hashable {
    /// Arguments count from 1.
    case argumentNotUTF8(number: Int)
    /// Bytes count from 1.
    case standardInputNotUTF8(byte: Int)
    case standardInputUnreadable(detail: String)

    var name: String {
        switch self {
        case .argumentNotUTF8: "argument_not_utf8"
        case .standardInputNotUTF8: "not_utf8"
        case .standardInputUnreadable: "unreadable"
        }
    }

    var details: [String: String] {
        switch self {
        case .argumentNotUTF8(let number): ["number": String(number)]
        case .standardInputNotUTF8(let byte): ["byte": String(byte)]
        case .standardInputUnreadable(let detail): ["detail": detail]
        }
    }
}
