import HotlineStore

/// Where what is being typed is kept until it is saved: on a shelf beside the
/// store, or in memory for a test.
public protocol DraftKeeper: AnyObject {
    /// On disk when this returns.
    func keep(_ draft: Draft) throws
    /// The draft was saved or thrown away.
    func drop(_ key: DraftKey) throws
    /// What consoles that are gone left of this operator, oldest first.
    func leftOver(of operatorCode: String) throws -> [Draft]
    /// Goes on with one of them, by its place in the last answer.
    func takeOver(_ place: Int)
    func discard(_ place: Int) throws
    /// The operator signed out or the console ends: what is typed stays for later.
    func close()
}

/// Drafts in files beside the store, one file a form.
public final class ShelfDrafts: DraftKeeper {
    private let shelf: DraftShelf
    private var slots: [DraftKey: DraftSlot] = [:]
    private var found: [LeftOverDraft?] = []

    public init(_ shelf: DraftShelf) { self.shelf = shelf }

    public func keep(_ draft: Draft) throws {
        let slot = try slots[draft.key] ?? shelf.open(for: draft.operatorCode)
        slots[draft.key] = slot
        try slot.write(draft)
    }

    public func drop(_ key: DraftKey) throws {
        guard let slot = slots.removeValue(forKey: key) else { return }
        defer { slot.close() }
        try slot.clear()
    }

    public func leftOver(of operatorCode: String) throws -> [Draft] {
        releaseFound()
        let drafts = try shelf.leftOver(of: operatorCode)
        found = drafts
        return drafts.map(\.draft)
    }

    public func takeOver(_ place: Int) {
        guard found.indices.contains(place), let draft = found[place] else { return }
        // A second draft of the same form stays for later.
        guard slots[draft.draft.key] == nil else { return }
        slots[draft.draft.key] = draft.takeOver()
        found[place] = nil
    }

    public func discard(_ place: Int) throws {
        guard found.indices.contains(place), let draft = found[place] else { return }
        try draft.discard()
        found[place] = nil
    }

    public func close() {
        for slot in slots.values { slot.close() }
        slots = [:]
        releaseFound()
    }

    private func releaseFound() {
        for draft in found { draft?.release() }
        found = []
    }

    deinit { close() }
}
