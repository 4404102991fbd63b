import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

extension Others {
    func words(_ kind: SubjectKind, _ keeping: Keeping, _ situation: Situation) -> OtherText {
        OtherText(situation.say, kind, time: { situation.dayAndClock($0) }) { id in
            words[id]?.revealed ?? situation.text(of: keeping.erasure(of: id))
        }
    }
}

extension Sheet {
    /// Field by field what stands and what the other one wrote; the lines of a case lead to where it is taken up.
    mutating func others(
        _ others: Others, of kind: SubjectKind, _ keeping: Keeping, _ situation: Situation,
        taking route: (OtherValue) -> Route? = { _ in nil }
    ) {
        guard !others.isEmpty else { return }
        let texts = others.words(kind, keeping, situation)
        heading(situation.say("other.heading"))
        for value in others.values {
            let (label, text) = (texts.label(value.field), texts.text(value))
            if let route = route(value) { link(route, label, text) } else { fact(label, text) }
        }
    }
}
