import Foundation
import Glibc
import HotlineStore

/// A program in a pseudo terminal: keys go in, what it draws comes out with the
/// moment it came.
final class PseudoTerminal {
    /// What came until the screen stood still.
    struct Answer {
        /// When the last of it came.
        let end: ContinuousClock.Instant
        let bytes: [UInt8]
    }

    let started: ContinuousClock.Instant
    private let terminal: Int32
    private let process: pid_t

    init(_ program: String, _ arguments: [String], columns: UInt16 = 120, rows: UInt16 = 40) throws {
        var (ours, theirs): (Int32, Int32) = (-1, -1)
        var name = [CChar](repeating: 0, count: 128)
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&ours, &theirs, &name, nil, &size) == 0 else {
            throw StoreError.failed(detail: "no pseudo terminal: \(errno)")
        }
        defer { close(theirs) }
        for descriptor in [ours, theirs] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        terminal = ours
        started = .now
        process = try PseudoTerminal.spawn(program, arguments, on: name)
    }

    deinit {
        end()
        close(terminal)
    }

    /// POSIX_SPAWN_SETSID, which Swift's import of the C library leaves out: a
    /// session of its own, so that the terminal is the one it is controlled from.
    private static let ownSession: Int16 = 0x80

    private static func spawn(_ program: String, _ arguments: [String], on terminal: [CChar]) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, ownSession)
        var words = copies([program] + arguments)
        let home = getenv("HOME").map { String(cString: $0) } ?? "/"
        var surroundings = copies(["TERM=xterm-256color", "LANG=C.UTF-8", "RINGBUOY_LANG=en", "HOME=" + home])
        defer { for text in words + surroundings { free(text) } }
        var process: pid_t = 0
        let failed = posix_spawn(&process, program, &actions, &attributes, &words, &surroundings)
        guard failed == 0 else { throw StoreError.failed(detail: "\(program) does not start: \(failed)") }
        return process
    }

    /// With the empty one that ends such a list; to be freed.
    private static func copies(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
        texts.map { text in strdup(text) } + [nil]
    }

    func type(_ keys: String) {
        let bytes = Array(keys.utf8)
        _ = write(terminal, bytes, bytes.count)
    }

    /// Reads until nothing has come for `quiet`; nil when nothing came at all.
    func answer(quiet milliseconds: Int32, within limit: Int32 = 5000) -> Answer? {
        var bytes: [UInt8] = []
        var end = started
        while isReadable(within: bytes.isEmpty ? limit : milliseconds), let more = read() {
            end = .now
            bytes += more
        }
        return bytes.isEmpty ? nil : Answer(end: end, bytes: bytes)
    }

    private func isReadable(within milliseconds: Int32) -> Bool {
        var descriptor = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
        return poll(&descriptor, 1, milliseconds) > 0
    }

    private func read() -> [UInt8]? {
        let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
            count = max(0, Glibc.read(terminal, buffer.baseAddress, buffer.count))
        }
        return chunk.isEmpty ? nil : chunk
    }

    /// The most memory the program ever held, in KiB.
    func peakKibibytes() throws -> Int { try Memory.peakKibibytes(of: process) }

    /// What the program has used of a processor so far.
    func processorNanoseconds() throws -> Int64 {
        let text = try String(contentsOfFile: "/proc/\(process)/schedstat", encoding: .utf8)
        return text.split(separator: " ").first.flatMap { Int64($0) } ?? 0
    }

    private func end() {
        kill(process, SIGTERM)
        var status: Int32 = 0
        waitpid(process, &status, 0)
    }
}
