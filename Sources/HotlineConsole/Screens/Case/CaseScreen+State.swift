import HotlineDomain
import TerminalUI

/// One case: where it came from, how it stands, its referrals, all that happened.
public struct CaseScreen: ConsoleScreen {
    public static let title = "case.title"

    let id: CaseID
    var file: CaseFile?
    var history: [HistoryRow] = []
    var pane = DetailPane()
    /// Who has read it stands in place of what is known of it.
    var showsReaders = false

    public init(_ id: CaseID) { self.id = id }

    var subject: Subject { Subject(.case, id.raw) }
    var status: Case.Status? { file?.case.status }

    public func isMet(_ requirement: Requirement, _ situation: Situation) -> Bool {
        guard requirement == .notProposer else { return situation.isMet(requirement) }
        return file?.case.closing?.proposedBy != situation.person?.code
    }
}
