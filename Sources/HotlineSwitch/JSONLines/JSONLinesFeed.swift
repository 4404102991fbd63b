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
/// transfer; `visit` counts its stays in one line from 1. `line` must stand
/// wherever a call may be in more than one. `agent` may be a device, its name
/// then stands in `agentName`. Other fields are ignored.
public struct JSONLinesFeed: Sendable {
    public static let lineMax = 65_536

    private let names: SwitchNames
    private var clock = ToldClock()
    private var count = 0
    /// How many lines were events.
    public private(set) var understood = 0

    public init(names: SwitchNames = SwitchNames()) { self.names = names }

    /// One line without its end. `arrived`: when it came, if it may have been told as it happened.
    public mutating func take(_ text: some StringProtocol, arrived: SwitchMoment? = nil) -> [SwitchEvent] {
        count += 1
        guard text.contains(where: { !$0.isWhitespace }) else { return [] }
        do throws(BadLine) {
            let line = try line(text)
            let (at, event) = (try line.at(), try line.event())
            understood += 1
            return clock.read(at, line: count, arrived: arrived) + [event]
        } catch {
            return [.trouble(.badLine(error), at: Instant(milliseconds: 0))]
        }
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
