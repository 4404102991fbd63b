import HotlineDomain

/// A recording of the manager interface as a feed: what another client heard,
/// its logins and its questions included.
public struct AsteriskReplay: Sendable {
    private var recording = AMIRecording()
    private var framing = AMIFraming()
    private var feed: AsteriskFeed
    private var isUp = false
    private var last = SwitchMoment(recorded: Instant(milliseconds: 0))
    private var clock = ToldClock()
    /// Where the clock of the recording was first read, or set: from there on it is taken to be steady.
    private var began: SwitchMoment?
    private var records = 0
    private var isFinished = false
    /// How many greetings and messages were in it.
    public private(set) var understood = 0

    /// `visits`: what was told of before, by this recording or by one that it goes on from.
    public init(names: SwitchNames = SwitchNames(), after visits: [VisitFacts] = []) {
        feed = AsteriskFeed(names: names)
        feed.remember(visits)
    }

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
        let rest = AsteriskFeed.patience + .seconds(1)
        return feed.tick(SwitchMoment(wall: last.wall + rest, steady: last.steady + rest))
    }

    public mutating func take(_ record: AMIRecording.Record) -> [SwitchEvent] {
        records += 1
        let setting = clock.read(record.at, line: records, arrived: nil)
        let moment = moment(of: record, wasSet: !setting.isEmpty)
        defer { last = moment }
        var events = setting + feed.tick(moment)
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

    /// A recording has only one clock. Where that was set, deadlines go on from
    /// there and the new time is believed at once: what spans it is not known anyway.
    private mutating func moment(of record: AMIRecording.Record, wasSet: Bool) -> SwitchMoment {
        if wasSet { feed.clockWasSet() }
        guard let began, !wasSet else {
            let moment = SwitchMoment(
                wall: record.at, steady: self.began == nil ? SwitchMoment(recorded: record.at).steady : last.steady)
            self.began = moment
            return moment
        }
        let steady = began.steady + (record.at - began.wall)
        return SwitchMoment(wall: record.at, steady: max(last.steady, steady))
    }
}
