import HotlineDomain

/// What the switch's queues and agents are called in the hotline: lines and
/// operators by their codes. What is not mapped goes by its own name, as it can be
/// shown; nothing is dropped for want of a name.
public struct SwitchNames: Hashable, Sendable {
    /// Shown where the switch did not say which line it was.
    public static let unknownLine = VisitFacts.unknownLine

    /// Queue, or a number as it is dialled, to the code of a line.
    public var lines: [String: String]
    /// An agent's name, device or extension to the code of an operator.
    public var operators: [String: String]

    public init(lines: [String: String] = [:], operators: [String: String] = [:]) {
        self.lines = lines
        self.operators = operators
    }

    public func line(_ queue: String) -> String {
        let name = SwitchName.shown(queue)
        return lines[name] ?? name
    }

    public func isMapped(line queue: String) -> Bool { lines[queue] != nil }

    /// By name first, then by device, then by the device's extension:
    /// `Ольга Иванова`, `Local/103@agents`, `103`.
    public func `operator`(name: String, device: String = "") -> String {
        for known in [name, device, SwitchNames.extension(of: device), SwitchNames.extension(of: name)] {
            if !known.isEmpty, let code = operators[known] { return code }
        }
        return SwitchName.shown(name.isEmpty ? device : name)
    }

    /// `103` of `Local/103@agents`, `PJSIP/103` or `SIP/103-0000001a`.
    static func `extension`(of device: String) -> String {
        guard let slash = device.firstIndex(of: "/") else { return "" }
        return String(device[device.index(after: slash)...].prefix { $0 != "@" && $0 != "/" && $0 != "-" })
    }
}
