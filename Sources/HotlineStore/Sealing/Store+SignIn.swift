import HotlineDomain

/// Coming in and going out. Whatever is asked of a sealed store, the journal
/// says who asked.
extension Store {
    public var access: Access { vault { $0.access } }

    /// Whether words can be read and written here now.
    public var opensWords: Bool { vault { $0.sealer != nil } }

    /// Opens this person's slot. Takes a third of a second, right or wrong.
    /// Refuses a wrong passphrase, and after three of them the next one for a
    /// while. An open store lets everybody in.
    public func signIn(_ code: String, _ passphrase: Passphrase, at now: Instant) throws {
        let person = try known(code)
        if case .open = access { return }
        let key = try open(person, passphrase, at: now)
        vault { $0.open(key, for: .signedIn(person.code)) }
        try perform([.access(.signIn)], by: person.code, at: now)
    }

    /// Forgets the key: nothing of anybody's words can be read here any more.
    public func signOut(at now: Instant) throws {
        guard case .signedIn(let code) = access else { return }
        vault { $0.close() }
        try perform([.access(.signOut)], by: code, at: now)
    }

    /// For a screen that was locked: the same person's passphrase, nothing else.
    public func unlock(_ passphrase: Passphrase, of code: String, at now: Instant) throws {
        if case .open = access { return }
        let key = try open(try known(code), passphrase, at: now)
        // The key may have been turned over while the screen was locked.
        vault { $0.open(key, for: $0.access) }
    }

    /// Takes over what a sign-in of before handed on: `ringbuoy sign-in`.
    /// Refuses a key that is not this store's, and a slot that was taken away
    /// or made anew since: the passphrase it was opened with counts no more.
    public func resume(_ code: String, _ handedOn: HandedOnKey) throws {
        let person = try known(code)
        guard try slotSalt(of: person.code) == handedOn.salt else {
            throw Refusal(SignInRule.needed, ["operator": person.code])
        }
        if let key = handedOn.key { try check(key) }
        vault { $0.open(handedOn.key, for: .signedIn(person.code)) }
    }

    /// What a sign-in can hand on to the next command of the same person.
    public func handOn() throws -> HandedOnKey {
        guard case .signedIn(let code) = access, let salt = try slotSalt(of: code) else { throw StoreError.locked }
        return HandedOnKey(key: vault { $0.key }, salt: salt)
    }

    /// Another one each time a slot is made; nil where there is none.
    private func slotSalt(of code: String) throws -> [UInt8]? {
        try engine.read { try SlotTable(connection: $0, hotline: hotlineID).find(code)?.slot.salt }
    }

    /// The slot's content, or a refusal that is counted. Nil also for who may open words no more:
    /// at another desk somebody may have made the slot without having heard of it.
    private func open(_ person: Operator, _ passphrase: Passphrase, at now: Instant) throws -> HotlineKey? {
        let code = person.code
        guard let (slot, tries) = try engine.read({ try SlotTable(connection: $0, hotline: hotlineID).find(code) })
        else { throw Refusal(SignInRule.noSlot, ["operator": code]) }
        let wait = tries.secondsToWait(at: now)
        if wait > 0 { throw Refusal(SignInRule.wait, ["operator": code, "seconds": String(wait)]) }
        let key: HotlineKey?
        do {
            key = try slot.open(passphrase)
            if let key { try check(key) }
        } catch is BrokenSeal {
            try batch {
                try $0.slots.countFailure(code, at: now)
                try $0.perform([.access(.refuseSignIn(failures: tries.failures + 1))], by: code, at: now)
            }
            throw Refusal(SignInRule.wrongPassphrase, ["operator": code])
        }
        if tries.failures > 0 { try batch { try $0.slots.forgetFailures(code) } }
        return person.opensWords ? key : nil
    }

    func known(_ code: String) throws -> Operator {
        let hotline = try hotline()
        guard let person = hotline.operatorNamed(code) else {
            throw Refusal(
                HotlineRule.unknownActor,
                ["operator": code, "known": hotline.operators.map(\.code).joined(separator: ", ")])
        }
        guard person.active else { throw Refusal(HotlineRule.disabledActor, ["operator": code]) }
        return person
    }

    /// Is this the key the words were sealed with?
    func check(_ key: HotlineKey) throws {
        let mark = try engine.read { try Store.meta("key_mark", $0) }
        guard mark == hexadecimal(key.mark) else { throw StoreError.wrongKey(path: engine.path) }
    }
}

/// A key on its way from one command to the next, and which slot it came from;
/// prints as a mask.
public struct HandedOnKey: Sendable {
    let key: HotlineKey?
    let salt: [UInt8]

    init(key: HotlineKey?, salt: [UInt8]) {
        self.key = key
        self.salt = salt
    }

    /// Nil for bytes that were never handed on.
    public init?(bytes: [UInt8]) {
        guard let first = bytes.first, bytes.count == 1 + Slot.saltBytes + (first == 1 ? HotlineKey.byteCount : 0)
        else { return nil }
        salt = Array(bytes[1...Slot.saltBytes])
        key = first == 1 ? HotlineKey(bytes: Array(bytes[(1 + Slot.saltBytes)...])) : nil
    }

    /// For a private file in memory, no other place.
    public var bytes: [UInt8] { [key == nil ? 0 : 1] + salt + (key?.bytes ?? []) }
}

extension HandedOnKey: CustomStringConvertible, CustomReflectable {
    public var description: String { "HandedOnKey(•••)" }
    public var customMirror: Mirror { Mirror(self, children: [(label: String?, value: Any)]()) }
}
