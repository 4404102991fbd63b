import ArgumentParser
import Glibc
import Wording

/// One run: what was typed goes in, an exit code comes out.
enum Program {
    static func main() -> Never {
        StandardDescriptors.keep()
        // Who reads our output may go away; that ends us quietly, not by a signal.
        signal(SIGPIPE, SIG_IGN)
        do {
            let arguments = try Arguments.ofProcess()
            var command = try Ringbuoy.parseAsRoot(arguments)
            try RepeatedOption.refuse(arguments)
            try command.run()
            try Output.flush()
            LastShipping.ship()
            leave(.done)
        } catch {
            end(error)
        }
    }

    /// Goes on as another verb, as if it had been typed: threads that were
    /// started so far would take the console's signals.
    static func startOver(_ arguments: [String]) throws {
        try Output.flush()
        let all = [CommandLine.arguments[0]] + arguments + ["--lang", say.language.rawValue]
        var pointers = all.map { strdup($0) } + [nil]
        execv("/proc/self/exe", &pointers)
        throw OutputError(detail: String(cString: strerror(errno)))
    }

    private static func end(_ error: any Error) -> Never {
        let clean = CleanEnd(error)
        do {
            if let clean { try Output.text(clean.text) }
            // What was said before a failure is printed before it.
            try Output.flush()
        } catch {
            finish(Complaint(error))
        }
        if clean != nil { leave(.done) }
        finish(Complaint(error))
    }

    private static func finish(_ complaint: Complaint) -> Never {
        for line in complaint.lines { Output.note(line) }
        leave(complaint.status)
    }

    /// Everything was said and is on the disk. Where a ferry waits for a server on
    /// its thread the libraries it is in must not be taken down under it.
    private static func leave(_ status: ExitStatus) -> Never {
        if FerryRun.isAnyOut { _exit(status.rawValue) }
        exit(status.rawValue)
    }
}

/// Asked for help or the version: text for standard output, no failure.
private struct CleanEnd {
    let text: String

    init?(_ error: any Error) {
        guard Ringbuoy.exitCode(for: error) == .success else { return nil }
        let message = Ringbuoy.fullMessage(for: error)
        text = message.isEmpty ? "" : HelpText(message).spoken + "\n"
    }
}
