import Foundation
import Glibc

/// The built program in a pseudo terminal: keys go in, what it draws is gathered.
final class ScreenOfProgram {
    private let ours: Int32
    private let process: Process
    private var drawn: [UInt8] = []

    init(_ desk: TestDesk, _ arguments: [String], columns: UInt16 = 120, rows: UInt16 = 30) throws {
        var (ours, theirs): (Int32, Int32) = (-1, -1)
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&ours, &theirs, nil, nil, &size) == 0 else { throw POSIXError(.ENXIO) }
        _ = fcntl(ours, F_SETFD, FD_CLOEXEC)
        self.ours = ours
        let screen = FileHandle(fileDescriptor: theirs, closeOnDealloc: true)
        process = try desk.process(arguments, ["TERM": "xterm-256color", "RINGBUOY_LANG": "en"])
        process.standardInput = screen
        process.standardOutput = screen
        process.standardError = screen
        try process.run()
    }

    deinit {
        // The runner's threads may have every other signal blocked, and hand that on.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        close(ours)
    }

    func type(_ keys: String) {
        let bytes = Array(keys.utf8)
        _ = write(ours, bytes, bytes.count)
    }

    /// Whether this is drawn within so many milliseconds, from what was drawn since the last that was found.
    func shows(_ text: String, within milliseconds: Int = 20_000) -> Bool {
        let wanted = Array(text.utf8)
        let end = ContinuousClock.now + .milliseconds(milliseconds)
        repeat {
            if let place = drawn.firstRange(of: wanted) {
                drawn.removeSubrange(..<place.upperBound)
                return true
            }
            gather(within: 20)
        } while ContinuousClock.now < end
        return false
    }

    var rest: String { String(decoding: drawn, as: UTF8.self) }

    private func gather(within milliseconds: Int32) {
        var interest = pollfd(fd: ours, events: Int16(POLLIN), revents: 0)
        guard poll(&interest, 1, milliseconds) > 0 else { return }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = read(ours, &buffer, buffer.count)
        if count > 0 { drawn += buffer[..<count] }
    }
}
