import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import StoreSQLite
import Wording

/// The store proves itself: its file, its chain, its read tables and counts.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "verify", abstract: say("cli.verify"))

    @OptionGroup var options: StoreOptions
    @Flag(help: ArgumentHelp(say("cli.verify.rebuild")))
    var rebuild = false

    func run() throws {
        do {
            if rebuild { try Desk.rebuild(options.path) }
            let desk = try options.openUnread()
            let found = try desk.store.verify(progress: Progress.shown("cli.verify.progress"))
            let backups = try desk.store.backups().filter { $0.erasedSince > 0 }
            try tell(found, backups, desk)
            if !options.json { try Output.noteLeftovers(backups, desk) }
            if found.isSound { return }
        } catch StoreError.damaged(let detail) {
            guard case .file(let path) = StorePlace(try options.path) else {
                throw StoreError.damaged(detail: detail)
            }
            try tell(SQLiteEngine.inspect(path: path), detail)
        }
        throw AlreadyTold(status: .badInput)
    }

    private func tell(_ found: Verification, _ backups: [Store.BackupMade], _ desk: Desk) throws {
        if options.json {
            let zone = try desk.zone()
            let older: JSONValue = ["backups": .array(backups.map { $0.row(zone) })]
            return try Output.line((row(found) + (backups.isEmpty ? [:] : older)).compact)
        }
        if found.isSound { return try Output.line(say("cli.verify.sound", n: Int(found.events))) }
        for finding in found.findings {
            try Output.line("\(finding.name): \(say("verify.\(finding.name)", details(finding, desk)))")
        }
        if found.more > 0 { try Output.line(say("cli.verify.more", n: found.more)) }
        try Output.line(say(found.chainIsSound ? "cli.verify.chain_sound" : "cli.verify.chain_damaged"))
        try Output.line(say(found.tablesAreSound ? "cli.verify.tables_sound" : "cli.verify.tables_damaged"))
    }

    /// A node by the desk it belongs to; in a store that is damaged that may not be known any more.
    private func details(_ finding: Finding, _ desk: Desk) -> [String: String] {
        guard let node = finding.node else { return finding.details }
        let whose: String
        switch try? desk.store.owner(ofNode: node) {
        case .desk(let mark): whose = say("verify.whose.desk", ["desk": mark.description])
        case .term(let mark): whose = say("verify.whose.term", ["term": mark.description])
        case .house: whose = say("verify.whose.house")
        case nil: whose = say("verify.whose.unknown")
        }
        return finding.details.merging(["whose": whose]) { $1 }
    }

    private func row(_ found: Verification) -> JSONValue {
        let answer: JSONValue = [
            "events": .number(Int(found.events)),
            "chain": .text(found.chainIsSound ? "ok" : "damaged"),
            "tables": .text(found.tablesAreSound ? "ok" : "damaged"),
        ]
        if found.isSound { return answer }
        return answer + ["findings": .strings(found.findings.map(\.name)), "more": .number(found.more)]
    }

    /// A file too damaged to be verified: what the engine found, and what can
    /// still be read of it.
    private func tell(_ file: Inspection, _ detail: String) throws {
        let findings = file.findings.isEmpty ? [detail] : file.findings
        if options.json {
            let readable: [JSONValue] = file.tables.map {
                ["table": .text($0.name), "rows": .number($0.rows), "whole": .flag($0.isWhole)]
            }
            let answer: JSONValue = [
                "events": .null, "chain": "damaged", "tables": "damaged", "findings": .strings(findings),
                "readable": .array(readable),
            ]
            return try Output.line(answer.compact)
        }
        for finding in findings { try Output.line("engine: \(finding)") }
        for table in file.tables {
            let key = table.isWhole ? "cli.verify.readable" : "cli.verify.readable_in_part"
            try Output.line(say(key, n: table.rows, ["table": table.name]))
        }
        let whole = file.tables.filter(\.isWhole).map(\.name)
        let canRebuild = file.findings.isEmpty && Store.canRebuild(fromTables: whole)
        try Output.line(say(canRebuild ? "cli.verify.can_rebuild" : "cli.verify.restore"))
    }
}
