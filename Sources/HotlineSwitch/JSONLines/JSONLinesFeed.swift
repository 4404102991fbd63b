import HotlineDomain

/// Events of any switch as JSON, one object a line: the seam as text. A line
/// that cannot be used is told with its number and what would mend it, and is
/// left out; the others count.
///
/// | `event` | fields beside `at` |
/// |---|---|
/// | `linkUp`, `linkDown` | |
/// | `gap` | `from` |
/// | `snapshot` | `waiting`: a list of objects with the fields of `callWaiting`; whoever is not in it is gone |
/// | `callWaiting` | `call`, `line`; if known `visit`, `queuedAt`, `number`, `country`, `language` |
/// | `callOffered`, `offerEnded` | `call`, `agent`; `line`, `visit` |
/// | `callAnswered` | `call`, `agent`; `line`, `visit` |
/// | `callAbandoned`, `callHeld`, `callResumed`, `callLost` | `call`; `line`, `visit` |
/// | `callLeft` | `call`, `reason` (`timedOut`, `byKey`, `withdrawn`, `switchStopping`, `nobodyOnDuty`); `line`, `visit` |
/// | `callRefused` | `call`, `reason` (`full`, `nobodyOnDuty`, `closed`); `line`, `number` |
/// | `callEnded` | `call`; `by` (`caller`, `agent`, `transfer`), `line`, `visit` |
/// | `agentLoggedIn`, `agentLoggedOut`, `agentUnpaused`, `agentWrapUp` | `agent` |
/// | `agentPaused` | `agent`; `reason` |
///
/// `at` (and `from`, `queuedAt`): seconds since 1970 as a number, or ISO 8601
/// with its offset; lines stand in the order in which things happened. `call` is the call's own name at the switch, kept by a
/// transfer; `visit` counts its stays in one line from 1. Where `line` or `visit`
/// is left out after a call began to wait, the latest of its visits that goes on
/// is meant, else its latest. An event of a visit that nothing began is trouble,
/// told once; what its operator does is told all the same. `agent` may be a device, its name
/// then stands in `agentName`. Other fields are ignored.
public struct JSONLinesFeed: Sendable {
    public static let lineMax = 65_536

    private let names: SwitchNames
    private var clock = ToldClock()
    private var told: ToldVisits
    private var count = 0
    /// How many lines were events.
    public private(set) var understood = 0

    /// `visits`: what was told of before. Lines may be read again, or go on behind it.
    public init(names: SwitchNames = SwitchNames(), after visits: [VisitFacts] = []) {
        self.names = names
        told = ToldVisits(after: visits)
    }

    /// How many visits are held; bounded but for those that go on.
    public var held: Int { told.held }

    /// One line without its end. `arrived`: when it came, if it may have been told as it happened.
    public mutating func take(_ text: some StringProtocol, arrived: SwitchMoment? = nil) -> [SwitchEvent] {
        count += 1
        guard text.contains(where: { !$0.isWhitespace }) else { return [] }
        do throws(BadLine) {
            let line = try line(text)
            let (at, event, call) = (try line.at(), try line.event(after: told), line.call)
            understood += 1
            return clock.read(at, line: count, arrived: arrived) + unknown(event, of: call) + take(event, of: call)
        } catch {
            return [.trouble(.badLine(error), at: Instant(milliseconds: 0))]
        }
    }

    private mutating func take(_ event: SwitchEvent, of call: String) -> [SwitchEvent] {
        told.take(event, of: call)
        return [event]
    }

    /// Nothing comes of a visit that never began, and whoever feeds should know.
    private mutating func unknown(_ event: SwitchEvent, of call: String) -> [SwitchEvent] {
        guard let id = event.laterVisit, !told.knows(id, of: call) else { return [] }
        told.addUnknown(id, of: call)
        return [.trouble(.badLine(BadLine(number: count, fault: .unknownVisit(call: call))), at: event.at)]
    }

    private func line(_ text: some StringProtocol) throws(BadLine) -> JSONLine {
        guard text.utf8.count <= JSONLinesFeed.lineMax else {
            throw BadLine(number: count, fault: .tooLong(max: JSONLinesFeed.lineMax))
        }
        let object: JSONObject
        do throws(JSONFault) {
            object = try JSONObject(text)
        } catch {
            throw BadLine(number: count, fault: .malformed(at: error.at))
        }
        return JSONLine(object: object, number: count, names: names)
    }
}

extension SwitchEvent {
    /// The visit that an event goes on with; nil where it is of none, or begins one.
    fileprivate var laterVisit: SwitchCallID? {
        switch self {
        case .callOffered(let id, _, _), .offerEnded(let id, _, _), .callAnswered(let id, _, _),
            .callAbandoned(let id, _), .callLeft(let id, _, _), .callHeld(let id, _), .callResumed(let id, _),
            .callEnded(let id, _, _), .callLost(let id, _):
            id
        case .linkUp, .linkDown, .snapshot, .gap, .trouble, .callWaiting, .callRefused, .agentLoggedIn,
            .agentLoggedOut, .agentPaused, .agentUnpaused, .agentWrapUp:
            nil
        }
    }
}
