import HotlineDomain
import TerminalUI
import Wording

/// What stands where words stood.
extension Situation {
    /// `erased 14 Sep 16:20: The caller asked for it`
    func text(of erasure: Erasure?) -> String {
        guard let erasure else { return say("detail.erased") }
        return say(
            "detail.erased_on",
            ["time": dayAndClock(erasure.stamp.at), "because": label(.erasedBecause, erasure.because)])
    }

    /// Somebody's words, or what became of them; nothing where there were none.
    func said(_ words: Private<String>?, _ id: WordsID?, _ keeping: Keeping) -> String {
        if let words { return words.revealed }
        return id.flatMap { keeping.erasure(of: $0) }.map { text(of: $0) } ?? ""
    }
}

extension Keeping {
    /// What was erased, and that the rest is held; not what newer words took the place of.
    func lines(_ situation: Situation) -> [String] {
        erasures.filter { $0.because != Erasure.replaced }.map { situation.text(of: $0) }
            + (hold.map { [situation.text(of: $0)] } ?? [])
    }
}

extension Situation {
    func text(of hold: Hold) -> String {
        say(
            "detail.held_since",
            [
                "time": dayAndClock(hold.stamp.at), "by": hold.stamp.by,
                "because": label(.keptBecause, hold.because),
            ])
    }
}

extension Sheet {
    /// That the words are held, since when and why.
    mutating func held(_ keeping: Keeping, _ situation: Situation) {
        guard let hold = keeping.hold else { return }
        fact(situation.say("detail.held"), situation.text(of: hold), role: .warning)
    }
}
