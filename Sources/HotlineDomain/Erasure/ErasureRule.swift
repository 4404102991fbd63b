/// The rules that can stand in the way of erasing words, and of holding them.
public enum ErasureRule: String, RuleName {
    /// There is no such thing, or it has no words of its own.
    case unknown = "erasure.unknown"
    case needsReason = "erasure.needs_reason"
    /// Only the program erases for this: the journal would tell what did not happen.
    case programsReason = "erasure.programs_reason"
    case unknownPerson = "erasure.unknown_person"
    /// People of a case are erased one by one; nothing else has people.
    case onlyOfCase = "erasure.only_of_case"
    /// It is still worked on, or something that belongs to it is.
    case isOpen = "erasure.is_open"
    /// Somebody said that it must stay.
    case isHeld = "erasure.is_held"
    case nothingLeft = "erasure.nothing_left"
    /// Its time is not over.
    case notDue = "erasure.not_due"
    /// Its time was over, and then something happened.
    case newerActivity = "erasure.newer_activity"
    case alreadyHeld = "erasure.already_held"
    case notHeld = "erasure.not_held"
}
