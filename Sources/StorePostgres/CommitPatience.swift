import CPostgres
import Glibc

/// How long an acknowledgement is waited for. A server whose synchronous standby is away gives none, for as long as
/// that lasts, over a line that is whole: neither a lock's time nor the line's own ever runs out.
struct CommitPatience: Sendable {
    let seconds: Double

    /// How often one looks whether what was sent is still on its way.
    private static let lookMilliseconds: Int32 = 200

    /// False where all that was sent has been over there for so long, and nothing came back. What is still on its
    /// way, over a slow line, is not counted: the line's own time runs for it.
    func hasAnswer(_ connection: OpaquePointer) -> Bool {
        let clock = ContinuousClock()
        var limit = clock.now + .seconds(seconds)
        while PQisBusy(connection) == 1 {
            var question = pollfd(fd: PQsocket(connection), events: Int16(POLLIN), revents: 0)
            if poll(&question, 1, CommitPatience.lookMilliseconds) > 0 {
                // What is wrong with the line is told by whoever asks for the answer.
                guard PQconsumeInput(connection) == 1 else { return true }
                limit = clock.now + .seconds(seconds)
            } else if CommitPatience.isSending(question.fd) {
                limit = clock.now + .seconds(seconds)
            }
            guard clock.now < limit else { return false }
        }
        return true
    }

    /// Whether something that was sent has not arrived yet.
    private static func isSending(_ socket: Int32) -> Bool {
        var bytes: Int32 = 0
        return ioctl(socket, UInt(TIOCOUTQ), &bytes) == 0 && bytes > 0
    }
}
