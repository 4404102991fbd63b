import HotlineDomain
import TerminalUI

/// A donor's pack, or a draft of it, on its way out: where it goes, and before
/// it does, to whom, of which period, and who signs for it.
public struct GivePackScreen: ConsoleScreen {
    public static let title = "pack.give.title"

    enum Field: String, CaseIterable, Sendable {
        case folder
    }

    let donor: String
    let period: Period
    let isDraft: Bool
    let place: PackPlace
    var form: Form<Field>

    /// - Parameter place: nil where nobody could write it.
    init(_ donor: String, _ period: Period, isDraft: Bool, _ place: PackPlace?) {
        self.donor = donor
        self.period = period
        self.isDraft = isDraft
        self.place = place ?? PackPlace(folder: "/", home: nil)
        let folder = self.place.suggestion(donor, period, isDraft: isDraft)
        // A path may be longer than any line; it is shown whole under the form.
        form = Form(labels: "pack.give.", [(.folder, .text(TextField(folder, limit: 1_000)))])
    }

    public var isWriting: Bool { true }
    public var saysRefusals: Bool { true }

    /// From the root on; empty where nothing is typed.
    var folder: String {
        let typed = form.text(.folder)
        return typed.isEmpty ? "" : place.whole(typed)
    }
}
