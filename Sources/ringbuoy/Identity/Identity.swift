import HotlineDomain
import HotlineStore
import StoreSQLite
import Wording

/// Who a command acts for, and that it is them: their passphrase, or a sign-in
/// of before that is still in use. At a keyboard whoever is named is asked for
/// the passphrase; a script is refused. An open store believes everybody.
struct Identity {
    /// Named with `--as`.
    var person: String?
    var source: PassphraseSource?

    /// Signs this person in. Nil: whoever signed in before.
    func prove(_ code: String?, _ desk: Desk) throws {
        let store = desk.store
        switch store.access {
        case .open: return
        case .signedIn(let person) where code == nil || code == person: return
        case .locked, .signedIn: break
        }
        if let source {
            guard let code else { throw UsageError(say("cli.usage.passphrase_of_whom")) }
            return try store.signIn(code, source.read(), at: desk.now)
        }
        do {
            try resume(code, desk)
        } catch let refusal as Refusal where SignInRule.isOfSession(refusal.rule) {
            guard let code, Environment.inputIsTerminal else { throw refusal }
            let prompt = say("cli.prompt.passphrase_of", ["operator": code])
            try store.signIn(code, PassphraseSource.terminal(prompt: prompt).read(), at: desk.now)
        }
    }

    /// Whether they came in by what a sign-in of before left; nobody is asked.
    func hasSignedIn(_ code: String?, _ desk: Desk) -> Bool { (try? resume(code, desk)) != nil }

    /// What `ringbuoy sign-in` left, while it is in use.
    private func resume(_ code: String?, _ desk: Desk) throws {
        // A file that is to be made or joined from there has nobody signed in yet.
        let atServer: Refusal.Variant? = desk.engine.beside == nil ? .server : nil
        let needed = Refusal(SignInRule.needed, ["operator": code ?? "-", "path": desk.path], told: atServer)
        // Who became another user has the runtime folder of the one before, which is closed to them.
        guard let file = try? SignInFile(forStore: desk.engine.beside ?? desk.path), let found = file.read() else {
            throw needed
        }
        let isTheirs = code == nil || found.person == code
        let idle = desk.now.milliseconds - found.usedAt.milliseconds
        guard idle >= 0, idle <= Int64(desk.hotline.settings.idleLockSeconds) * 1000 else {
            // Whosever it was: the key lies no longer than it has to.
            file.remove()
            throw isTheirs ? Refusal(SignInRule.idle, ["operator": found.person]) : needed
        }
        guard isTheirs else { throw needed }
        do {
            try desk.store.resume(found.person, found.key)
        } catch {
            file.remove()
            throw error
        }
        try file.write(SignInFile.Content(person: found.person, usedAt: desk.now, key: found.key))
    }
}

extension SignInRule {
    /// Nobody has signed in, or not lately.
    fileprivate static func isOfSession(_ rule: String) -> Bool { [needed.rawValue, idle.rawValue].contains(rule) }
}
