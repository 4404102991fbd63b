import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// A month that is closed never changes again.
struct MonthCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "month", abstract: say("cli.month"), subcommands: [MonthShow.self, MonthClose.self])
}

/// A closed month, what there is to look at before one is closed, or which months there are.
struct MonthShow: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: say("cli.month.show"))

    @Argument(help: ArgumentHelp(say("cli.month.month_or_all"), valueName: "month"))
    var month: Period?
    @Flag(help: ArgumentHelp(say("cli.month.figures")))
    var figures = false
    @OptionGroup var options: StoreOptions

    func validate() throws {
        if figures, month == nil || options.json { throw UsageError(say("cli.month.figures_of_one")) }
    }

    func run() throws {
        let desk = try options.open(for: .readCounts).houseToRead()
        guard let month = try month?.asMonth else { return try list(desk) }
        if let closing = try desk.store.closing(of: month) { return try show(closing, desk) }
        if figures {
            return try Output.text(desk.store.reading(month) { try desk.counted($0, by: desk.person).canonicalText })
        }
        let check = try desk.store.reading(month) { reader in
            try MonthCheck(reader, of: desk.hotline, zones: desk.rules, at: desk.now, by: desk.person)
        }
        if options.json { return try Output.line(check.json.compact) }
        try check.print()
    }

    private func list(_ desk: Desk) throws {
        let months = try desk.store.months(at: desk.now)
        let zone = try desk.zone()
        if options.json {
            var rows = JSONRows()
            for month in months { try rows.add(month.json(zone)) }
            return try rows.end()
        }
        var table = TextTable(["month", "state", "by", "at"].map { say("cli.month.column.\($0)") })
        for state in months {
            var cells = [state.month.name, say("cli.month.state.\(state.status.code)")]
            if case .closed(_, _, let stamp) = state.status { cells += [stamp.by, zone.spoken(stamp.at)] }
            table.add(cells)
        }
        if table.isEmpty { return try Output.line(say("cli.month.none")) }
        try table.print()
    }

    private func show(_ closing: MonthClosing, _ desk: Desk) throws {
        // As they were kept, so that their digest can be computed again.
        if figures { return try Output.text(closing.figures) }
        let zone = try desk.zone()
        let month = try closing.counted
        if options.json {
            return try Output.line((closing.state.json(zone) + month.headlineJSON).compact)
        }
        var sheet = Sheet(say("cli.month.closed", ["month": closing.period.spoken]))
        sheet.add("cli.month.closed_by", closing.lastChanged.by)
        sheet.add("cli.month.closed_at", zone.spoken(closing.lastChanged.at))
        sheet.add("cli.month.definitions", String(closing.definitions))
        sheet.add("cli.month.digest", closing.digest)
        sheet.addHeadline(of: month)
        try sheet.print()
    }
}

/// From now on its figures are final.
struct MonthClose: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: say("cli.month.close"), discussion: say("cli.month.close.discussion"))

    @Argument(help: ArgumentHelp(say("cli.month.month"), valueName: "month"))
    var month: Period
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption

    func run() throws {
        let month = try month.asMonth
        let code = try actor.who(options)
        let desk = try options.open(as: code).house()
        let digest = try desk.store.close(month, by: code, at: desk.now) { reader in
            let counted = try desk.counted(reader, by: code)
            return (counted.definitions, counted.canonicalText, counted.balance)
        }
        try Output.done(
            options.json, ["month": .text(month.name), "state": "closed", "digest": .text(digest)],
            say("cli.month.close.done", ["month": month.spoken, "digest": digest]))
    }
}

extension Desk {
    fileprivate func rules(of line: Line) throws -> ZoneRules { try store.zone(line.zone) }

    fileprivate func counted(_ reader: MonthReader, by code: String) throws -> ClosedMonth {
        try ClosedMonth(counting: reader, of: hotline, zones: rules, at: now, by: code)
    }
}

extension Period {
    /// One calendar month, and nothing else.
    fileprivate var asMonth: Period {
        get throws {
            guard months == [self] else { throw UsageError(say("cli.month.not_a_month", ["period": name])) }
            return self
        }
    }
}
