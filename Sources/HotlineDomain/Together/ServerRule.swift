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
}
