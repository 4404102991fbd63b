/// What can be asked about a thing's words.
public enum ErasureCommand: Hashable, Sendable {
    /// `person`: only what was said of this person of the case. `onlyIt`: what
    /// hangs on it (its SOS, calls, referrals) keeps its words.
    case erase(because: String, person: Int?, onlyIt: Bool)
    /// The hotline's time for it was over at that moment; refused where anything
    /// happened since, to it or to what it belongs to.
    /// `only`: not the whole of it, but the number somebody left to be called back.
    case retire(listed: Instant, only: Retention.Kind? = nil)
    case hold(because: String)
    case release(because: String)
}
