/// What a pack is, as the ledger remembers it: for whom, made from what, and
/// by which digest it is known again. No figure stands here, and nobody's words.
public struct PackContents: Hashable, Sendable, Codable {
    /// A closed month the pack was made from.
    public struct Month: Hashable, Sendable, Codable {
        /// Its first day.
        public let month: BusinessDate
        /// SHA-256 of its figures, as the closing has it.
        public let digest: String

        public init(month: BusinessDate, digest: String) {
            self.month = month
            self.digest = digest
        }
    }

    /// As it was written: `2009-09`.
    public let period: String
    public let terms: PackTerms
    /// In their order.
    public let months: [Month]
    /// Every table it shows, or makes a sum from.
    public let tables: [Release]
    /// SHA-256 of the manifest, which names every file by its own, in hexadecimal digits.
    public let manifest: String

    public init(period: Period, terms: PackTerms, months: [Month], tables: [Release], manifest: String) {
        self.period = period.name
        self.terms = terms
        self.months = months
        self.tables = tables
        self.manifest = manifest
    }

    public var donor: String { terms.donor.code }
}
