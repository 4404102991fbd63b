import Foundation
import Glibc
import HotlineStore

/// A program run to its end: how long it took, and the most memory it held.
struct ProgramRun {
    let seconds: Double
    let peakKibibytes: Int

    /// `program` is found by PATH. What it prints is dropped; that it fails is an error.
    init(_ program: String, _ arguments: [String], home: String) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var words = ([program] + arguments).map { text in strdup(text) } + [nil]
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let named = ["PATH=" + path, "LC_ALL=C.UTF-8", "HOME=" + home]
        var surroundings = named.map { text in strdup(text) } + [nil]
        defer { for text in words + surroundings { free(text) } }
        var process: pid_t = 0
        let start = ContinuousClock.now
        let failed = posix_spawnp(&process, program, &actions, nil, &words, &surroundings)
        guard failed == 0 else { throw StoreError.failed(detail: "\(program) does not start: \(failed)") }
        var (status, usage) = (Int32(0), rusage())
        wait4(process, &status, 0, &usage)
        guard status == 0 else { throw StoreError.failed(detail: "\(program) ended with \(status >> 8)") }
        let taken = start.duration(to: .now).components
        seconds = Double(taken.seconds) + Double(taken.attoseconds) / 1e18
        peakKibibytes = usage.ru_maxrss
    }
}
