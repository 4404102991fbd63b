import HotlineDomain
import TerminalUI

/// One referral: to whom, for what, how far it has come, what became of it.
public struct ReferralScreen: ConsoleScreen {
    public static let title = "referral.title"

    let id: ReferralID
    var file: ReferralFile?
    var history: [HistoryRow] = []
    var pane = DetailPane()

    public init(_ id: ReferralID) { self.id = id }

    var subject: Subject { Subject(.referral, id.raw) }
    var referral: Referral? { file?.referral }
    /// Of services that need a free place.
    var isForPlace: Bool { referral.map { Provider.servicesWithPlaces.contains($0.service) } ?? false }
}
