import HotlineDomain
import TerminalUI
import Wording

extension Sheet {
    /// Acts on this thing that were begun and not finished, each a line that leads to it.
    mutating func drafts(of subject: Subject, _ situation: Situation) {
        let begun = Act.all(subject.id).filter { $0.subject == subject && situation.drafts[$0.draftKey] != nil }
        guard !begun.isEmpty else { return }
        heading(situation.say("detail.drafts"))
        for act in begun {
            link(.act(act), "\(Glyph.ellipsis)", situation.say("act.\(act.name)"), role: .warning)
        }
    }
}
