import HotlineDomain

/// What somebody has typed into a form and not yet saved. It is on disk before
/// the screen shows it, and prints as a mask everywhere else.
public struct Draft: Hashable, Sendable, Codable {
    /// Which form: `call`, `escalation`, ...
    public var form: String
    /// What the form is about, when that exists already.
    public var subject: Int64?
    /// What was typed, by field.
    public var fields: [String: String]
    public var operatorCode: String
    public var startedAt: Instant

    public init(form: String, subject: Int64?, fields: [String: String], operatorCode: String, startedAt: Instant) {
        self.form = form
        self.subject = subject
        self.fields = fields
        self.operatorCode = operatorCode
        self.startedAt = startedAt
    }
}

extension Draft: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "Draft(\(form), \(fields.count) fields •••)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [(label: String?, value: Any)]()) }
}
