import HotlineDomain

/// One line of `queue_log`: `epoch|call|queue|agent|verb|data...`. A bar within
/// the data is not escaped, so only the fields before the free ones are counted on.
public struct QueueLogLine: Hashable, Sendable {
    /// Longer is no line of a log.
    public static let lengthMax = 8192

    /// Whole seconds, as the switch cut them off.
    public let at: Instant
    public let call: String
    public let queue: String
    public let agent: String
    public let verb: String
    public let data: [String]

    /// `number` is the line's place in the file, counted from 1.
    public init(_ text: some StringProtocol, number: Int) throws(BadLine) {
        guard text.utf8.count <= QueueLogLine.lengthMax else {
            throw BadLine(number: number, fault: .tooLong(max: QueueLogLine.lengthMax))
        }
        let parts = text.split(separator: "|", omittingEmptySubsequences: false)
        guard parts.count >= 5 else { throw BadLine(number: number, fault: .missing(field: "verb")) }
        guard let at = Instant(decimalSeconds: parts[0]) else {
            throw BadLine(number: number, fault: .wrong(field: "epoch", expected: "seconds"))
        }
        self.at = at
        call = SwitchName.shown(String(parts[1]))
        queue = SwitchName.shown(String(parts[2]))
        agent = String(parts[3])
        verb = String(parts[4])
        data = parts.dropFirst(5).map { String($0) }
    }

    /// Nil also for numbers that no length of time has.
    func number(_ place: Int) -> Int64? {
        guard place < data.count, let number = Int64(data[place]), (0...1_000_000_000).contains(number) else {
            return nil
        }
        return number
    }

    /// Free text to the end of the line, with whatever bars stand in it.
    var text: String? {
        let joined = data.joined(separator: "|")
        return joined.isEmpty ? nil : joined
    }
}
