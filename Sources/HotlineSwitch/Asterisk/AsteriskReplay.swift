import HotlineDomain

/// A recording of the manager interface as a feed: what another client heard,
/// its logins and its questions included.
public struct AsteriskReplay: Sendable {
    private var recording = AMIRecording()
    private var framing = AMIFraming()
    private var feed: AsteriskFeed
    private var isUp = false
    private var last = SwitchMoment(recorded: Instant(milliseconds: 0))
    private var isFinished = false
    /// How many greetings and messages were in it.
    public private(set) var understood = 0

    public init(names: SwitchNames = SwitchNames()) { feed = AsteriskFeed(names: names) }

    public var openVisits: Int { feed.openVisits }

    /// Bytes of the file in pieces of any size.
    public mutating func take(_ bytes: [UInt8]) -> [SwitchEvent] {
        guard recording.fault == nil else { return [] }
        var events = recording.take(bytes).flatMap { take($0) }
        if let fault = recording.fault { events.append(.trouble(.badLine(fault), at: last.wall)) }
        return events
    }

    /// The end of the file: what is still open stays open, what waits to be explained is decided.
    public mutating func finish() -> [SwitchEvent] {
        guard !isFinished else { return [] }
        isFinished = true
        let end = SwitchMoment(recorded: last.wall + AsteriskFeed.patience + .seconds(1))
        return feed.tick(end)
    }

    public mutating func take(_ record: AMIRecording.Record) -> [SwitchEvent] {
        let moment = SwitchMoment(recorded: record.at)
        defer { last = moment }
        var events = feed.tick(moment)
        guard !record.bytes.isEmpty else {
            framing = AMIFraming()
            isUp = false
            return events + feed.linkDown(at: moment, heard: last.wall)
        }
        for frame in framing.take(record.bytes) {
            switch frame {
            case .banner: understood += 1
            case .garbage(let lines): events.append(.trouble(.garbage(lines: lines), at: moment.wall))
            case .oversized(let bytes): events.append(.trouble(.oversized(bytes: bytes), at: moment.wall))
            case .message(let message):
                understood += 1
                if !isUp, message["Message"] == "Authentication accepted" {
                    isUp = true
                    events += feed.linkUp(at: moment)
                }
                events += feed.take(message, at: moment)
            }
        }
        return events
    }
}
