import Crypto
import HotlineDomain

/// A node's chain: each event's hash covers the event and the hash before it,
/// so that nothing can be altered, taken out or put in unseen.
enum Chain {
    /// Before the first event.
    static let start = [UInt8](repeating: 0, count: 32)

    static func hash(_ previous: [UInt8], _ entry: JournalEntry) -> [UInt8] {
        var sha = SHA256()
        sha.update(data: previous)
        let base = entry.base.map { "\($0.node)|\($0.sequence)" } ?? "|"
        // Codes hold no bar, and the body comes last: no two entries read alike.
        var head =
            "\(entry.node)|\(entry.sequence)|\(entry.stamp.at.milliseconds)|\(entry.stamp.by)|\(entry.tick)|"
            + "\(base)|\(entry.seen)|\(entry.hotline)|\(entry.subject.kind.rawValue)|\(entry.subject.id)|"
        head.withUTF8 { sha.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        var body = entry.body
        body.withUTF8 { sha.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        return Array(sha.finalize())
    }
}
