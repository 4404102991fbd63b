import Foundation
import Glibc
import Testing

extension TestDesk {
    struct Shown {
        /// All that stood on the terminal, what was typed with echo included.
        var text = ""
        var status: Int32 = -1
    }

    /// Runs the program at a terminal of its own and types the next answer at
    /// each question. One that asks too often is ended.
    func atTerminal(_ arguments: [String], typing answers: [String]) throws -> Shown {
        let terminal = posix_openpt(O_RDWR | O_NOCTTY)
        try #require(terminal >= 0 && grantpt(terminal) == 0 && unlockpt(terminal) == 0)
        defer { close(terminal) }
        let child = try spawn(arguments, at: String(cString: ptsname(terminal)))
        var shown = Shown()
        var left = answers[...]
        var bytes: [UInt8] = []
        while true {
            var ready = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
            guard poll(&ready, 1, 60_000) > 0 else { break }
            var chunk = [UInt8](repeating: 0, count: 4096)
            let count = read(terminal, &chunk, chunk.count)
            // The other end is gone: it has ended.
            guard count > 0 else { break }
            bytes += chunk[..<count]
            guard bytes.suffix(2) == Array(": ".utf8)[...] else { continue }
            guard let answer = left.popFirst() else { break }
            let line = Array((answer + "\n").utf8)
            try #require(write(terminal, line, line.count) == line.count)
        }
        kill(child, SIGHUP)
        var status: Int32 = 0
        waitpid(child, &status, 0)
        shown.text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
        if status & 0x7f == 0 { shown.status = (status >> 8) & 0xff }
        return shown
    }

    /// In a session of its own, so that the terminal is the one it asks on.
    private func spawn(_ arguments: [String], at terminal: String) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addchdir_np(&actions, folder.path)
        posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSID))
        let settings = [
            "HOME=\(folder.path)", "RINGBUOY_STORE=\(store)", "LC_ALL=C.UTF-8", "XDG_RUNTIME_DIR=\(folder.path)",
        ]
        var words = ([TestDesk.program.path] + arguments).map { strdup($0) } + [nil]
        var environment = settings.map { strdup($0) } + [nil]
        defer { for word in words + environment { free(word) } }
        var child: pid_t = 0
        try #require(posix_spawn(&child, TestDesk.program.path, &actions, &attributes, &words, &environment) == 0)
        return child
    }
}
