import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// A directory as somebody keeps it in a spreadsheet: new rows are added, known
/// ones changed. All of it, or nothing.
struct ProviderImport: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "import", abstract: say("cli.provider.import"))

    @Argument(help: ArgumentHelp(say("cli.provider.file"), valueName: "file"))
    var file: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: AdminOption

    static let columns = [
        "code", "name", "aliases", "services", "territories", "languages", "hours", "ages", "places", "address",
        "confidential_address", "since", "until",
    ]

    func run() throws {
        let table = try CSVFile(file, columns: ProviderImport.columns, required: ["code", "name", "services"])
        let desk = try options.open(as: actor.code)
        let count = try desk.take(table, by: actor.who(desk)) { row, hotline throws(BadCell) in
            let code = row.text("code") ?? ""
            let (provider, address) = try row.provider(code, desk)
            return hotline.provider(code) == nil
                ? .addProvider(provider, confidentialAddress: address)
                : .changeProvider(provider, confidentialAddress: address)
        }
        try Output.done(options.json, ["rows": .number(count)], say("cli.provider.imported", n: count))
    }
}

/// A cell that is not written as its column is.
struct BadCell: Error, Hashable {
    let column: String
    let value: String
    let form: String
}

extension CSVFile.Row {
    fileprivate func provider(_ code: String, _ desk: Desk) throws(BadCell) -> (Provider, Written?) {
        var provider = Provider(
            code: code, name: text("name") ?? "", services: list("services"), aliases: list("aliases"),
            territories: list("territories"), languages: list("languages"),
            hours: try value("hours", "08:00-20:00", OpeningHours.init(argument:)),
            ages: try value("ages", "18-65") { Provider.Ages($0) },
            places: try value("places", "24") { Int($0) },
            since: try date("since"), until: try date("until"))
        if let address = text("address") { provider.address = .open(text: address) }
        return (provider, desk.written(text("confidential_address")))
    }

    func date(_ column: String) throws(BadCell) -> BusinessDate? {
        try value(column, "2026-11-01") { BusinessDate($0) }
    }

    func value<T>(_ column: String, _ form: String, _ read: (String) -> T?) throws(BadCell) -> T? {
        guard let text = text(column) else { return nil }
        guard let value = read(text) else { throw BadCell(column: column, value: text, form: form) }
        return value
    }
}

extension Desk {
    /// Each row as a command, all in one transaction; if any is refused, every
    /// refused one is told by its line and nothing is kept.
    func take(
        _ table: CSVFile, by actor: String,
        _ command: (CSVFile.Row, Hotline) throws(BadCell) -> HotlineCommand
    ) throws -> Int {
        if actor != Stamp.systemCode { try identity.prove(actor, self) }
        var problems: [BadRows.Problem] = []
        try store.batch { batch in
            for row in table.rows {
                do {
                    try batch.perform([.hotline(command(row, batch.hotline))], by: actor, at: now)
                } catch let refusal as Refusal {
                    problems.append((row.line, refusal.rule, say(refusal.sentence, refusal.details)))
                } catch let cell as BadCell {
                    let details = ["column": cell.column, "value": cell.value, "form": cell.form]
                    problems.append((row.line, "csv.bad_cell", say("cli.csv.bad_cell", details)))
                }
            }
            if !problems.isEmpty { throw BadRows(table.path, problems) }
        }
        return table.rows.count
    }
}
