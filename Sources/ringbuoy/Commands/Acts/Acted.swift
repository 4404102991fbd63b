import ArgumentParser
import HotlineDomain
import HotlineStore

/// What a verb of the command line changes, found by what people and scripts
/// call it.
protocol Acted: Aggregate {
    /// Its commands in the engine.
    associatedtype Verb
    /// How it is said who does it.
    associatedtype Actor: NamingOption
    static func named(_ name: String, in store: Store) throws -> Self
    static func found(_ id: ID, in store: Store) throws -> Self?
    static func command(_ verb: Verb, on id: ID) -> Command
    /// Who does it where nobody was named and nobody has signed in.
    var keeper: String { get }
    var state: String { get }
    /// What the sentence about it is filled with.
    var told: [String: String] { get }
}

extension Acted where Actor == ActorOption {
    /// Somebody always is named.
    var keeper: String { Stamp.systemCode }
}

extension Escalation: Acted {
    typealias Actor = ActorOption

    static func named(_ name: String, in store: Store) throws -> Escalation { try store.escalation(named: name) }
    static func found(_ id: EscalationID, in store: Store) throws -> Escalation? { try store.escalation(id) }
    static func command(_ verb: EscalationCommand, on id: EscalationID) -> Command { .escalation(id, verb) }
    var state: String { status.rawValue }
    var told: [String: String] { ["number": callNumber] }
}

extension Case: Acted {
    typealias Actor = ActorOption

    static func named(_ name: String, in store: Store) throws -> Case { try store.case(named: name) }
    static func found(_ id: CaseID, in store: Store) throws -> Case? { try store.case(id) }
    static func command(_ verb: CaseCommand, on id: CaseID) -> Command { .case(id, verb) }
    var state: String { status.rawValue }
    var told: [String: String] { ["number": number] }
}

extension Referral: Acted {
    typealias Actor = KeeperOption

    static func named(_ name: String, in store: Store) throws -> Referral { try store.referral(named: name) }
    static func found(_ id: ReferralID, in store: Store) throws -> Referral? { try store.referral(id) }
    static func command(_ verb: ReferralCommand, on id: ReferralID) -> Command { .referral(id, verb) }
    var keeper: String { addedBy }
    var state: String { status.rawValue }
    var told: [String: String] { ["number": number] }
}

extension Shift: Acted {
    typealias Actor = ActorOption

    static func named(_ name: String, in store: Store) throws -> Shift { try store.shift(named: name) }
    static func found(_ id: ShiftID, in store: Store) throws -> Shift? { try store.shift(id) }
    static func command(_ verb: ShiftCommand, on id: ShiftID) -> Command { .shift(id, verb) }
    var state: String { status.rawValue }
    var told: [String: String] {
        ["operator": operatorCode, "date": businessDate.description, "pattern": pattern ?? "-"]
    }
}

extension Entry: Acted {
    typealias Actor = ActorOption

    static func named(_ name: String, in store: Store) throws -> Entry { try store.entry(named: name) }
    static func found(_ id: EntryID, in store: Store) throws -> Entry? { try store.entry(id) }
    static func command(_ verb: EntryCommand, on id: EntryID) -> Command { .entry(id, verb) }
    var state: String { status.rawValue }
    var told: [String: String] { [:] }
}
