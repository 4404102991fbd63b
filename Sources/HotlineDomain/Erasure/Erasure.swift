/// Words that were taken away for good: which, from which thing, why, by whom
/// and when. It is what stands where they stood; no word of theirs is in it.
public struct Erasure: Hashable, Sendable {
    public let stamp: Stamp
    public let words: [WordsID]
    /// Of the list `erased_because`.
    public let because: String
    /// Only what was said of this person of the case.
    public let person: Int?

    public init(stamp: Stamp, words: [WordsID], because: String, person: Int?) {
        self.stamp = stamp
        self.words = words
        self.because = because
        self.person = person
    }

    /// Newer words took the place of older ones that nobody reads any more.
    public static let replaced = "replaced"
    /// The hotline's own time for keeping them is over.
    public static let retention = "retention"
    /// A number that was kept for one call.
    public static let callBackDone = "call_back_done"
    /// What the program itself erases for; a person gives another reason.
    public static let ofProgram: Set<String> = [replaced, retention, callBackDone]
}

/// Somebody said that words must stay, whatever the hotline's own time is.
public struct Hold: Hashable, Sendable {
    public let stamp: Stamp
    /// Of the list `kept_because`.
    public let because: String

    public init(stamp: Stamp, because: String) {
        self.stamp = stamp
        self.because = because
    }
}

/// Whether a thing's words are held, and what of them was erased so far.
public struct Keeping: Hashable, Sendable {
    public private(set) var hold: Hold?
    /// In the order they happened.
    public private(set) var erasures: [Erasure] = []

    public init() {}

    public mutating func apply(_ event: ErasureEvent, _ stamp: Stamp) {
        switch event {
        case .erased(_, let words, let because, let person):
            erasures.append(Erasure(stamp: stamp, words: words, because: because, person: person))
        case .held(_, let because): hold = Hold(stamp: stamp, because: because)
        case .released: hold = nil
        }
    }

    /// What became of these words, where they were erased.
    public func erasure(of words: WordsID) -> Erasure? { erasures.last { $0.words.contains(words) } }
}
