/// The rules that can stand in the way of a stay's commands.
public enum StayRule: String, RuleName {
    case unknown = "stay.unknown"
    case exists = "stay.exists"
    case unknownProvider = "stay.unknown_provider"
    case noPlaces = "stay.no_places"
    case providerClosed = "stay.provider_closed"
    case full = "stay.full"
    case needsCategory = "stay.needs_category"
    case caseUnknown = "stay.case_unknown"
    case referralUnknown = "stay.referral_unknown"
    case unknownDonor = "stay.unknown_donor"
    case needsDonor = "stay.needs_donor"
    case inTheFuture = "stay.in_the_future"
    case leavesBeforeAdmission = "stay.leaves_before_admission"
    case hasLeft = "stay.has_left"
    case needsReason = "stay.needs_reason"
}
