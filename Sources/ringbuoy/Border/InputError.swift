import HotlineDomain

/// Something was handed in that cannot be read as what it should be. Its
/// sentence for people is in the catalogue under `cli.input.<name>`.
enum InputError: Error, Hashable {
    /// Arguments count from 1.
    case argumentNotUTF8(number: Int)
    /// Bytes count from 1.
    case standardInputNotUTF8(byte: Int)
    case standardInputUnreadable(detail: String)
    case descriptorNotUTF8(number: Int32, byte: Int)
    case descriptorUnreadable(number: Int32, detail: String)
    /// On the day when clocks go forward: they went straight from one time to the other.
    case timeSkipped(String, zone: String, from: WallClock, to: WallClock)
    /// A file with a passphrase that others than its owner may read.
    case passphraseFileShared(file: String)
    case passphraseUnreadable(file: String, detail: String)
    case fileUnreadable(file: String, detail: String)

    var name: String {
        switch self {
        case .argumentNotUTF8: "argument_not_utf8"
        case .standardInputNotUTF8: "not_utf8"
        case .standardInputUnreadable: "unreadable"
        case .descriptorNotUTF8: "descriptor_not_utf8"
        case .descriptorUnreadable: "descriptor_unreadable"
        case .timeSkipped: "time_skipped"
        case .passphraseFileShared: "passphrase_file_shared"
        case .passphraseUnreadable: "passphrase_unreadable"
        case .fileUnreadable: "file_unreadable"
        }
    }

    var details: [String: String] {
        switch self {
        case .argumentNotUTF8(let number): ["number": String(number)]
        case .standardInputNotUTF8(let byte): ["byte": String(byte)]
        case .standardInputUnreadable(let detail): ["detail": detail]
        case .descriptorNotUTF8(let number, let byte): ["number": String(number), "byte": String(byte)]
        case .descriptorUnreadable(let number, let detail): ["number": String(number), "detail": detail]
        case .timeSkipped(let typed, let zone, let from, let to):
            [
                "time": typed, "zone": zone, "from": String(from.iso8601.dropFirst(11).prefix(5)),
                "to": String(to.iso8601.dropFirst(11).prefix(5)), "after": to.iso8601,
            ]
        case .passphraseFileShared(let file): ["file": file]
        case .passphraseUnreadable(let file, let detail), .fileUnreadable(let file, let detail):
            ["file": file, "detail": detail]
        }
    }
}
