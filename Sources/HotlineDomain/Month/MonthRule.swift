/// The rules that can stand in the way of closing a month.
public enum MonthRule: String, RuleName {
    case exists = "month.exists"
    case alreadyClosed = "month.already_closed"
    case notOver = "month.not_over"
    /// Months are closed in their order: what is late for one counts in the next.
    case earlierOpen = "month.earlier_open"
    case draftsLeft = "month.drafts_left"
    case doesNotReconcile = "month.does_not_reconcile"
    /// Nothing was counted before it.
    case nothingCounted = "month.nothing_counted"
}
