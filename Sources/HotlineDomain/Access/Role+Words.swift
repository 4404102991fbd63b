extension Role {
    /// Whether the slot of somebody with this role holds the hotline's key:
    /// a reporting officer sees counts, an auditor the journal, a bridge nothing.
    public var opensWords: Bool {
        switch self {
        case .operator, .specialist, .supervisor, .admin: true
        case .reportingOfficer, .auditor, .bridge: false
        }
    }
}

extension Operator {
    public var opensWords: Bool { roles.contains(where: \.opensWords) }
}
