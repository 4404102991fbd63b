import HotlineDomain
import TerminalUI

/// The referrals, newest first: those without their end, or all.
public struct ReferralsScreen: WorkListScreen {
    public static let title = "referrals.title"

    var list = WorkList<ReferralRow, ReferralFile>(.referral, openOnly: true)

    public init() {}
}
