/// Taking words away, as a consequence of whatever made them go.
extension Work {
    /// Erases these words, those that are still there. Call it for a thing whose
    /// words are no longer needed: `follow` does, so that it is in the same
    /// transaction as what made them go.
    mutating func erase(
        _ ids: [WordsID], of subject: Subject, because: String, person: Int? = nil
    ) throws {
        var live: [WordsID] = []
        for id in ids where !erased.contains(id) && !live.contains(id) {
            if try words.contains(where: { $0.id == id }) || records.keeps(id) { live.append(id) }
        }
        guard !live.isEmpty else { return }
        try record(
            .erasure(subject.id, .erased(kind: subject.kind, words: live, because: because, person: person)))
    }

    /// A confidential address that the directory no longer has: a shelter moved,
    /// and where it was is nobody's to know.
    mutating func eraseReplacedAddresses(by events: [HotlineEvent], of old: Hotline?) throws {
        guard let old else { return }
        for event in events {
            switch event {
            case .providerSet(let provider):
                try old.provider(provider.code).map { try erase($0.address, replacedBy: provider.address) }
            case .applied(let new):
                let now = Dictionary(new.providers.map { ($0.code, $0.address) }) { first, _ in first }
                for provider in old.providers { try erase(provider.address, replacedBy: now[provider.code] ?? nil) }
            default: break
            }
        }
    }

    private mutating func erase(_ old: Provider.Address?, replacedBy new: Provider.Address?) throws {
        guard case .confidential(let words) = old, new != old else { return }
        try erase([words], of: Subject(.hotline, words.raw), because: Erasure.replaced)
    }

    /// What was typed into a call that was not final yet, and typed otherwise since.
    mutating func eraseReplacedDraft(of old: Call?) throws {
        guard let old, old.status.isUnfinished, let new = calls[old.id] else { return }
        let gone = old.content.words.filter { !new.content.words.contains($0) }
        try erase(gone, of: Subject(.call, old.id.raw), because: Erasure.replaced)
    }

    /// A pseudonym or a field of a case has one value: the one before is shown nowhere.
    mutating func eraseReplacedWords(of old: Case?) throws {
        guard let old, let new = cases[old.id] else { return }
        let kept = Set(new.words)
        try erase(old.words.filter { !kept.contains($0) }, of: Subject(.case, old.id.raw), because: Erasure.replaced)
    }
}

extension CallContent {
    /// Every record of words that hangs on it.
    public var words: [WordsID] { [region, note].compactMap { $0 } }
}
