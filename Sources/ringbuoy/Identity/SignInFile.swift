import Glibc
import HotlineDomain
import HotlineStore

/// A sign-in that goes on from one command to the next: a private file in
/// memory (the user's runtime folder), gone with the machine's power, and worth
/// nothing once nobody used it for the hotline's idle time.
struct SignInFile {
    /// Who signed in, and what their slot held.
    struct Content {
        let person: String
        let usedAt: Instant
        let key: HandedOnKey
    }

    private let path: String
    /// Which store it is for: two may come to the same name.
    private let store: String

    /// `store`: with every symbolic link resolved.
    init(forStore store: String) throws {
        self.store = store
        path = try SignInFile.folder() + "/" + SignInFile.name(of: store) + ".sign-in"
    }

    func read() -> Content? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & 0o077 == 0, status.st_uid == geteuid() else {
            return nil
        }
        var bytes = [UInt8](repeating: 0, count: 8192)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        guard count > 0 else { return nil }
        let lines = String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\n").map(String.init)
        guard lines.count == 4, lines[0] == store, let used = Int64(lines[2]),
            let key = SignInFile.bytes(lines[3]).flatMap(HandedOnKey.init(bytes:))
        else { return nil }
        return Content(person: lines[1], usedAt: Instant(milliseconds: used), key: key)
    }

    func write(_ content: Content) throws {
        let making = path + ".making"
        unlink(making)
        let descriptor = open(making, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw StoreError.unavailable(path: path, detail: String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        let digits = Array("0123456789abcdef")
        let key = String(content.key.bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
        let text = Array("\(store)\n\(content.person)\n\(content.usedAt.milliseconds)\n\(key)\n".utf8)
        guard Glibc.write(descriptor, text, text.count) == text.count, rename(making, path) == 0 else {
            throw StoreError.unavailable(path: path, detail: String(cString: strerror(errno)))
        }
    }

    func remove() { unlink(path) }

    /// `$XDG_RUNTIME_DIR/ringbuoy`, else a folder of one's own in shared memory.
    private static func folder() throws -> String {
        let runtime = Environment.value("XDG_RUNTIME_DIR").flatMap { $0.hasPrefix("/") ? $0 : nil }
        let folder = runtime.map { $0 + "/ringbuoy" } ?? "/dev/shm/ringbuoy-\(geteuid())"
        mkdir(folder, 0o700)
        var status = stat()
        guard lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == geteuid(),
            status.st_mode & 0o077 == 0
        else { throw StoreError.unavailable(path: folder, detail: String(cString: strerror(EACCES))) }
        return folder
    }

    /// FNV-1a of the path: short, and the path itself is checked on reading.
    private static func name(of store: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in store.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }

    private static func bytes(_ text: String) -> [UInt8]? {
        let digits = text.compactMap(\.hexDigitValue)
        guard digits.count == text.utf8.count, digits.count % 2 == 0 else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
