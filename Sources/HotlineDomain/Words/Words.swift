/// What somebody said or typed about a person: a note, a reason, a place name.
/// It lives in a record of its own beside the journal, so that it can be
/// erased without touching an event; events carry only its id.
public struct Words: Hashable, Sendable {
    public let id: WordsID
    public let subject: Subject
    public let field: WordsField
    public let text: Private<String>

    public init(id: WordsID, subject: Subject, field: WordsField, text: Private<String>) {
        self.id = id
        self.subject = subject
        self.field = field
        self.text = text
    }
}

/// Words on their way in: made and identified by the client, checked by `decide`.
public struct Written: Hashable, Sendable {
    public let id: WordsID
    public let text: Private<String>
    public init(id: WordsID, text: Private<String>) {
        self.id = id
        self.text = text
    }
}

public enum WordsField: String, Sendable, CaseIterable, Codable {
    case note, region, reason
    case handoverNote = "handover_note"
    case pseudonym, task, place
    /// What is known of a case or of a person in it.
    case caseField = "case_field"
    /// A provider's, where it is confidential.
    case address
    /// What a caller wants to be called.
    case codename
    case callBackNumber = "call_back_number"
    /// What became of a case in the houses it was in before.
    case course
}

/// Which kind of thing an event or a record of words belongs to.
public enum SubjectKind: String, Sendable, CaseIterable, Codable {
    case hotline, call, escalation, `case`, referral, shift, handover, stay, entry, visit
    case operatorState = "operator_state"
    case linkState = "link_state"
    case monthClosing = "month_closing"
    case packRelease = "pack_release"
    case access, erasure
}

/// One thing, by kind and id.
public struct Subject: Hashable, Sendable {
    public let kind: SubjectKind
    public let id: Int64
    public init(_ kind: SubjectKind, _ id: Int64) {
        self.kind = kind
        self.id = id
    }
}
