import Crypto
import FoundationEssentials
import Glibc
import HotlineDomain

/// One console's draft on disk: a file of fixed size, allocated when there was
/// room, so that a full disk cannot take a keystroke. Two places are written in
/// turn; a place that was half written when the power went fails its checksum
/// and the other one counts.
struct DraftFile {
    /// A note of 20,000 characters in four bytes each, and the other fields.
    static let placeBytes = 262_144
    private static let headBytes = 44

    let path: String
    private let descriptor: Int32
    private var generation: UInt64

    /// Opens or makes the file and takes its lock; nil when another console
    /// holds it.
    static func openLocked(_ path: String) throws -> DraftFile? {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError.ofSystem(errno, path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, isStillThere(descriptor) else {
            close(descriptor)
            return nil
        }
        let failed = posix_fallocate(descriptor, 0, off_t(placeBytes * 2))
        guard failed == 0 else {
            close(descriptor)
            throw StoreError.ofSystem(failed, path)
        }
        var file = DraftFile(path: path, descriptor: descriptor, generation: 0)
        file.generation = file.newest()?.generation ?? 0
        return file
    }

    /// Another console may have taken the file away between opening and locking.
    private static func isStillThere(_ descriptor: Int32) -> Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0 && status.st_nlink > 0
    }

    /// Everything that was typed, whole. In the page cache when this returns,
    /// which outlives the process; `sync` brings it to the disk itself.
    mutating func write(_ payload: [UInt8]) throws {
        guard payload.count <= DraftFile.placeBytes - DraftFile.headBytes else {
            throw StoreError.failed(detail: "draft of \(payload.count) bytes")
        }
        generation += 1
        var bytes: [UInt8] = []
        bytes.reserveCapacity(DraftFile.headBytes + payload.count)
        withUnsafeBytes(of: generation.littleEndian) { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: UInt32(payload.count).littleEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: SHA256.hash(data: payload))
        bytes.append(contentsOf: payload)
        let place = off_t(generation % 2) * off_t(DraftFile.placeBytes)
        let written = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, place) }
        guard written == bytes.count else { throw StoreError.ofSystem(written < 0 ? errno : ENOSPC, path) }
    }

    /// When somebody last wrote in it.
    var writtenAt: Instant? {
        var about = stat()
        guard fstat(descriptor, &about) == 0 else { return nil }
        return Instant(seconds: Int64(about.st_mtim.tv_sec))
    }

    func sync() { _ = fdatasync(descriptor) }

    /// What was written last, nil for nothing or an empty draft.
    func read() -> [UInt8]? {
        guard let payload = newest()?.payload, !payload.isEmpty else { return nil }
        return payload
    }

    /// Overwrites both places: nothing of what was typed stays in the file.
    mutating func erase() throws {
        let zeros = [UInt8](repeating: 0, count: DraftFile.placeBytes * 2)
        _ = zeros.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
        generation = 0
        sync()
    }

    /// Takes the file away and gives the lock back.
    func remove() {
        unlink(path)
        close(descriptor)
    }

    func release() { close(descriptor) }

    private func newest() -> (generation: UInt64, payload: [UInt8])? {
        [place(0), place(1)].compactMap { $0 }.max { $0.generation < $1.generation }
    }

    private func place(_ number: Int) -> (generation: UInt64, payload: [UInt8])? {
        let start = off_t(number * DraftFile.placeBytes)
        var head = [UInt8](repeating: 0, count: DraftFile.headBytes)
        guard pread(descriptor, &head, head.count, start) == head.count else { return nil }
        let generation = head[0..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let count = head[8..<12].reversed().reduce(0) { $0 << 8 | Int($1) }
        guard generation > 0, count <= DraftFile.placeBytes - DraftFile.headBytes else { return nil }
        var payload = [UInt8](repeating: 0, count: count)
        guard pread(descriptor, &payload, count, start + off_t(DraftFile.headBytes)) == count,
            SHA256.hash(data: payload).elementsEqual(head[12..<44])
        else { return nil }
        return (generation, payload)
    }
}

extension StoreError {
    /// From an errno of a system call on this path.
    static func ofSystem(_ code: Int32, _ path: String) -> StoreError {
        switch code {
        case ENOSPC, EDQUOT: .diskFull(path: path)
        case EROFS, EACCES, EPERM: .readOnly(path: path)
        default: .unavailable(path: path, detail: String(cString: strerror(code)))
        }
    }
}
