/// The rules that can stand in the way of what a feed says of a visit.
public enum VisitRule: String, RuleName {
    case needsKey = "visit.needs_key"
    case badName = "visit.bad_name"
}
