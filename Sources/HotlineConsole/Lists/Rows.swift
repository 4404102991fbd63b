import HotlineDomain
import HotlineStore
import TerminalUI

/// Which page of a list is to be read.
public typealias ListWant<Row: Identifiable & Hashable & Sendable> = ListWindow<Row>.Want where Row.ID: Sendable

// Rows of the lists: the thing itself, identified by its place in the list.

public struct CallRow: Hashable, Sendable, Identifiable {
    public let call: Call
    public var id: CallKey { CallKey(call) }
    public init(_ call: Call) { self.call = call }
}

public struct EscalationRow: Hashable, Sendable, Identifiable {
    public let escalation: Escalation
    public var id: EscalationID { escalation.id }
    public init(_ escalation: Escalation) { self.escalation = escalation }
}

public struct CaseRow: Hashable, Sendable, Identifiable {
    public let `case`: Case
    public var id: CaseID { self.case.id }
    public init(_ case: Case) { self.case = `case` }
}

public struct ReferralRow: Hashable, Sendable, Identifiable {
    public let referral: Referral
    public var id: ReferralID { referral.id }
    public init(_ referral: Referral) { self.referral = referral }
}

/// An event of the journal, with the name of the thing it is about.
public struct AuditRow: Hashable, Sendable, Identifiable {
    public let line: Store.AuditLine
    /// What was looked at, where it is about looking; nil for the hotline itself.
    public let thing: Subject?
    /// By what people know it; nil where it has no name of its own.
    public let name: Store.ThingName?
    public var id: Int64 { line.position }
    public init(_ line: Store.AuditLine, thing: Subject?, name: Store.ThingName?) {
        self.line = line
        self.thing = thing
        self.name = name
    }
}

/// A page as it came back.
public struct Page<Row: Identifiable & Hashable & Sendable>: Hashable, Sendable where Row.ID: Sendable {
    public let rows: [Row]
    public let want: ListWant<Row>
    /// The search was cut short here, and goes on from this place.
    public let goesOn: Row.ID?

    public init(_ rows: [Row], for want: ListWant<Row>, goesOn: Row.ID? = nil) {
        self.rows = rows
        self.want = want
        self.goesOn = goesOn
    }
}
