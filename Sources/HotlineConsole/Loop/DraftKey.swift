import HotlineStore

/// Which form a draft belongs to: one form about one thing has one draft.
public struct DraftKey: Hashable, Sendable {
    public let form: String
    /// What the form is about, nil for something that does not exist yet.
    public let subject: Int64?

    public init(_ form: String, _ subject: Int64?) {
        self.form = form
        self.subject = subject
    }
}

extension Draft {
    public var key: DraftKey { DraftKey(form, subject) }
}
