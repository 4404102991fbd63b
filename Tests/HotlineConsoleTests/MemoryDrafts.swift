import HotlineConsole
import HotlineStore

/// Drafts of one desk's shelf, in memory. A console that is killed leaves them
/// as they are: the next one on the same shelf finds them.
final class DraftMemory {
    var drafts: [DraftKey: Draft] = [:]
    var writes = 0
}

final class MemoryDrafts: DraftKeeper {
    let memory: DraftMemory
    private var mine: Set<DraftKey> = []
    private var found: [Draft] = []
    /// A full disk.
    var fails = false

    init(_ memory: DraftMemory = DraftMemory()) { self.memory = memory }

    func keep(_ draft: Draft) throws {
        guard !fails else { throw StoreError.diskFull(path: "drafts") }
        memory.writes += 1
        mine.insert(draft.key)
        memory.drafts[draft.key] = draft
    }

    func drop(_ key: DraftKey) {
        mine.remove(key)
        memory.drafts[key] = nil
    }

    func leftOver(of operatorCode: String) -> [Draft] {
        found = memory.drafts.values.filter { $0.operatorCode == operatorCode && !mine.contains($0.key) }
            .sorted { $0.startedAt < $1.startedAt }
        return found
    }

    func takeOver(_ place: Int) { mine.insert(found[place].key) }
    func discard(_ place: Int) { memory.drafts[found[place].key] = nil }
    func close() {}
}
