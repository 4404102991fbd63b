import Glibc
import HotlineDomain
import HotlineSwitch

extension FeedWriter {
    /// All of an input, until its end or until one is told to end. While nothing
    /// comes, it says that it is there.
    mutating func read(_ input: FeedFile, _ events: ([UInt8]) -> [SwitchEvent]) throws {
        while !EndSignals.wereSent {
            switch try input.arrival(within: .seconds(1)) {
            case .bytes(let bytes): try take(events(bytes))
            case .nothing: break
            case .end: return
            }
            try rest(hasMore: input.hasMore)
        }
    }

    /// Nothing is read for so long; false where it is told to end meanwhile.
    mutating func pause(_ span: Span) throws -> Bool {
        let end = SwitchMoment.now.steady + span
        repeat {
            try rest()
            let left = end.milliseconds - SwitchMoment.now.steady.milliseconds
            if EndSignals.wereSent(within: Span(milliseconds: min(1000, max(0, left)))) { return false }
        } while SwitchMoment.now.steady < end
        return true
    }
}
