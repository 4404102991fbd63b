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
        let (terminal, name) = try openTerminal()
        defer { close(terminal) }
        let child = try start(arguments, at: name)
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
            try #require(Glibc.write(terminal, line, line.count) == line.count)
        }
        if child.isRunning { kill(child.processIdentifier, SIGHUP) }
        child.waitUntilExit()
        shown.text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
        if child.terminationReason == .exit { shown.status = child.terminationStatus }
        return shown
    }

    /// A new pseudo terminal, and what the other end is called.
    private func openTerminal() throws -> (descriptor: Int32, name: String) {
        let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        try #require(terminal >= 0)
        // TIOCSPTLCK and TIOCGPTN, which no module of the system names.
        var locked: Int32 = 0
        var number: UInt32 = 0
        try #require(ioctl(terminal, 0x4004_5431, &locked) == 0 && ioctl(terminal, 0x8004_5430, &number) == 0)
        return (terminal, "/dev/pts/\(number)")
    }

    /// In a session of its own, so that the terminal is the one it asks on.
    private func start(_ arguments: [String], at terminal: String) throws -> Process {
        let end = try #require(FileHandle(forUpdatingAtPath: terminal))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/setsid")
        process.arguments = ["--ctty", "--wait", TestDesk.program.path] + arguments
        process.currentDirectoryURL = folder
        process.environment = [
            "HOME": folder.path, "RINGBUOY_STORE": store, "LC_ALL": "C.UTF-8", "XDG_RUNTIME_DIR": folder.path,
        ]
        (process.standardInput, process.standardOutput, process.standardError) = (end, end, end)
        try process.run()
        try end.close()
        return process
    }
}
