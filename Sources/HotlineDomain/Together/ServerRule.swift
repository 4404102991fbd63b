/// What a desk cannot do by itself, because it needs everybody's work, or
/// nobody else's.
public enum ServerRule: String, RuleName {
    /// It is done on the server's store, and the server is out of reach.
    case outOfReach = "desk.out_of_reach"
    /// What was done at this desk is not there yet.
    case notShipped = "desk.not_shipped"
    /// There is no server this desk has joined.
    case notJoined = "desk.not_joined"
    /// The hotline's key lies in the stores of other desks too.
    case keyIsShared = "desk.key_is_shared"
    /// What was written here waits for a server that is out of reach.
    case notCarried = "desk.not_carried"
    /// A backup in the place of a desk's store would go on as a second desk of its number.
    case notRestored = "desk.not_restored"
    /// The house's store is at another place by now.
    case moved = "desk.server_moved"
    /// The store in that place is a desk's already.
    case hasJoined = "desk.has_joined"
    /// A desk's store is a part of the house's, and carried nowhere by itself.
    case notMoved = "desk.not_moved"

    /// The server's store cannot be used for now; what a desk holds can.
    public static func isOfAbsence(_ rule: String) -> Bool {
        [outOfReach, notShipped, moved].contains { $0.rawValue == rule }
    }
}
