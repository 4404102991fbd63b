import HotlineDomain
import TerminalUI

/// One referral: to whom, for what, how far it has come, what became of it.
public struct ReferralScreen: ConsoleScreen {
    public static let title = "referral.title"

    let id: ReferralID
    var file: ReferralFile?
    var history: [HistoryRow] = []
    var pane = DetailPane()
    /// The provider's confidential address, once somebody has uncovered it here.
    var address: Private<String>?

    public init(_ id: ReferralID) { self.id = id }

    public func isMet(_ requirement: Requirement, _ situation: Situation) -> Bool {
        guard requirement == .confidentialAddress else { return situation.isMet(requirement) }
        return referral.flatMap { situation.hotline.provider($0.provider) }?.hasConfidentialAddress ?? false
    }

    var subject: Subject { Subject(.referral, id.raw) }
    var referral: Referral? { file?.referral }
    /// Of services that need a free place.
    var isForPlace: Bool { referral.map { Provider.servicesWithPlaces.contains($0.service) } ?? false }
}
