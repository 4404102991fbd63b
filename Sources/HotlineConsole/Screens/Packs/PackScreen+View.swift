import HotlineDomain
import HotlineReports
import TerminalUI
import Wording

extension PackScreen {
    public func draw(on surface: inout Surface, _ situation: Situation) {
        let (facts, tables) = sheets(surface.bounds.size, situation)
        pane.draw(on: &surface, facts, tables)
    }

    /// What there is to know of it, and beside it every table as the donor will see it.
    func sheets(_ size: Size, _ situation: Situation) -> (facts: Sheet, tables: Sheet) {
        let (left, right) = DetailPane.parts(size)
        var facts = Sheet(width: left.width)
        var tables = Sheet(width: right?.width ?? left.width)
        facts.heading("\(PackWords(situation.say).name(period)), \(situation.hotline.donor(donor)?.name ?? donor)")
        if let work = situation.packWork, work.isOf(donor, period) { facts.work(work, situation) }
        if let counting {
            facts.state(
                StateMark(glyph: .live, word: situation.say("pack.screen.counting"), role: .text),
                situation.say(
                    "pack.work.of",
                    ["done": situation.say.integer(counting.done), "of": situation.say.integer(counting.of)]))
        }
        switch view {
        case nil: break
        case .refused(let refusal): facts.text(situation.say(refusal.sentence, refusal.details), role: .warning)
        case .preview(let preview):
            facts.facts(of: preview, situation)
            tables.tables(of: preview.pack, situation)
        }
        return (facts, tables)
    }
}

extension Sheet {
    fileprivate mutating func facts(of preview: PackPreview, _ situation: Situation) {
        let (say, words) = (situation.say, PackWords(situation.say).naming(preview.pack.names))
        if let earlier = preview.earlier {
            state(
                StateMark(glyph: .done, word: say("packs.state.given", ["who": earlier.first.by]), role: .good),
                situation.dayAndClock(earlier.first.at))
        }
        let open = Period.runs(of: preview.openMonths).map(words.within).joined(separator: ", ")
        if !open.isEmpty {
            state(StateMark(glyph: .overdue, word: say("pack.screen.open"), role: .warning), open)
        }
        fact(say("cli.preview.language"), Language(rawValue: preview.pack.donor.language)?.ownName ?? "")
        fact(words.name(preview.pack.period), headline(preview.pack.funnel(.eventDate), say))
        if let before = preview.before { fact(words.name(before.period), headline(before.funnel, say)) }
        if preview.pack.yearToDate != preview.pack.period {
            fact(
                words.name(preview.pack.yearToDate),
                headline(preview.pack.funnel(.eventDate, yearToDate: true), say))
        }
        indicators(preview.pack, words, say)
        heading(say("cli.preview.notes"))
        for note in preview.pack.notes { text(words.note(note)) }
        if !preview.newTables.isEmpty {
            heading(say("cli.preview.new"))
            for table in preview.newTables {
                let window = Period(table.window).map(words.within) ?? table.window
                text("\(say("pack.family.\(table.family)")), \(window)")
            }
        }
    }

    private mutating func indicators(_ pack: Pack, _ words: PackWords, _ say: Say) {
        guard !pack.indicators.isEmpty else { return }
        heading(say("cli.preview.indicators"))
        for figures in pack.indicators {
            var details = [
                "name": words.wording(figures.indicator), "actual": words.figure(figures.actual),
                "cumulative": words.figure(figures.cumulative),
            ]
            details["target"] = figures.indicator.target.map { say.integer($0) }
            text(
                say(
                    details["target"] == nil ? "pack.screen.indicator.no_target" : "pack.screen.indicator", details))
            if let comment = figures.comment { text(words.comment(comment), indent: 2, role: .faint) }
        }
    }

    /// `calls 104, SOS 11, cases opened 2, referred 0`, as of a month
    private func headline(_ funnel: Funnel, _ say: Say) -> String {
        let steps = [
            ("calls", funnel.calls), ("sos", funnel.sos), ("cases_opened", funnel.casesOpened),
            ("referred", funnel.referred),
        ]
        return steps.map { "\(say("months.headline.\($0.0)")) \(say.integer($0.1))" }.joined(separator: ", ")
    }

    /// Line by line, with the SOS among calls behind them, or the mark for what is withheld.
    fileprivate mutating func tables(of pack: Pack, _ situation: Situation) {
        let (say, words) = (situation.say, PackWords(situation.say).naming(pack.names))
        for figures in pack.families {
            for window in figures.windows {
                guard let table = window.publication.table else { continue }
                heading("\(say("pack.family.\(figures.family.name.rawValue)")), \(words.within(window.period))")
                for row in table.rows {
                    let split = row.split.map { say.integer($0.sos) } ?? PackWords.withheldMark
                    fact(
                        words.label(figures.family.name.column, row.key.name),
                        say.integer(row.total) + (table.hasSplits ? "  \(say("pack.step.sos")) \(split)" : ""))
                }
            }
        }
    }
}
