/// How a transaction that writes stands to those of other programs.
///
/// PostgreSQL lets transactions run beside one another and takes one back when
/// they were in each other's way. Where that one can be done once more, nobody
/// has to wait. Where it cannot, or was taken back already, the others wait: an
/// advisory lock that everybody holds shared, and whoever must be alone, alone.
/// It is taken before the transaction begins, so that this one sees what those
/// before it did.
enum Turn {
    case beside, alone

    /// Where it is among the database's advisory locks: `R` `b` `y`, then what it is for.
    static let space: Int32 = 0x526279_01

    var take: String { "SELECT pg_advisory_lock\(suffix)(\(Turn.space), 0)" }
    var leave: String { "SELECT pg_advisory_unlock\(suffix)(\(Turn.space), 0)" }

    private var suffix: String { self == .beside ? "_shared" : "" }
}
