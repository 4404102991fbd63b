import Foundation
import HotlineDomain
import HotlineSwitch

/// Recordings of a real switch that lie beside the tests. All people in them are invented.
enum Recording {
    static func bytes(_ name: String) throws -> [UInt8] {
        let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        return [UInt8](try Data(contentsOf: here.appendingPathComponent("Recordings").appendingPathComponent(name)))
    }

    static func lines(_ name: String) throws -> [String] {
        String(decoding: try bytes(name), as: UTF8.self).split(separator: "\n").map { String($0) }
    }

    /// The events of a recording that arrives in pieces of this size.
    static func events(_ name: String, piece: Int = .max, names: SwitchNames = SwitchNames()) throws -> [SwitchEvent]
    {
        var replay = AsteriskReplay(names: names)
        let bytes = try bytes(name)
        var events: [SwitchEvent] = []
        for start in stride(from: 0, to: bytes.count, by: min(piece, bytes.count)) {
            events += replay.take(Array(bytes[start..<min(bytes.count, start + min(piece, bytes.count))]))
        }
        return events + replay.finish()
    }

    static func logEvents(_ name: String) throws -> [SwitchEvent] {
        var feed = QueueLogFeed()
        return try lines(name).flatMap { feed.take($0) }
    }
}

/// Keeps visits for good, as a store does: whatever is told is merged in.
struct Kept {
    var visits: [SwitchCallID: VisitFacts] = [:]

    init() {}
    init(_ events: [SwitchEvent], isExact: Bool = true) { apply(events, isExact: isExact) }

    mutating func apply(_ events: [SwitchEvent], isExact: Bool = true) {
        var fold = Visits(isExact: isExact)
        for event in events { merge(fold.apply(event)) }
    }

    mutating func merge(_ told: [VisitFacts]) {
        for visit in told { visits[visit.id] = visits[visit.id]?.merged(with: visit) ?? visit }
    }

    func count(_ outcome: VisitFacts.Outcome?) -> Int { visits.values.filter { $0.outcome == outcome }.count }

    /// By the switch's name of the call and its nth visit.
    func visit(of call: String) -> [VisitFacts] {
        visits.values.filter { $0.call == call }.sorted { $0.offered.at < $1.offered.at }
    }
}

/// What people who made the calls wrote down, apart from the switch.
struct Truth: Decodable {
    struct Call: Decodable { let visits: [Stay] }
    struct Stay: Decodable {
        let line: String
        let uniqueid: String
        let outcome: String
        let wait: Double
        let agent: String?
        let talk: Double?
    }
    let calls: [Call]

    static func read(_ name: String) throws -> [Stay] {
        try JSONDecoder().decode(Truth.self, from: Data(Recording.bytes(name))).calls.flatMap(\.visits)
    }
}

extension Truth.Stay {
    var expected: VisitFacts.Ending? {
        switch outcome {
        case "abandoned": .abandoned
        case "timeout": .left(.timedOut)
        case "rejected-full": .refused(.full)
        case "answered": .answered(by: agent ?? "")
        default: nil
        }
    }
}
