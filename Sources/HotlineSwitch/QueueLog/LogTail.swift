/// Follows a log that is written, rotated and cut short by others: what the file
/// looks like goes in, what to read comes out, bytes become lines. A line that is
/// not finished waits for its end.
public struct LogTail: Hashable, Sendable {
    /// Which file a name stands for just now: its number, not its name, tells files apart.
    public struct Look: Hashable, Sendable {
        public let device: UInt64
        public let inode: UInt64
        public let size: UInt64

        public init(device: UInt64, inode: UInt64, size: UInt64) {
            self.device = device
            self.inode = inode
            self.size = size
        }
    }

    public enum Step: Hashable, Sendable {
        case nothing
        /// Read the file one has open on from here.
        case read(from: UInt64)
        /// Read what is left of the file one has open from here, then open the
        /// name again, call `reopened`, and look anew.
        case finishThenReopen(from: UInt64)
        /// The file was emptied and is written from its beginning again.
        case restart
    }

    /// Of the file that is read; what to save in order to go on later.
    public private(set) var device: UInt64?
    public private(set) var inode: UInt64?
    /// Up to here, whole lines were given out.
    public private(set) var offset: UInt64
    private var partial: [UInt8] = []

    public init() { offset = 0 }

    /// Goes on where it was left, if the name still stands for the same file.
    public init(device: UInt64, inode: UInt64, offset: UInt64) {
        self.device = device
        self.inode = inode
        self.offset = offset
    }

    /// What to do, now that the name looks like this.
    public mutating func step(_ look: Look) -> Step {
        guard let device, let inode else {
            self.device = look.device
            self.inode = look.inode
            return look.size > 0 ? .read(from: 0) : .nothing
        }
        if (device, inode) != (look.device, look.inode) { return .finishThenReopen(from: position) }
        if look.size < position {
            begin()
            return .restart
        }
        return look.size > position ? .read(from: position) : .nothing
    }

    /// The name was opened again: another file, from its beginning.
    public mutating func reopened(_ look: Look) {
        device = look.device
        inode = look.inode
        begin()
    }

    /// Bytes read from where the step said; whole lines come out, without their ends.
    public mutating func take(_ bytes: [UInt8]) -> [String] {
        var lines: [String] = []
        for byte in bytes {
            guard byte == UInt8(ascii: "\n") else {
                if partial.count <= LogTail.lineMax { partial.append(byte) }
                skipped += 1
                continue
            }
            offset += skipped + 1
            skipped = 0
            if partial.last == UInt8(ascii: "\r") { partial.removeLast() }
            // Its number must stay right: a line that is too long is given out cut, and refused as such.
            lines.append(String(decoding: partial, as: UTF8.self))
            partial.removeAll(keepingCapacity: true)
        }
        return lines
    }

    /// The end of a file that nobody writes any more: an unfinished line is a line.
    public mutating func finish() -> [String] {
        guard skipped > 0 else { return [] }
        return take([UInt8(ascii: "\n")])
    }

    private static let lineMax = 65_536
    /// Bytes of the line that is not finished yet.
    private var skipped: UInt64 = 0
    private var position: UInt64 { offset + skipped }

    private mutating func begin() {
        offset = 0
        skipped = 0
        partial = []
    }
}
