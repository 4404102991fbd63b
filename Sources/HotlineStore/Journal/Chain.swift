import Crypto
import HotlineDomain

/// One event as it stands in the journal.
public struct JournalEntry: Sendable, Hashable {
    public let node: Int64
    /// 1, 2, 3 ... for each node, without a gap.
    public let sequence: Int64
    public let stamp: Stamp
    public let hotline: Int64
    public let subject: Subject
    public let body: String
}

/// A node's chain: each event's hash covers the event and the hash before it,
/// so that nothing can be altered, taken out or put in unseen.
enum Chain {
    /// Before the first event.
    static let start = [UInt8](repeating: 0, count: 32)

    static func hash(_ previous: [UInt8], _ entry: JournalEntry) -> [UInt8] {
        var sha = SHA256()
        sha.update(data: previous)
        // Codes hold no bar, and the body comes last: no two entries read alike.
        var head =
            "\(entry.node)|\(entry.sequence)|\(entry.stamp.at.milliseconds)|\(entry.stamp.by)|\(entry.hotline)|"
            + "\(entry.subject.kind.rawValue)|\(entry.subject.id)|"
        head.withUTF8 { sha.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        var body = entry.body
        body.withUTF8 { sha.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        return Array(sha.finalize())
    }
}
