extension Work {
    /// At a desk that works no more people come in and look, and nothing else: what was done there before they
    /// heard of it has gone to the server.
    func refuseRetired(_ command: Command) throws {
        guard let desk else { return }
        if case .access = command { return }
        guard let retired = try records.retirement(of: desk) else { return }
        throw Refusal(DeskRule.isRetired, ["desk": desk.description, "by": retired.by])
    }
}

extension Command {
    /// It is for the whole house: done at the server where desks have joined.
    public var isOfHouse: Bool {
        switch self {
        case .hotline(.changeSettings(let changes)): changes[.retention] != nil
        case .erasure(_, .retire): true
        default: false
        }
    }
}

extension Refusal {
    init(ofHouseAt desk: DeskMark) { self.init(DeskRule.ofHouse, ["desk": desk.description]) }
}
