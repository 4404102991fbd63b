import HotlineDomain
import HotlineStore
import StoreSQLite
import Wording

/// Who a command acts for, and that it is them: their passphrase, or a sign-in
/// of before that is still in use. An open store believes everybody.
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
        let file = try SignInFile(forStore: desk.engine.beside ?? desk.path)
        guard let found = file.read(), code == nil || found.person == code else {
            throw Refusal(SignInRule.needed, ["operator": code ?? "-"])
        }
        let idle = desk.now.milliseconds - found.usedAt.milliseconds
        guard idle >= 0, idle <= Int64(desk.hotline.settings.idleLockSeconds) * 1000 else {
            file.remove()
            throw Refusal(SignInRule.idle, ["operator": found.person])
        }
        do {
            try store.resume(found.person, found.key)
        } catch {
            file.remove()
            throw error
        }
        try file.write(SignInFile.Content(person: found.person, usedAt: desk.now, key: found.key))
    }
}
