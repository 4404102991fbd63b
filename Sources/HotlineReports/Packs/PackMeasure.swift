/// What a pack counts, as `data.csv` names it.
public enum PackMeasure: String, Sendable, CaseIterable, Hashable {
    case calls, cases
    /// Cases with a first sent referral to a service that counts.
    case referrals
    /// Services received.
    case services
    /// People taken into a shelter, and people brought home: told apart by `kind`.
    case persons
    /// SOS by what became of them.
    case escalations
}
