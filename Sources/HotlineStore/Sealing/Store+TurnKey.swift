import HotlineDomain

/// A new hotline's key in the place of the old one.
extension Store {
    /// Wraps every record's key anew under a key nobody had before, in one
    /// transaction. The admin's slot and the printed key are made for it; every
    /// other slot held the old key and goes, to be issued anew: nothing that
    /// opens with the old key leads to the new one. Returns whose slots went.
    ///
    /// The passphrase is asked for although the admin has signed in: somebody
    /// else's hands on an open session must not do this. `losingDrafts`: what
    /// consoles that are gone left half typed is sealed with the old key.
    public func turnKey(
        by admin: String, _ passphrase: Passphrase, recovery: RecoveryKey, losingDrafts: Bool = false,
        at now: Instant, cost: Slot.Cost = .standard
    ) throws -> [String] {
        if case .open = access { throw Refusal(SignInRule.storeIsOpen) }
        try known(admin).require(.staff)
        try refuseDrafts(unless: losingDrafts)
        try signIn(admin, passphrase, at: now)
        guard let old = vault({ $0.key }) else { throw Refusal(SignInRule.issuerHasNoKey, ["operator": admin]) }
        let new = HotlineKey.make()
        let slots = [
            try Slot.make(for: admin, passphrase, holding: new, cost: cost),
            try Slot.make(for: Slot.recovery, recovery.passphrase, holding: new, cost: cost),
        ]
        let hotline = try hotline()
        let removed = try batch { batch in
            let others = try batch.slots.owners().filter {
                $0 != admin && hotline.operatorNamed($0)?.opensWords != false
            }
            try batch.perform([.access(.turnKey(withoutSlot: others))], by: admin, at: now)
            for code in others { try batch.removeSlot(of: code) }
            for slot in slots { try batch.write(slot) }
            try batch.wrapAnew(from: old, to: new)
            return others
        }
        vault { $0.open(new, for: .signedIn(admin)) }
        return removed
    }

    private func refuseDrafts(unless losing: Bool) throws {
        guard !losing, engine.ownFiles != nil else { return }
        let count = try DraftShelf(self).count()
        if count > 0 { throw Refusal(SignInRule.draftsLeft, ["count": String(count)]) }
    }

    /// Words sealed here with a key that is the hotline's no more would never
    /// open again: whoever holds it must sign in anew first.
    func refuseTurnedKey(_ connection: any Connection) throws {
        guard let mark = vault({ $0.mark }) else { return }
        guard try Store.meta("key_mark", connection) == mark else { throw StoreError.keyTurned }
    }
}

extension Store.Batch {
    private static var sliceRows: Int { 1000 }

    /// Every record's own key, out of the one wrapping and into the other. A
    /// record that does not open is damage of before, and stays what it is.
    fileprivate func wrapAnew(from old: HotlineKey, to new: HotlineKey) throws {
        let (from, to) = (WordsSealer(old), WordsSealer(new))
        var last = Int64.min
        while true {
            let slice = try connection.all(
                """
                SELECT id, wrapped_key FROM words WHERE id > $1 AND erased_at IS NULL ORDER BY id
                LIMIT \(Store.Batch.sliceRows)
                """, [.integer(last)]
            ) { SealedWords(id: $0.id(0), sealed: [], wrappedKey: $0.bytes(1)) }
            for record in slice {
                guard let wrapped = try? from.wrapped(record, for: to) else { continue }
                try connection.run(
                    "UPDATE words SET wrapped_key = $2 WHERE id = $1", [.id(record.id), .bytes(wrapped)])
            }
            guard slice.count == Store.Batch.sliceRows, let end = slice.last else { break }
            last = end.id.raw
        }
        try wrapCallersAnew(from: CallerKeyRing(old), to: CallerKeyRing(new))
        for (name, value) in [("key_mark", hexadecimal(new.mark)), ("caller_box", CallerBoxKey(new).box.text)] {
            try connection.run("UPDATE meta SET value = $2 WHERE key = $1", [.text(name), .text(value)])
        }
        // Numbers of whoever calls at this moment: the old key opened them, the new one does not.
        try CallerBox.Table(connection: connection, hotline: 0).empty()
    }

    /// The keys of the periods in which callers' numbers are known.
    private func wrapCallersAnew(from old: CallerKeyRing, to new: CallerKeyRing) throws {
        let keys = try connection.all("SELECT hotline, begun, wrapped_key FROM caller_key", []) {
            (hotline: $0.integer(0), begun: $0.instant(1), wrapped: $0.bytes(2))
        }
        for key in keys {
            guard let wrapped = try? old.wrapped(key.wrapped, begun: key.begun, for: new) else { continue }
            try connection.run(
                "UPDATE caller_key SET wrapped_key = $3 WHERE hotline = $1 AND begun = $2",
                [.integer(key.hotline), .instant(key.begun), .bytes(wrapped)])
        }
    }
}
