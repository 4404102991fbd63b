import HotlineDomain

/// Something `verify` found wrong. Its sentence is in the catalogue under
/// `verify.<name>`.
public enum Finding: Hashable, Sendable {
    /// The engine's own check of its file.
    case engine(detail: String)
    /// A node's chain misses events: this was expected next.
    case gap(node: Int64, sequence: Int64)
    /// An event does not hash to what stands beside it.
    case chainBroken(node: Int64, sequence: Int64)
    /// The chain ends elsewhere than the node's head says: its tail is cut off.
    case headDiffers(node: Int64)
    /// An event this release cannot read.
    case unreadableEvent(node: Int64, sequence: Int64)
    /// An event builds on one that is not there, of another thing, or after it.
    case misplaced(node: Int64, sequence: Int64)
    /// Lists get slow without it, and a number may be given twice.
    case indexMissing(name: String)
    /// A read table's row is not what the events say.
    case rowDiffers(table: String, id: Int64)
    case rowMissing(table: String, id: Int64)
    case rowWithoutEvent(table: String, count: Int64)
    /// A count is not what the events say.
    case countDiffers(measure: String, dimension: String, date: BusinessDate, key: String, stored: Int64, true: Int64)
    /// A counter of spoken numbers stands below a number that was given: it would
    /// be given again.
    case numberBehind(kind: String, year: Int, stored: Int, given: Int)
    /// A closed month's figures are not those its digest was made of.
    case monthDiffers(month: String)
    /// A record of words is not what was written.
    case wordsDiffer(id: Int64)
    /// A record of words is whole and does not open with the hotline's key: it was put there.
    case wordsClosed(id: Int64)
    /// An event names words, and there is neither the record nor its tombstone.
    case wordsMissing(count: Int64)
    /// Nobody comes in by this slot any more.
    case slotDamaged(owner: String)
    /// The printed key opens nothing any more.
    case recoverySlotDamaged
    /// Fingerprints of callers of whom no event tells.
    case callerSignWithoutCall(count: Int64)
    /// A caller's fingerprint is not what was written, or its key is gone before it.
    case callerSignClosed(call: Int64)

    /// Words are gone, and no event says who erased them and why.
    case erasedWithoutEvent(id: Int64)
    /// An event says that words were erased, and they are still there.
    case notErased(id: Int64)

    /// Whether the chain is to blame, rather than what is read off it.
    public var isOfChain: Bool {
        switch self {
        case .gap, .chainBroken, .headDiffers, .unreadableEvent, .misplaced: true
        default: false
        }
    }

    /// Of whose chain it tells.
    public var node: Int64? {
        switch self {
        case .gap(let node, _), .chainBroken(let node, _), .headDiffers(let node), .unreadableEvent(let node, _),
            .misplaced(let node, _):
            node
        default: nil
        }
    }

    public var name: String {
        switch self {
        case .engine: "engine"
        case .gap: "gap"
        case .chainBroken: "chain_broken"
        case .headDiffers: "head_differs"
        case .unreadableEvent: "unreadable_event"
        case .misplaced: "misplaced"
        case .indexMissing: "index_missing"
        case .rowDiffers: "row_differs"
        case .rowMissing: "row_missing"
        case .rowWithoutEvent: "row_without_event"
        case .countDiffers: "count_differs"
        case .monthDiffers: "month_differs"
        case .wordsMissing: "words_missing"
        case .callerSignWithoutCall: "caller_sign_without_call"
        case .callerSignClosed: "caller_sign_closed"
        case .wordsDiffer: "words_differ"
        case .slotDamaged: "slot_damaged"
        case .recoverySlotDamaged: "recovery_slot_damaged"
        case .wordsClosed: "words_closed"
        case .numberBehind: "number_behind"
        case .erasedWithoutEvent: "erased_without_event"
        case .notErased: "not_erased"
        }
    }

    public var details: [String: String] {
        switch self {
        case .engine(let detail): ["detail": detail]
        case .gap(let node, let sequence), .chainBroken(let node, let sequence),
            .unreadableEvent(let node, let sequence), .misplaced(let node, let sequence):
            ["node": String(node), "sequence": String(sequence)]
        case .indexMissing(let name): ["name": name]
        case .headDiffers(let node): ["node": String(node)]
        case .slotDamaged(let owner): ["operator": owner]
        case .recoverySlotDamaged: [:]
        case .monthDiffers(let month): ["month": month]
        case .rowDiffers(let table, let id), .rowMissing(let table, let id):
            ["table": table, "id": ID<Call>(raw: id).description]
        case .rowWithoutEvent(let table, let count): ["table": table, "count": String(count)]
        case .countDiffers(let measure, let dimension, let date, let key, let stored, let real):
            [
                "measure": measure, "dimension": dimension, "date": date.description, "key": key,
                "stored": String(stored), "true": String(real),
            ]
        case .wordsDiffer(let id), .wordsClosed(let id), .erasedWithoutEvent(let id), .notErased(let id):
            ["id": ID<Words>(raw: id).description]
        case .wordsMissing(let count), .callerSignWithoutCall(let count): ["count": String(count)]
        case .callerSignClosed(let call): ["id": ID<Call>(raw: call).description]
        case .numberBehind(let kind, let year, let stored, let given):
            ["kind": kind, "year": String(year), "stored": String(stored), "given": String(given)]
        }
    }
}

/// What `verify` says of a store.
public struct Verification: Sendable, Hashable {
    public let events: Int64
    /// The first hundred; `more` says how many others there are.
    public let findings: [Finding]
    public let more: Int
    public var chainIsSound: Bool { !findings.contains { $0.isOfChain } }
    public var tablesAreSound: Bool {
        !findings.contains {
            switch $0 {
            case .engine, .slotDamaged, .recoverySlotDamaged, .monthDiffers: false
            default: !$0.isOfChain
            }
        }
    }
    public var isSound: Bool { findings.isEmpty }
}
