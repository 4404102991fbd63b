import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import StorePostgres
import Wording

/// The role of a database that desks come in by: it cannot alter or delete an event.
struct DeskRole: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "role", abstract: say("cli.desk.role"), discussion: say("cli.desk.role.discussion"))

    @Argument(help: ArgumentHelp(say("cli.desk.role.name"), valueName: "role"))
    var role: String
    @Flag(help: ArgumentHelp(say("cli.desk.role.print")))
    var print = false
    @OptionGroup var options: StoreOptions

    func validate() throws {
        guard DeskRights.isName(role) else { throw ValidationError(say("cli.usage.role_name")) }
    }

    func run() throws {
        let sql = PostgresEngine.sql(ofRole: role) + DeskRights.sql(role: role)
        if print { return try Output.text(sql) }
        // A file is kept by whoever may open it.
        _ = try StorePlace(options.path).server()
        let desk = try options.open(for: .setUp)
        try desk.engine.write { try $0.script(sql) }
        try Output.done(options.json, ["role": .text(role)], say("cli.desk.role.done", ["role": role]))
    }
}
