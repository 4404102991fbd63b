import HotlineConsole
import HotlineDomain
import HotlineReports
import Wording

/// A pack before it is given, as people read it on a terminal: in the language
/// of the run, whatever the pack itself speaks.
struct PreviewText {
    private let preview: PackPreview
    private let today: BusinessDate
    private let zone: ZoneRules
    private let words: PackWords

    init(_ preview: PackPreview, on today: BusinessDate, zone: ZoneRules) {
        self.preview = preview
        self.today = today
        self.zone = zone
        words = PackWords(say).naming(preview.pack.names)
    }

    private var pack: Pack { preview.pack }

    func print() throws {
        try printHead()
        try printFunnel()
        try printTables()
        try printIndicators()
        try section("cli.preview.notes", pack.notes.map { words.note($0) })
        try section(
            "cli.preview.new",
            preview.newTables.map { table in
                "\(say("pack.family.\(table.family)")), \(Period(table.window).map { words.name($0) } ?? table.window)"
            })
        try section("cli.preview.due", dueLines)
    }

    private func printHead() throws {
        var sheet = Sheet(
            say("cli.preview.title", ["donor": pack.donor.name.shown, "period": words.name(pack.period)]))
        sheet.add("cli.preview.language", Language(rawValue: pack.donor.language)?.ownName ?? pack.donor.language)
        let open = preview.openMonths.map(words.name).joined(separator: ", ")
        sheet.add("cli.preview.open_months", open.isEmpty ? nil : open)
        sheet.add("cli.preview.given", preview.earlier.map { given($0.first) } ?? say("cli.preview.not_given"))
        sheet.add("cli.preview.last", preview.last.map { "\(words.name($0.period)), \(given($0.lastChanged))" })
        try sheet.print()
    }

    private func given(_ stamp: Stamp) -> String { "\(zone.spoken(stamp.at)), \(stamp.by)" }

    private func printFunnel() throws {
        let now = pack.funnel(.eventDate)
        let year = pack.funnel(.eventDate, yearToDate: true)
        let isYear = pack.yearToDate == pack.period
        var table = TextTable(
            ["", words.name(pack.period)] + (preview.before.map { [words.name($0.period)] } ?? [])
                + (isYear ? [] : [words.name(pack.yearToDate)]), rightAligned: [1, 2, 3])
        let before = preview.before.map { PreviewText.steps($0.funnel).map { say.integer($0.n) } }
        for (place, (step, whole)) in zip(PreviewText.steps(now), PreviewText.steps(year)).enumerated() {
            table.add(
                [say("pack.step.\(step.name)"), say.integer(step.n)] + (before.map { [$0[place]] } ?? [])
                    + (isYear ? [] : [say.integer(whole.n)]))
        }
        try Output.line("")
        try table.print()
    }

    /// In the order of the funnel, as the catalogue and scripts name them.
    static func steps(_ funnel: Funnel) -> [(name: String, n: Int)] {
        [
            ("calls", funnel.calls), ("sos", funnel.sos), ("cases", funnel.casesOpened),
            ("referred", funnel.referred),
        ]
    }

    private func printTables() throws {
        for figures in pack.families {
            for window in figures.windows {
                guard let shown = window.publication.table else { continue }
                try Output.line("")
                try Output.line(
                    "\(say("pack.family.\(figures.family.name.rawValue)")), \(words.name(window.period))")
                try table(shown, figures.family.name).print()
            }
        }
    }

    private func table(_ shown: FamilyTable, _ name: FamilyName) -> TextTable {
        let heads = ["pack.measure.\(name.measure.rawValue)"] + (shown.hasSplits ? ["pack.step.sos"] : [])
        var table = TextTable([""] + heads.map { say($0) }, rightAligned: [1, 2])
        for row in shown.rows {
            let split = row.split.map { say.integer($0.sos) } ?? PackWords.withheldMark
            table.add(
                ["  " + words.label(name.column, row.key.name), say.integer(row.total)]
                    + (shown.hasSplits ? [split] : []))
        }
        return table
    }

    private func printIndicators() throws {
        guard !pack.indicators.isEmpty else { return }
        try Output.line("")
        try Output.line(say("cli.preview.indicators"))
        var table = TextTable(
            ["", say("cli.preview.actual"), say("cli.preview.cumulative"), say("cli.preview.target")],
            rightAligned: [1, 2, 3])
        for figures in pack.indicators {
            table.add([
                "  " + words.wording(figures.indicator).shown, words.figure(figures.actual),
                words.figure(figures.cumulative), figures.indicator.target.map { say.integer($0) } ?? "",
            ])
        }
        try table.print()
        for figures in pack.indicators {
            guard let comment = figures.comment else { continue }
            try Output.line("  \(words.wording(figures.indicator).shown): \(words.comment(comment))")
        }
    }

    /// What is longest overdue and what comes next; of many between only their number.
    private var dueLines: [String] {
        let all = preview.due.map(due)
        guard all.count > 8 else { return all }
        let more = say("cli.preview.due.more", ["n": say.integer(all.count - 7)])
        return all.prefix(4) + [more] + all.suffix(3)
    }

    private func due(_ due: PackDue) -> String {
        let (year, month, day) = due.due.civil
        let state = due.isOverdue(on: today) ? "overdue" : due.isOver(on: today) ? "ready" : "running"
        return say(
            "cli.preview.due.\(state)",
            [
                "donor": due.donor, "period": words.name(due.period),
                "date": say.date(year: year, month: month, day: day),
            ])
    }

    private func section(_ key: String, _ lines: [String]) throws {
        guard !lines.isEmpty else { return }
        try Output.line("")
        try Output.line(say(key))
        for line in lines { try Output.line("  " + line.shown) }
    }
}
