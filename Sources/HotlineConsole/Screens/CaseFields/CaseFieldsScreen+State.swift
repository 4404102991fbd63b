import HotlineDomain
import HotlineStore
import TerminalUI

/// What is known of a case, or of somebody in it: all fields of the table that
/// matter, one a line. Each letter is on disk; Esc leaves it there for later.
public struct CaseFieldsScreen: ConsoleScreen {
    public static let title = "case_fields.title"

    let id: CaseID
    let part: CasePart
    var form: CaseFieldsForm
    var file: CaseFile?
    /// When the first letter was typed that is not saved.
    var draftStartedAt: Instant?

    /// What the other one wrote there is put into the form when it opens.
    let takenUp: ThingField?

    public init(_ id: CaseID, _ part: CasePart, takingUp field: ThingField? = nil, _ situation: Situation) {
        self.id = id
        self.part = part
        takenUp = field
        form = CaseFieldsForm(part, situation.hotline)
    }

    public var isWriting: Bool { true }
    var draftKey: DraftKey { part.draftKey(id) }
}
