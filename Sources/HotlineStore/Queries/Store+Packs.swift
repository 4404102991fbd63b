import Crypto
import HotlineDomain

/// The release ledger: what was given to whom.
extension Store {
    /// Every pack that was given, in the order they were first given.
    public func packs() throws -> [PackRelease] {
        try engine.read { try PackReleaseTable.all(hotlineID, $0) }
    }

    /// What this donor was given of this period.
    public func pack(of donor: String, _ period: Period) throws -> PackRelease? {
        try engine.read {
            try StoreRecords(connection: $0, hotline: hotlineID).packRelease(of: donor, period: period.name)
        }
    }

    /// The date of the first call that counts; nil without one.
    public func firstCall() throws -> BusinessDate? {
        try engine.read { try StoreRecords(connection: $0, hotline: hotlineID).firstCounted() }
    }

    /// SHA-256 of bytes: 32 of them.
    public static func hash(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }
}
