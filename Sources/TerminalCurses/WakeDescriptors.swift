import CNcurses
import Glibc

/// A descriptor that other threads write to so that the loop wakes; closed
/// when nobody can write any more, so a late wake hits no other file.
final class WakeEvent: Sendable {
    let descriptor: Int32

    init() throws(TerminalProblem) {
        descriptor = eventfd(0, Int32(EFD_NONBLOCK | EFD_CLOEXEC))
        guard descriptor >= 0 else { throw .noDescriptor(errno: errno) }
    }

    deinit { Glibc.close(descriptor) }

    func raise() {
        var one: UInt64 = 1
        _ = write(descriptor, &one, MemoryLayout<UInt64>.size)
    }

    func clear() {
        var count: UInt64 = 0
        _ = read(descriptor, &count, MemoryLayout<UInt64>.size)
    }
}

/// The descriptor from which the blocked signals are read.
final class SignalQueue {
    let descriptor: Int32

    init() throws(TerminalProblem) {
        var signals = TerminalSignals.set
        descriptor = signalfd(-1, &signals, Int32(SFD_NONBLOCK | SFD_CLOEXEC))
        guard descriptor >= 0 else { throw .noDescriptor(errno: errno) }
    }

    deinit { Glibc.close(descriptor) }

    /// The signals that have come, each number once a time it came.
    func take() -> [Int32] {
        var signals: [Int32] = []
        var info = signalfd_siginfo()
        let size = MemoryLayout<signalfd_siginfo>.size
        while read(descriptor, &info, size) == size { signals.append(Int32(info.ssi_signo)) }
        return signals
    }
}
