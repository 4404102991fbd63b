/// An identifier made where the thing was made: 41 bits of milliseconds since
/// 2000-01-01T00:00:00Z, 12 bits of node, 10 bits of sequence. Typed by what
/// it identifies, so a case can never be passed where a call is meant.
public struct ID<Kind: Sendable>: Hashable, Comparable, Sendable {
    public let raw: Int64

    public init(raw: Int64) { self.raw = raw }

    public static func < (a: ID, b: ID) -> Bool { a.raw < b.raw }

    public static var epoch: Instant { Instant(milliseconds: 946_684_800_000) }

    /// `node` 0 ... 4095, `sequence` 0 ... 1023.
    public init(at instant: Instant, node: Int64, sequence: Int64) {
        let milliseconds = max(0, instant.milliseconds - ID.epoch.milliseconds)
        raw = (milliseconds << 22) | ((node & 0xFFF) << 10) | (sequence & 0x3FF)
    }

    public var node: Int64 { (raw >> 10) & 0xFFF }
    public var madeAt: Instant { Instant(milliseconds: (raw >> 22) + ID.epoch.milliseconds) }
}

/// Thirteen characters of Crockford's base 32 in lower case, which has no
/// letters that are mistaken for digits when read aloud.
extension ID: LosslessStringConvertible {
    private static var alphabet: [Character] { Array("0123456789abcdefghjkmnpqrstvwxyz") }

    public init?(_ description: String) {
        guard description.count == 13 else { return nil }
        let alphabet = ID.alphabet
        var value: Int64 = 0
        for (place, character) in description.lowercased().enumerated() {
            guard let digit = alphabet.firstIndex(of: character), place > 0 || digit < 8 else { return nil }
            value = (value << 5) | Int64(digit)
        }
        raw = value
    }

    public var description: String {
        let alphabet = ID.alphabet
        var characters: [Character] = []
        for place in (0..<13).reversed() {
            characters.append(alphabet[Int((raw >> Int64(place * 5)) & 31)])
        }
        return String(characters)
    }
}

extension ID: Codable {
    public init(from decoder: any Decoder) throws { raw = try decoder.singleValueContainer().decode(Int64.self) }
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.singleValueContainer()
        try box.encode(raw)
    }
}

public typealias CallID = ID<Call>
public typealias EscalationID = ID<Escalation>
public typealias CaseID = ID<Case>
public typealias ReferralID = ID<Referral>
public typealias ShiftID = ID<Shift>
public typealias HandoverID = ID<Handover>
public typealias StayID = ID<Stay>
public typealias EntryID = ID<Entry>
public typealias VisitID = ID<Visit>
public typealias OperatorStateID = ID<OperatorState>
public typealias LinkStateID = ID<LinkState>
public typealias MonthClosingID = ID<MonthClosing>
public typealias PackReleaseID = ID<PackRelease>
/// A sealed record of what a person said or typed; the only link from an
/// event to words.
public typealias WordsID = ID<Words>

/// Makes ids for one node: never twice the same, never backwards, even when
/// the clock is. The caller owns it and decides what `now` is.
public struct IDMaker: Sendable {
    public let node: Int64
    private var last: Int64
    /// Where it begins within a millisecond.
    private let start: Int64
    /// So far ahead of the last id the first one is, where the clock stands behind that.
    private var lead: Int64

    /// Some four seconds: 4,096 milliseconds of 1,024 ids.
    private static let leadMax: Int64 = 1 << 22
    private static let end: Int64 = 1 << 51

    /// Goes on after an id this node made before, also when the clock was set back since; where it begins is
    /// left to chance. Of two copies of one store neither knows of the other, and they must not make the same ids.
    public init(
        node: Int64, after id: Int64 = 0, chance: some RandomNumberGenerator = SystemRandomNumberGenerator()
    ) {
        var chance = chance
        self.node = node
        last = ((id >> 22) << 10) | (id & 0x3FF)
        start = .random(in: 0...0x3FF, using: &chance)
        let room = max(0, IDMaker.end - 1 - last) / 2
        lead = .random(in: 0...min(room, IDMaker.leadMax), using: &chance)
    }

    /// The last id made, 0 for none.
    public var lastRaw: Int64 { last == 0 ? 0 : ((last >> 10) << 22) | ((node & 0xFFF) << 10) | (last & 0x3FF) }

    public mutating func make<Kind>(_ kind: Kind.Type = Kind.self, at now: Instant) -> ID<Kind> {
        var stamp = max(0, now.milliseconds - ID<Kind>.epoch.milliseconds) << 10
        stamp |= start
        if stamp <= last { stamp = last + 1 + lead }
        lead = 0
        last = stamp
        return ID(raw: ((stamp >> 10) << 22) | ((node & 0xFFF) << 10) | (stamp & 0x3FF))
    }
}
