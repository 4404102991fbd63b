import HotlineDomain

/// How Asterisk 11 and older say what 13 and later say, by table. Names are
/// looked up both ways in every message: a switch behind a proxy may greet as
/// one release and speak as another.
enum AMIDialect {
    /// Events by their old names.
    private static let events = [
        "Join": "QueueCallerJoin", "Leave": "QueueCallerLeave", "QueueMemberPaused": "QueueMemberPause",
    ]

    /// What a field was called before, the likeliest first.
    private static let fields: [AMIField: [String]] = [
        .interface: ["Interface", "Member", "Location", "AgentCalled"],
        .memberName: ["MemberName", "AgentName", "Name"],
        .destUniqueid: ["DestUniqueid", "BridgedChannel"],
        .pausedReason: ["PausedReason", "Reason"],
        .holdTime: ["HoldTime", "Holdtime"],
        .ringTime: ["RingTime", "Ringtime"],
        .talkTime: ["TalkTime", "Talktime"],
    ]

    static func event(_ name: String) -> String { events[name] ?? name }
    static func names(_ field: AMIField) -> [String] { fields[field] ?? [field.rawValue] }
}

/// The fields that are read, by the names of release 13 and later.
enum AMIField: String {
    case abandoned = "Abandoned"
    case actionID = "ActionID"
    case agentEvent = "Event"
    case completed = "Completed"
    case callerIDNum = "CallerIDNum"
    case destUniqueid = "DestUniqueid"
    case exten = "Exten"
    case holdTime = "HoldTime"
    case interface = "Interface"
    case linkedid = "Linkedid"
    case memberName = "MemberName"
    case paused = "Paused"
    case pausedReason = "PausedReason"
    case queue = "Queue"
    case reason = "Reason"
    case ringTime = "RingTime"
    case status = "Status"
    case talkTime = "TalkTime"
    case timestamp = "Timestamp"
    case uniqueid = "Uniqueid"
    case uptime = "Uptime"
    case wait = "Wait"
    case wrapUpTime = "Wrapuptime"

    /// What visits go by.
    var isKey: Bool {
        switch self {
        case .queue, .uniqueid, .linkedid: true
        default: false
        }
    }
}

extension AMIMessage {
    /// What happened, by the name release 13 and later have for it.
    var event: String? { self["Event"].map(AMIDialect.event) }

    /// Nil where the field is missing or empty.
    subscript(field: AMIField) -> String? {
        for name in AMIDialect.names(field) {
            if let value = self[name] { return value.isEmpty ? nil : field.isKey ? SwitchName.shown(value) : value }
        }
        return nil
    }

    /// Nil also for numbers that no length of time has.
    func number(_ field: AMIField) -> Int64? {
        self[field].flatMap { Int64($0) }.flatMap { (0...1_000_000_000).contains($0) ? $0 : nil }
    }

    /// Channel variables the switch was told to send along (`channelvars`).
    func variable(_ name: String) -> String? {
        for pair in all(prefix: "ChanVariable") where pair.hasPrefix(name + "=") {
            let value = pair.dropFirst(name.count + 1)
            return value.isEmpty ? nil : String(value)
        }
        return nil
    }
}
