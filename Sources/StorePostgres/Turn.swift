/// How a transaction that writes stands to those of other programs.
///
/// Those that judge run beside one another, serializable: PostgreSQL takes one
/// of two back when they were in each other's way. Those that take what was
/// judged elsewhere know beforehand what they are about, and wait for whoever is
/// about the same; the level that keeps a record of all that was looked at would
/// cost them half their speed. The two kinds know nothing of each other, so they
/// never run at one time, and whoever must not be in anybody's way is alone.
///
/// What tells them apart is how they hold a table that nobody reads or writes.
/// It is held before anything is looked at, so that a transaction sees what
/// those before it did, and let go of when everybody can see what this one did.
/// https://www.postgresql.org/docs/15/explicit-locking.html
enum Turn {
    case judging
    case taking
    case alone

    /// Where the numbers of programs are among the database's advisory locks: `R` `b` `y`, then what it is for.
    static let space: Int32 = 0x526279_01
    static let table = "turn"
    /// A server has room for 64 locks a session, as it is installed, and half of them are for tables and
    /// indexes; whoever is about more waits for everybody.
    static let keysMax = 32

    var begin: String {
        "BEGIN ISOLATION LEVEL \(self == .taking ? "READ COMMITTED" : "SERIALIZABLE"), READ WRITE"
    }

    var take: String { "LOCK TABLE \(Turn.table) IN \(mode) MODE" }

    static let lock = "SELECT pg_advisory_xact_lock($1)"

    /// The first goes well with itself and no other, the second as well, the third with nobody.
    private var mode: String {
        switch self {
        case .taking: "ROW EXCLUSIVE"
        case .judging: "SHARE"
        case .alone: "EXCLUSIVE"
        }
    }
}
