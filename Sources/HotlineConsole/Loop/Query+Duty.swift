import HotlineDomain

extension Query {
    /// Whose duty it is to see the answer, where it is not everybody's at the desk.
    var duty: Duty? {
        switch self {
        case .auditPage, .auditPlace: .readJournal
        case .slotOwners: .staff
        case .callBackNumber: .unmask
        case .retention: .erase
        default: nil
        }
    }
}
