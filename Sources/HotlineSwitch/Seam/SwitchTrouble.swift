import HotlineDomain

/// Something is wrong between us and the switch, or with what it says. Trouble
/// is told and never ends a feed by itself.
public enum SwitchTrouble: Hashable, Sendable {
    /// Nobody answers at the address.
    case unreachable
    /// The switch did not greet within the time it has for that.
    case noBanner
    /// What greets there is no switch that we know.
    case notASwitch
    /// Wrong user or secret.
    case loginRefused
    /// The account may not do this.
    case notPermitted(action: String)
    /// Nothing was heard for as long as two pings take.
    case silent
    case connectionLost
    /// Lines that are no part of any message, in one message or between two.
    case garbage(lines: Int)
    /// Lines or messages longer than anything a switch has to say; cut.
    case oversized(bytes: Int)
    /// The switch's clock went forward (or back) by this.
    case clockJumped(by: Span)
    /// The times of what is read go back (or far ahead) by this, from this line on, and nothing puts
    /// that right: lengths over it are not known.
    case clockSet(by: Span, line: Int)
    /// Somebody waits, or no longer waits, of whom no event told.
    case eventsMissed(visits: Int)
    /// A line of a file or of standard input that cannot be used.
    case badLine(BadLine)

    /// A code for logs and for the text people read.
    public var code: String {
        switch self {
        case .unreachable: "unreachable"
        case .noBanner: "no_banner"
        case .notASwitch: "not_a_switch"
        case .loginRefused: "login_refused"
        case .notPermitted: "not_permitted"
        case .silent: "silent"
        case .connectionLost: "connection_lost"
        case .garbage: "garbage"
        case .oversized: "oversized"
        case .clockJumped: "clock_jumped"
        case .clockSet: "clock_set"
        case .eventsMissed: "events_missed"
        case .badLine: "bad_line"
        }
    }
}

/// A line that cannot be used: where it stands, and what would mend it.
public struct BadLine: Error, Hashable, Sendable {
    public enum Fault: Hashable, Sendable {
        /// Not the format at all, from this byte of the line on (counted from 1).
        case malformed(at: Int)
        case missing(field: String)
        /// The field holds something else than this.
        case wrong(field: String, expected: String)
        /// Not one of the known names; `nearest` is what may have been meant.
        case unknown(field: String, value: String, nearest: String?)
        case tooLong(max: Int)
        /// Of a visit of this call that no line before it began.
        case unknownVisit(call: String)
    }

    /// Counted from 1.
    public let number: Int
    public let fault: Fault

    public init(number: Int, fault: Fault) {
        self.number = number
        self.fault = fault
    }

    /// The key of its text, and what the text is filled with.
    public var rule: String {
        switch fault {
        case .malformed: "feed.malformed"
        case .missing: "feed.missing"
        case .wrong: "feed.wrong"
        case .unknown(_, _, nearest: nil): "feed.unknown_alone"
        case .unknown: "feed.unknown"
        case .tooLong: "feed.too_long"
        case .unknownVisit: "feed.unknown_visit"
        }
    }

    public var details: [String: String] {
        var details = ["line": String(number)]
        switch fault {
        case .malformed(let at): details["column"] = String(at)
        case .missing(let field): details["field"] = field
        case .wrong(let field, let expected):
            details["field"] = field
            details["expected"] = expected
        case .unknown(let field, let value, let nearest):
            details["field"] = field
            details["value"] = value
            details["nearest"] = nearest
        case .tooLong(let max): details["max"] = String(max)
        case .unknownVisit(let call): details["call"] = call
        }
        return details
    }
}
