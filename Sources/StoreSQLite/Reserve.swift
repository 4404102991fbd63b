import Glibc

/// Room set aside for the day the disk is full. Without it a store could then
/// not even be read: a journal's files must be made to open it.
struct Reserve: Sendable {
    /// The journal's files and the first pages written, with some to spare.
    static let bytes = 1 << 20

    let files: StoreFiles

    /// Sets it aside where there is plenty. False where there is not.
    @discardableResult
    func make() -> Bool {
        if access(files.reserve, F_OK) == 0 { return true }
        guard let free = Room.free(in: files.folder), free >= UInt64(4 * Reserve.bytes) else { return false }
        let descriptor = open(files.reserve, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return errno == EEXIST }
        defer { close(descriptor) }
        guard posix_fallocate(descriptor, 0, off_t(Reserve.bytes)) == 0 else {
            unlink(files.reserve)
            return false
        }
        return true
    }

    /// Gives the room back to the disk. False where there was none.
    func release() -> Bool { unlink(files.reserve) == 0 }
}
