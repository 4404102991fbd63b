import HotlineDomain

extension Store {
    /// What is known of whoever this call is from. Nil where nothing was given
    /// to recognise them by, where that has been forgotten since, and for
    /// somebody who may not open words.
    public func recognition(of call: Call) throws -> Recognition? {
        guard call.numberKnown || call.codename != nil,
            let (sealer, ring) = vault({ vault in vault.sealer.flatMap { s in vault.callerKeys.map { (s, $0) } } })
        else { return nil }
        return try engine.read { connection in
            let signs = CallerSigns(connection: connection, hotline: hotlineID)
            let others = try signs.others(like: call.id, with: ring)
            let named = try codenames(of: call, sealer, connection)
            guard try named != nil || signs.has(call.id) else { return nil }
            let alike = others.union((named ?? [:]).values)
            let calls = try alike.compactMap { try CallTable.find($0, connection) }.filter { other in
                // A codename that was put right since is not this call's any more.
                others.contains(other.id) || other.codename.map { named?[$0] != nil } ?? false
            }
            return Recognition(of: call, among: calls)
        }
    }

    /// What is known of somebody who rings or talks and has no call yet, by the number
    /// the switch told. Nil where it told none, where that has gone since, and for
    /// somebody who may not open words.
    public func recognition(of visit: VisitID, for operatorCode: String) throws -> Recognition? {
        guard let (box, ring) = vault({ vault in vault.callerBox.flatMap { b in vault.callerKeys.map { (b, $0) } } })
        else { return nil }
        return try engine.read { connection in
            let table = CallerBox.Table(connection: connection, hotline: hotlineID)
            guard let sealed = try table.sealed(visit), let number = try? box.open(sealed, of: visit) else {
                return nil
            }
            let signs = CallerSigns(connection: connection, hotline: hotlineID)
            let calls = try signs.calls(from: number, with: ring).compactMap { try CallTable.find($0, connection) }
            return Recognition(ofCallerFor: operatorCode, among: calls)
        }
    }

    /// Other calls in which the caller went by this codename. Codenames are
    /// opened and compared, as place names are: an index would tell which calls
    /// are one caller's. Nil where this call's has been erased.
    private func codenames(
        of call: Call, _ sealer: WordsSealer, _ connection: any Connection
    ) throws -> [WordsID: CallID]? {
        guard let id = call.codename else { return nil }
        var own: String?
        var all: [(id: WordsID, call: CallID, name: String)] = []
        try connection.rows(
            """
            SELECT id, sealed, wrapped_key, subject FROM words
            WHERE hotline = $1 AND field = 'codename' AND erased_at IS NULL
            """, [.integer(hotlineID)]
        ) { row in
            let record = SealedWords(id: row.id(0), sealed: row.bytes(1), wrappedKey: row.bytes(2))
            guard let name = try? sealer.open(record) else { return true }
            if record.id == id { own = folded(name.revealed) }
            all.append((record.id, row.id(3), folded(name.revealed)))
            return true
        }
        guard let own else { return nil }
        let others = all.filter { $0.name == own && $0.call != call.id }
        return Dictionary(others.map { ($0.id, $0.call) }, uniquingKeysWith: { first, _ in first })
    }
}

extension CallerSigns {
    func has(_ call: CallID) throws -> Bool {
        try connection.first("SELECT 1 FROM caller_sign WHERE call = $1", [.id(call)]) { _ in true } ?? false
    }
}
