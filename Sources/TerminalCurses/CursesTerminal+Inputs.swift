import CNcurses
import Glibc
import TerminalUI

extension CursesTerminal {
    private static let readBytesMax = 1 << 16

    public func inputs(within limit: Duration?) -> [Input] {
        let deadline = limit.map { ContinuousClock.now + $0 }
        while pending.isEmpty {
            guard !isGone, !isClosed else { return [.hangUp] }
            let now = ContinuousClock.now
            let escapeEnd = escapeSince.map { $0 + KeyDecoder.escapeDelay }
            if let escapeEnd, now >= escapeEnd, !hasTyped {
                take(keys: decoder.flush())
            } else if let deadline, now >= deadline, !pollAll(timeout: 0) {
                return []
            } else {
                _ = pollAll(timeout: Self.milliseconds(from: now, to: [deadline, escapeEnd]))
            }
        }
        defer { pending = [] }
        return pending
    }

    /// Up to the first of these moments, rounded up: rounded down, the last
    /// millisecond would be spent asking again and again. -1 is for ever.
    static func milliseconds(from now: ContinuousClock.Instant, to moments: [ContinuousClock.Instant?]) -> Int32 {
        guard let first = moments.compactMap({ $0 }).min() else { return -1 }
        let (seconds, attoseconds) = (first - now).components
        guard seconds < 1_000_000 else { return 1_000_000_000 }
        let milliseconds = seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return Int32(max(0, milliseconds))
    }

    /// Whether bytes are waiting; asked before a lone Escape is taken as the key, in case the loop was late.
    private var hasTyped: Bool {
        var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        return poll(&descriptor, 1, 0) > 0
    }

    /// Waits once and takes what has come; false when nothing has.
    private func pollAll(timeout: Int32) -> Bool {
        let events = Int16(POLLIN)
        let numbers = [signals.descriptor, STDIN_FILENO, wakeEvent.descriptor] + watched
        var descriptors = numbers.map { pollfd(fd: $0, events: events, revents: 0) }
        guard poll(&descriptors, nfds_t(descriptors.count), timeout) > 0 else { return false }
        if descriptors[0].revents != 0 { signals.take().forEach(take) }
        if descriptors[1].revents != 0 { readKeys() }
        if descriptors[2].revents != 0 {
            wakeEvent.clear()
            pending.append(.woken)
        }
        for descriptor in descriptors[3...] where descriptor.revents != 0 {
            pending.append(.readable(descriptor.fd))
        }
        return true
    }

    private func readKeys() {
        let bytes = [UInt8](unsafeUninitializedCapacity: Self.readBytesMax) { buffer, count in
            count = max(-1, read(STDIN_FILENO, buffer.baseAddress, buffer.count))
            if count < 0 {
                let isPassing = errno == EINTR || errno == EAGAIN
                if !isPassing { hangUp() }
                count = 0
            } else if count == 0 {
                hangUp()
            }
        }
        guard !bytes.isEmpty else { return }
        take(keys: decoder.feed(bytes))
    }

    private func take(keys: [Key]) {
        pending += keys.map { .key($0) }
        escapeSince = decoder.holdsEscape ? ContinuousClock.now : nil
    }

    func take(_ signal: Int32) {
        switch signal {
        case SIGWINCH:
            size = CursesTerminal.fitToWindow()
            redraw()
            pending.append(.resized(size))
        case SIGTSTP: suspend()
        // Somebody else stopped us, and the shell has used the screen since.
        case SIGCONT:
            leave()
            resume()
        case SIGINT: pending.append(.interrupt)
        case SIGTERM: pending.append(.terminate)
        case SIGHUP: hangUp()
        default: break
        }
    }

    private func hangUp() {
        guard !isGone else { return }
        isGone = true
        pending.append(.hangUp)
    }
}
