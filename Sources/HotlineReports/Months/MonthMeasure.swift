/// What a closed month holds, and by which attributes. A month once closed is
/// read for ever: measures are added here, never renamed and never taken away.
public enum MonthMeasure: String, Sendable, CaseIterable, Hashable {
    /// None; and each dimension of `Dimension.ofCalls` by itself, `not_recorded` among the codes.
    case calls, sos
    /// `outcome`, `open` among the codes.
    case escalations
    /// `outcome`: every SOS of the project year so far by what is known of it at closing. An outcome
    /// that comes after its month was closed is in no other figure.
    case outcomesToDate = "outcomes_to_date"
    /// None; and `referred` only none.
    case casesOpened = "cases_opened"
    case referred
    /// `reason`: why it was closed.
    case casesClosed = "cases_closed"
    /// None; `service`, `donor` and `provider` each by itself; `service` with `donor`.
    case delivered
    /// None; `category`, `donor` and `provider` each by itself.
    case admitted
    /// None; `category`, `country` and `donor` each by itself.
    case repatriated

    /// `line` with `outcome`, a term of the identity or `closed`.
    case visits
    /// `line`: answered within the target of the time.
    case visitsInTarget = "visits_in_target"
    /// `line`: milliseconds waited by those who were answered.
    case waitMilliseconds = "wait_ms"
    /// `line` with `seconds`: answered visits by whole seconds waited.
    case waits
    /// `line`: answered visits heard to their end, and the milliseconds they took.
    case handled
    case handleMilliseconds = "handle_ms"
    /// None.
    case openMinutes = "open_minutes"
    case staffedMinutes = "staffed_minutes"
    case belowPlanMinutes = "below_plan_minutes"
    /// None: SOS acknowledged at all, and those within the time set for it.
    case acknowledged
    case acknowledgedInTarget = "acknowledged_in_target"
    /// `seconds`: SOS by whole seconds from being raised to being acknowledged.
    case reactions

    /// `field`: calls for which it was recorded; of all calls.
    case recorded
    /// `territory` with `state`: `in`, `none` or `missing`; one each.
    case returns
    /// `step`: `open_at_start`, `opened`, `reopened`, `closed`, `merged`, `open_at_end`.
    case balance
    /// `month`, that of the call, with `step`: `calls`, `sos`, `cases`, `referred`, as known at closing.
    case cohort
    /// `code` with `basis` (`period` or `cumulative`), `source` and `as_of`: figures of the register
    /// whose time ends in this month.
    case indicator
}
