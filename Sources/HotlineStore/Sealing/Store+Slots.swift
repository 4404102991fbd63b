import HotlineDomain

/// Giving people their way in, and taking it away.
extension Store {
    /// Makes a slot for this operator, in the place of one there was. Whoever
    /// issues one that is to open words must hold the key. To one's own leads the
    /// passphrase of before or the printed key: somebody else's hands on an open
    /// session must not change it.
    public func issueSlot(
        for code: String, _ passphrase: Passphrase, by issuer: String, at now: Instant, cost: Slot.Cost = .standard
    ) throws {
        try refuseIfOpen()
        if issuer == code, !vault({ $0.isRecovered }) { try known(code).require(.staff) }
        try makeSlot(for: code, passphrase, by: issuer, at: now, cost)
    }

    private func makeSlot(
        for code: String, _ passphrase: Passphrase, by issuer: String, at now: Instant, _ cost: Slot.Cost
    ) throws {
        try passphrase.check()
        let person = try known(code)
        let key = vault { $0.key }
        if person.opensWords, key == nil { throw Refusal(SignInRule.issuerHasNoKey, ["operator": issuer]) }
        let slot = try Slot.make(for: code, passphrase, holding: person.opensWords ? key : nil, cost: cost)
        try batch {
            try $0.perform([.access(.issueSlot(operator: code, opensWords: person.opensWords))], by: issuer, at: now)
            try $0.write(slot)
        }
    }

    /// A new passphrase for one's own slot; the old one opens it no more.
    public func changePassphrase(
        of code: String, from old: Passphrase, to new: Passphrase, at now: Instant, cost: Slot.Cost = .standard
    ) throws {
        try refuseIfOpen()
        try new.check()
        try signIn(code, old, at: now)
        try makeSlot(for: code, new, by: code, at: now, cost)
    }

    /// Takes this operator's way in away; with the operator disabled there is none back.
    public func removeSlot(of code: String, by remover: String, at now: Instant) throws {
        try refuseIfOpen()
        let hotline = try hotline()
        try batch { batch in
            let owners = try batch.slots.owners()
            guard owners.contains(code) else { throw Refusal(SignInRule.noSlot, ["operator": code]) }
            guard owners.contains(where: { $0 != code && hotline.canIssueSlots($0) }) else {
                throw Refusal(SignInRule.lastWayIn, ["operator": code])
            }
            try batch.perform([.access(.removeSlot(operator: code))], by: remover, at: now)
            try batch.removeSlot(of: code)
        }
    }

    /// Opens the store with the printed key, to issue a slot when nobody else can. What is typed for it and is
    /// another one, or none, is in the journal too.
    public func recover(typed: String, as code: String, at now: Instant) throws {
        try recover(as: code, at: now) { try RecoveryKey(typed: typed) }
    }

    public func recover(_ printed: RecoveryKey, as code: String, at now: Instant) throws {
        try recover(as: code, at: now) { printed }
    }

    private func recover(as code: String, at now: Instant, _ printed: () throws -> RecoveryKey) throws {
        try refuseIfOpen()
        let person = try known(code)
        let key: HotlineKey?
        do {
            key = try openRecovery(printed())
        } catch let refusal as Refusal {
            try perform([.access(.refuseRecovery)], by: person.code, at: now)
            throw refusal
        }
        vault { $0.open(key, for: .signedIn(person.code), isRecovered: true) }
        try perform([.access(.recover)], by: person.code, at: now)
    }

    private func openRecovery(_ printed: RecoveryKey) throws -> HotlineKey? {
        guard
            let (slot, _) = try engine.read({ try SlotTable(connection: $0, hotline: hotlineID).find(Slot.recovery) })
        else { throw Refusal(SignInRule.wrongRecoveryKey) }
        do {
            let key = try slot.open(printed.passphrase)
            if let key { try check(key) }
            return key
        } catch is BrokenSeal {
            throw Refusal(SignInRule.wrongRecoveryKey)
        }
    }

    /// Whose slots there are, in order.
    public func slotOwners() throws -> [String] {
        try engine.read { try SlotTable(connection: $0, hotline: hotlineID).owners() }
    }

    private func refuseIfOpen() throws {
        if case .open = access { throw Refusal(SignInRule.storeIsOpen) }
    }
}

extension Hotline {
    fileprivate func canIssueSlots(_ code: String) -> Bool {
        operatorNamed(code).map { $0.active && $0.has(.admin) } ?? false
    }
}
