import HotlineDomain

/// What was erased is gone from the tables with the commit; its last traces lie
/// in the journal beside the file until that is brought home. A mark in the
/// store, written with the erasing, says that this is still to be done: whoever
/// opens it after a power cut does it.
extension Store {
    /// Whether something is left of what was erased.
    static let tracesMark = "traces"
    /// How long an act that erased waits for those who read an older state.
    private static let wipeSeconds = 2.0

    /// What may still be left of what was erased.
    public enum Traces: Hashable, Sendable {
        case none
        /// Somebody who reads an older state keeps the last of it from going; every act tries again.
        case withReaders
        /// It is on a server, and only this role's to wipe: its next act does.
        case with(owner: String)
    }

    public var tracesLeft: Traces { traces { $0 } }

    static func markTraces(_ value: String, _ connection: any Connection) throws {
        try connection.run(
            "INSERT INTO meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            [.text(tracesMark), .text(value)])
    }

    /// After the commit, and no part of it: what was erased stays erased whether
    /// or not its last traces can go now.
    func wipe(_ erased: Erased) {
        if !erased.things.isEmpty { try? DraftShelf(existingOf: self)?.discard(about: erased.things) }
        guard !erased.isEmpty || tracesLeft == .withReaders else { return }
        wipe(within: erased.isEmpty ? 0 : Store.wipeSeconds)
    }

    /// What goes wrong here fails no act: what was erased is erased.
    private func wipe(within seconds: Double) {
        let left: Traces
        do {
            left = try wipeTraces(within: seconds) ? .none : .withReaders
        } catch StoreError.noRight(_, let owner) {
            left = .with(owner: owner)
        } catch {
            left = .withReaders
        }
        traces { $0 = left }
    }

    /// What somebody before us could not finish.
    func wipeLeftTraces() {
        guard (try? engine.read { try Store.meta(Store.tracesMark, $0) }) != nil else { return }
        wipe(within: Store.wipeSeconds)
    }

    private func wipeTraces(within seconds: Double) throws -> Bool {
        let mark = try engine.read { try Store.meta(Store.tracesMark, $0) }
        guard try engine.wipe(within: seconds) else { return false }
        // Unless somebody erased in between: then it stands there with another value.
        guard let mark else { return true }
        try engine.write {
            try $0.run("DELETE FROM meta WHERE key = $1 AND value = $2", [.text(Store.tracesMark), .text(mark)])
        }
        return true
    }
}

/// What a transaction took away.
struct Erased {
    private(set) var isEmpty = true
    /// Things whose words went because somebody or the hotline's times wanted
    /// it: what was typed about them and not saved goes as well.
    private(set) var things: Set<Int64> = []

    /// Something else than words went: keys, or fingerprints of callers.
    mutating func leaveTraces() { isEmpty = false }

    mutating func add(_ events: [Event]) {
        for case .erasure(let thing, .erased(_, _, let because, _)) in events {
            isEmpty = false
            if because != Erasure.replaced, because != Erasure.callBackDone { things.insert(thing) }
        }
    }
}
