import FoundationEssentials
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

/// As it lies on the disk: sealed like every other word, since it is one.
extension Draft {
    private static let place = "draft"

    /// Throws `locked` where nobody who may write words has signed in.
    func sealed(_ store: Store) throws -> [UInt8] {
        guard let key = store.vault({ $0.draftKey }) else { throw StoreError.locked }
        return try Seal.close(Array(try JSONEncoder().encode(self)), with: key, for: Draft.place)
    }

    /// Throws `BrokenSeal` for another store's.
    init(sealed bytes: [UInt8], _ store: Store) throws {
        guard let key = store.vault({ $0.draftKey }) else { throw StoreError.locked }
        self = try JSONDecoder().decode(
            Draft.self, from: Data(try Seal.open(bytes, with: key, for: Draft.place)))
    }
}
