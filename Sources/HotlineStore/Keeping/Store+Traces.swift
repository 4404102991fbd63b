import HotlineDomain

/// What was erased is gone from the tables with the commit; its last traces lie
/// in the journal beside the file until that is brought home. A mark in the
/// store, written with the erasing, says that this is still to be done: whoever
/// opens it after a power cut does it.
extension Store {
    private static let mark = "traces"
    /// How long an act that erased waits for those who read an older state.
    private static let wipeSeconds = 2.0

    /// Words were erased, and somebody who reads an older state keeps the last
    /// of them from going; every act tries again.
    public var hasTraces: Bool { traces { $0 } }

    static func markTraces(_ value: String, _ connection: any Connection) throws {
        try connection.run(
            "INSERT INTO meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            [.text(mark), .text(value)])
    }

    /// After the commit, and no part of it: what was erased stays erased whether
    /// or not its last traces can go now.
    func wipe(_ erased: Erased) {
        if !erased.things.isEmpty { try? DraftShelf(existingOf: self)?.discard(about: erased.things) }
        guard !erased.isEmpty || hasTraces else { return }
        wipe(within: erased.isEmpty ? 0 : Store.wipeSeconds)
    }

    private func wipe(within seconds: Double) {
        let isDone = (try? wipeTraces(within: seconds)) ?? false
        traces { $0 = !isDone }
    }

    /// What somebody before us could not finish.
    func wipeLeftTraces() {
        guard (try? engine.read { try Store.meta(Store.mark, $0) }) != nil else { return }
        wipe(within: Store.wipeSeconds)
    }

    private func wipeTraces(within seconds: Double) throws -> Bool {
        let mark = try engine.read { try Store.meta(Store.mark, $0) }
        guard try engine.wipe(within: seconds) else { return false }
        // Unless somebody erased in between: then it stands there with another value.
        guard let mark else { return true }
        try engine.write {
            try $0.run("DELETE FROM meta WHERE key = $1 AND value = $2", [.text(Store.mark), .text(mark)])
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
