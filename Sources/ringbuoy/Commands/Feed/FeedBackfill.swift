import Glibc
import HotlineDomain
import HotlineSwitch

/// The switch's own log, for what happened while it could not be heard.
struct FeedBackfill: Sendable {
    let file: String
    var names: SwitchNames

    /// What the log knows of that stretch. A gap may lie over a rotation: the
    /// log before this one is read first, where it is there.
    func log(_ gap: Range<Instant>) throws(FeedError) -> QueueLogBackfill {
        var log = QueueLogBackfill(from: gap.lowerBound, to: gap.upperBound, names: names)
        let before = file + ".1"
        if access(before, R_OK) == 0 { try read(before, into: &log) }
        try read(file, into: &log)
        return log
    }

    private func read(_ file: String, into log: inout QueueLogBackfill) throws(FeedError) {
        let input = try FeedFile(file)
        var lines = FeedLines()
        while let bytes = try input.read() { for line in lines.take(bytes) { log.take(line) } }
        for line in lines.finish() { log.take(line) }
    }
}
