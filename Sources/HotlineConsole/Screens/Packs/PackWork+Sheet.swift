import HotlineDomain
import TerminalUI
import Wording

extension Sheet {
    /// How far a pack is that was asked for, or what came of it.
    mutating func work(_ work: PackWork, _ situation: Situation) {
        let say = situation.say
        switch work.state {
        case .going(let step):
            state(StateMark(glyph: .live, word: say("pack.work.going"), role: .strong))
            switch step {
            case .counting(let done, let count): fact(say("pack.work.months"), of(done, count, say))
            case .writing(let done, let count): fact(say("pack.work.files"), of(done, count, say))
            case .making, .done: break
            }
            fact(say("pack.give.goes_to"), work.errand.folder)
        case .done(let done):
            let key = work.errand.isDraft ? "pack.work.drafted" : "pack.work.given"
            state(StateMark(glyph: .done, word: say(key), role: .good))
            fact(say("pack.work.folder"), work.errand.folder, role: .strong)
            fact(say("cli.field.manifest"), done.manifest)
            if let earlier = done.earlier {
                text(
                    say("cli.export.given_before", ["by": earlier.by, "at": situation.dayAndClock(earlier.at)]),
                    role: .faint)
            }
        case .stopped(let fault):
            state(StateMark(glyph: .overdue, word: say("pack.work.stopped"), role: .warning))
            text(say(fault.key, fault.arguments), role: .warning)
        }
    }

    private func of(_ done: Int, _ count: Int, _ say: Say) -> String {
        say("pack.work.of", ["done": say.integer(done), "of": say.integer(count)])
    }
}
