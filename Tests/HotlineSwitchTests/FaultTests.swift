import HotlineDomain
import HotlineSwitch
import Testing

/// Recordings as a bad day would bring them.
@Suite("Faults of the line and of the switch")
struct FaultTests {
    enum Fault: String, CaseIterable, CustomTestStringConvertible {
        case everyEventTwice, neighboursSwapped, otherNeighboursSwapped, lineEndsBare, junkBetween, junkWithin
        case hugeLines, unknownEvents

        var testDescription: String { rawValue }
        /// Events come in another order: moments may differ by what lay between them.
        var isReordered: Bool { self == .neighboursSwapped || self == .otherNeighboursSwapped }
    }

    private func records(_ name: String) throws -> [AMIRecording.Record] {
        var recording = AMIRecording()
        return recording.take(try Recording.bytes(name))
    }

    private func spoiled(_ records: [AMIRecording.Record], by fault: Fault) -> [AMIRecording.Record] {
        switch fault {
        case .everyEventTwice: records.flatMap { isEvent($0) ? [$0, $0] : [$0] }
        case .neighboursSwapped: swapped(records, every: 3)
        case .otherNeighboursSwapped: swapped(records, every: 7)
        case .lineEndsBare: records.map { AMIRecording.Record(at: $0.at, bytes: $0.bytes.filter { $0 != 13 }) }
        case .junkBetween:
            records.flatMap { record in
                [record, AMIRecording.Record(at: record.at, bytes: Array("%% no header\r\n\r\n".utf8))]
            }
        case .junkWithin:
            records.map { with($0, Array("\u{0}\u{1}: nul\r\nEvent QueueCallerJoin\r\n".utf8) + [0xFF, 0xFE, 0x0A]) }
        case .hugeLines:
            records.map { with($0, Array("X-Huge: ".utf8) + Array(repeating: 0x78, count: 9000) + [10]) }
        case .unknownEvents:
            records.flatMap { record in
                [
                    record,
                    AMIRecording.Record(at: record.at, bytes: Array("Event: Weather\r\nUniqueid: 1\r\n\r\n".utf8)),
                ]
            }
        }
    }

    private func isEvent(_ record: AMIRecording.Record) -> Bool { record.bytes.starts(with: Array("Event: ".utf8)) }

    /// Something behind the first line of an event.
    private func with(_ record: AMIRecording.Record, _ more: [UInt8]) -> AMIRecording.Record {
        guard isEvent(record), let end = record.bytes.firstIndex(of: 10) else { return record }
        return AMIRecording.Record(at: record.at, bytes: record.bytes[...end] + more + record.bytes[(end + 1)...])
    }

    private func swapped(_ records: [AMIRecording.Record], every n: Int) -> [AMIRecording.Record] {
        var records = records
        for place in stride(from: n, to: records.count - 1, by: n)
        where isEvent(records[place]) && isEvent(records[place + 1]) {
            // Sent in the wrong order, each at the time the other would have come.
            let (a, b) = (records[place], records[place + 1])
            guard (b.at - a.at).milliseconds < 100 else { continue }
            records[place] = AMIRecording.Record(at: a.at, bytes: b.bytes)
            records[place + 1] = AMIRecording.Record(at: b.at, bytes: a.bytes)
        }
        return records
    }

    @Test(
        "no fault makes a figure wrong", arguments: ["v11.amit", "v22-day.amit", "v22-restarts.amit"], Fault.allCases)
    func figures(name: String, fault: Fault) throws {
        let clean = Kept(try Recording.events(name))
        var replay = AsteriskReplay()
        let events = spoiled(try records(name), by: fault).flatMap { replay.take($0) } + replay.finish()
        let kept = Kept(events)
        #expect(Set(kept.visits.keys) == Set(clean.visits.keys))
        for (id, visit) in clean.visits {
            let spoiled = try #require(kept.visits[id])
            #expect(spoiled.ending == visit.ending, "\(id)")
            let tolerance: Int64 = fault.isReordered ? 100 : 0
            #expect(abs((spoiled.wait?.milliseconds ?? 0) - (visit.wait?.milliseconds ?? 0)) <= tolerance, "\(id)")
        }
        #expect(replay.openVisits == clean.visits.values.filter { !$0.isOver }.count)
    }
}
