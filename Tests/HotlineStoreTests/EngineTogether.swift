import Foundation
import Synchronization

/// Runs `body` on `count` threads at once, more than the machine has cores, and
/// waits for all of them.
final class Together<Value: Sendable>: Sendable {
    private let results = Mutex<[Int: Result<Value, any Error>]>([:])

    static func run(_ count: Int, _ body: @escaping @Sendable (Int) throws -> Value) throws -> [Value] {
        let together = Together()
        let done = DispatchGroup()
        for number in 0..<count {
            done.enter()
            Thread.detachNewThread {
                let result = Result { try body(number) }
                together.results.withLock { $0[number] = result }
                done.leave()
            }
        }
        done.wait()
        let results = together.results.withLock { $0 }
        return try (0..<count).map { try results[$0]!.get() }
    }
}
