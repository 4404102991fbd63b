import Crypto
import HotlineDomain

/// A record of somebody's words as it stands in the store: sealed under a key
/// of its own, and that key wrapped under the hotline's. Erasing the wrapped
/// key erases the words, whoever keeps the rest.
struct SealedWords: Hashable, Sendable {
    let id: WordsID
    let sealed: [UInt8]
    let wrappedKey: [UInt8]

    /// Finds damage without the key; says nothing about what was said.
    var digest: [UInt8] { SealedWords.digest(of: sealed, id: id.raw) }

    static func digest(of sealed: [UInt8], id: Int64) -> [UInt8] {
        var sha = SHA256()
        sha.update(data: Array("\(id)|".utf8))
        sha.update(data: sealed)
        return Array(sha.finalize())
    }
}

/// Seals and opens words for somebody who holds the hotline's key. Made once
/// and kept: deriving the wrapping key costs more than sealing a note.
struct WordsSealer: Sendable {
    private let wrapping: SymmetricKey

    init(_ key: HotlineKey) { wrapping = key.derived(for: .words) }

    func seal(_ words: Words) throws(BrokenSeal) -> SealedWords {
        let own = SymmetricKey(size: .bits256)
        let place = WordsSealer.place(words.id)
        return SealedWords(
            id: words.id, sealed: try Seal.close(Array(words.text.revealed.utf8), with: own, for: place),
            wrappedKey: try Seal.close(own.withUnsafeBytes { Array($0) }, with: wrapping, for: place))
    }

    func open(_ words: SealedWords) throws(BrokenSeal) -> Private<String> {
        let place = WordsSealer.place(words.id)
        let own = SymmetricKey(data: try Seal.open(words.wrappedKey, with: wrapping, for: place))
        return Private(String(decoding: try Seal.open(words.sealed, with: own, for: place), as: UTF8.self))
    }

    /// The record's own key, wrapped for somebody who holds another hotline's key.
    func wrapped(_ words: SealedWords, for other: WordsSealer) throws(BrokenSeal) -> [UInt8] {
        let place = WordsSealer.place(words.id)
        return try Seal.close(
            try Seal.open(words.wrappedKey, with: wrapping, for: place), with: other.wrapping, for: place)
    }

    /// A record that does not open is damage, and is said to be.
    func opened(_ words: SealedWords) throws(StoreError) -> Private<String> {
        do {
            return try open(words)
        } catch {
            throw .damaged(detail: "words \(words.id)")
        }
    }

    private static func place(_ id: WordsID) -> String { "words|\(id.raw)" }
}
