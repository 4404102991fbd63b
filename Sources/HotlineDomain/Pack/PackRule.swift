/// What stands in the way of a donor's pack.
public enum PackRule: String, RuleName {
    /// A month that the pack would tell of may still change.
    case monthOpen = "pack.month_open"
    /// The cases open at the end are not those at the start with what came and went.
    case balance = "pack.balance"
    /// The codes of an attribute do not add up to all of it.
    case countsDisagree = "pack.counts_disagree"
    /// Of two attributes one nearly says the other.
    case linkedFamilies = "pack.linked_families"
    /// Of two attributes that count the same people one is told by longer windows.
    case unevenWindows = "pack.uneven_windows"
    /// What was given to somebody stands against it.
    case releasedOtherwise = "pack.released_otherwise"
    /// The same pack was given before, and it was not this one.
    case changed = "pack.changed"
    /// A day, or a part of a month: months are what is closed.
    case notMonths = "pack.not_months"
}
