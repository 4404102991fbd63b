/// The rules that can stand in the way of an operator's state.
public enum OperatorStateRule: String, RuleName {
    case exists = "operator_state.exists"
    case needsState = "operator_state.needs_state"
    case badName = "operator_state.bad_name"
}
