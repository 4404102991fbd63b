import Glibc
import HotlineDomain

/// The note lies in a small file beside the store, written anew when there is
/// something else to say: no table, because what is said of a ferry is about
/// this machine, and no act of anybody.
extension Store {
    private var noteFile: String? { engine.beside.map { $0 + ".ferry" } }

    /// What the desk's ferry said last; nil where there never was one.
    public var ferryNote: FerryNote? {
        guard let noteFile, let text = FerryNoteFile(noteFile).read() else { return nil }
        return try? EventCodec().value(FerryNote.self, text)
    }

    /// What is known of the server before it was asked for the first time: what others wrote came from there.
    public func noteBeforeAsking(at now: Instant) throws -> FerryNote {
        let others = try heads().sequences.filter { desk?.nodes.contains($0.key) != true }
        return FerryNote(at: now, there: Heads(others), isUnasked: true)
    }

    /// Nobody's act waits for this, nor fails over it.
    public func keep(_ note: FerryNote) {
        guard let noteFile, let text = try? EventCodec().text(note) else { return }
        FerryNoteFile(noteFile).write(text)
    }
}

/// A private file that is there whole or as it was.
private struct FerryNoteFile {
    private static let bytesMax = 1 << 20
    private let path: String

    init(_ path: String) { self.path = path }

    func read() -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var about = stat()
        guard fstat(descriptor, &about) == 0, about.st_size > 0, about.st_size <= FerryNoteFile.bytesMax else {
            return nil
        }
        var bytes = [UInt8](repeating: 0, count: Int(about.st_size))
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        return count == bytes.count ? String(decoding: bytes, as: UTF8.self) : nil
    }

    func write(_ text: String) {
        let making = path + ".making"
        unlink(making)
        let descriptor = open(making, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
            unlink(making)
            return
        }
        rename(making, path)
    }
}
