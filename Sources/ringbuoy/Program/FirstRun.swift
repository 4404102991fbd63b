import ArgumentParser
import Glibc
import HotlineDomain
import Wording

/// `ringbuoy` without a verb: the console where there is a store, else three
/// plain questions.
struct FirstRun {
    private let options: StoreOptions

    init(_ options: StoreOptions) { self.options = options }

    func go() throws {
        let place = StorePlace(try options.path)
        let hasStore = place.mayBeThere
        guard Environment.inputIsTerminal, Environment.outputIsTerminal else {
            throw UsageError(say(hasStore ? "cli.first.no_terminal" : "cli.first.no_store", ["path": place.shown]))
        }
        if !hasStore { return try ask() }
        try ConsoleSession.prepare()
        try ConsoleSession(options.openUnread().staying()).run(as: nil)
    }

    private func ask() throws {
        for line in ["question", "practise", "set_up", "join"] { try Output.line(say("cli.first.\(line)")) }
        // A wrong key is no answer, and no reason to begin anew.
        while true {
            switch try answer(say("cli.first.choose")) {
            case "1": return try Program.startOver(["practice"] + store)
            case "2": return try setUpAndOpen()
            case "3": return try joinAndOpen()
            case "": throw UsageError(say("cli.first.nothing"))
            default: continue
            }
        }
    }

    /// A name somebody has, a server that is not there: asked again, with nothing made so far.
    private func joinAndOpen() throws {
        var url = try answer(say("cli.first.join_url"))
        while true {
            guard !url.isEmpty else { throw UsageError(say("cli.first.nothing")) }
            let name = try answer(say("cli.first.join_name"))
            let admin = try answer(say("cli.first.join_admin"))
            let whose = admin.isEmpty ? [] : ["--as", admin]
            do {
                try join([url, "--name", name] + whose + store)
                return try Program.startOver(["console"] + store)
            } catch {
                try Output.flush()
                for line in Complaint(error).lines { Output.note(line) }
                // A password that stood in it is not shown again.
                let again = try answer(say("cli.first.join_again", ["url": StorePlace(url).shown]))
                guard again != "q" else { throw AlreadyTold(status: .refused) }
                if !again.isEmpty { url = again }
            }
        }
    }

    private static let passphrasesMax = 3

    /// A passphrase that is not somebody's is asked for again, and nothing else: what
    /// is typed next must not be seen, nor be taken for an address.
    private func join(_ arguments: [String]) throws {
        for _ in 1..<FirstRun.passphrasesMax {
            do {
                return try JoinCommand.parse(arguments).run()
            } catch let refusal as Refusal where refusal.rule == SignInRule.wrongPassphrase.rawValue {
                for line in Complaint(refusal).lines { Output.note(line) }
            }
        }
        try JoinCommand.parse(arguments).run()
    }

    private func setUpAndOpen() throws {
        try setUp()
        // The console takes the screen, and the recovery key is shown this
        // once: what was typed ahead is no answer.
        tcflush(STDIN_FILENO, TCIFLUSH)
        _ = try answer(say("cli.first.written"))
        try Program.startOver(["console"] + store)
    }

    /// A name that was mistyped or a passphrase that is too short is asked for
    /// again: nothing was made so far.
    private func setUp() throws {
        var profile = try answer(say("cli.first.profile"))
        while true {
            do {
                return try InitCommand.parse(["--profile", profile] + store).run()
            } catch {
                try Output.flush()
                for line in Complaint(error).lines { Output.note(line) }
                try Output.text(say("cli.first.again", ["profile": profile]))
                try Output.flush()
                guard let typed = readLine(), typed != "q" else { throw AlreadyTold(status: .refused) }
                if !typed.isEmpty { profile = typed }
            }
        }
    }

    /// As it was given to the program, for the verb that was chosen.
    private var store: [String] { options.store.map { ["--store", $0.path] } ?? [] }

    private func answer(_ question: String) throws -> String {
        try Output.text(question)
        try Output.flush()
        guard let line = readLine() else { throw UsageError(say("cli.first.nothing")) }
        return line
    }
}
