/// The rules that can stand in the way of a link's state.
public enum LinkStateRule: String, RuleName {
    case exists = "link_state.exists"
    case badName = "link_state.bad_name"
}
