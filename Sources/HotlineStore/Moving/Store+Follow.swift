import HotlineDomain

extension Store {
    /// The server that this desk joined has another address, because the house's store was moved there: it goes on
    /// as the same desk. Refused where what is there of this desk is not what is here.
    public func follow(_ server: Store, to address: String) throws -> EnrolledDesk {
        guard let mark = desk, try origin().isSameHotline(server.origin()),
            let known = try server.desks().first(where: { $0.mark == mark })
        else { throw Refusal(ShipmentRule.otherHotline) }
        guard try origin().keyMark == server.origin().keyMark else { throw Refusal(ShipmentRule.keyTurned) }
        if let retired = known.retired {
            throw Refusal(DeskRule.retired, ["desk": mark.description, "name": known.name, "by": retired.by])
        }
        // A copy of this desk went on as this one there.
        if let fork = try comparable(to: server).fork { throw fork }
        try settle(as: mark, at: address)
        return known
    }
}
