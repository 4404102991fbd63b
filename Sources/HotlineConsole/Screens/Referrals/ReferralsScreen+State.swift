import HotlineDomain
import TerminalUI

/// The referrals, newest first: those without their end, or all.
public struct ReferralsScreen: ConsoleScreen {
    public static let title = "referrals.title"

    var list = WorkList<ReferralRow, ReferralFile>(.referral, openOnly: true)

    public init() {}

    public var isWriting: Bool { list.pane.isWriting }

    public func isMet(_ requirement: Requirement, _ situation: Situation) -> Bool {
        requirement == .selection ? list.pane.selected != nil : situation.isMet(requirement)
    }
}
