import Foundation
import HotlineDomain
import StoreSQLite
import Testing

@testable import HotlineStore

@Suite("Erased words in a store")
struct ErasureStoreTests {
    private let now = Sample.at("2009-09-14", "10:00")
    private let house = Provider(code: "house", name: "House", services: ["legal"])

    /// The wrapped key and the sealed bytes of these words, as they lie in the store.
    private func record(_ id: WordsID, _ store: Store) throws -> SealedWords? {
        try store.engine.read { connection in
            try connection.first(
                "SELECT sealed, wrapped_key FROM words WHERE id = $1 AND sealed IS NOT NULL", [.id(id)]
            ) { SealedWords(id: id, sealed: $0.bytes(0), wrappedKey: $0.bytes(1)) }
        }
    }

    private func set(_ address: String, _ store: Store, isNew: Bool = false) throws -> WordsID {
        let words = store.written(address, at: now)
        try store.perform(
            [
                .hotline(
                    isNew
                        ? .addProvider(house, confidentialAddress: words)
                        : .changeProvider(house, confidentialAddress: words))
            ],
            by: "99", at: now)
        return words.id
    }

    /// The names of the folder's files in which these bytes lie.
    static func files(in folder: TemporaryFolder, with bytes: [UInt8]) throws -> [String] {
        try #require(FileManager.default.enumerator(atPath: folder.root)).compactMap { $0 as? String }.filter {
            FileManager.default.contents(atPath: folder.path($0))?.range(of: Data(bytes)) != nil
        }
    }

    @Test("replaced words are in no file any more, while the store is open, nor is their key; verify is content")
    func replaced() throws {
        try TemporaryFolder.with { folder in
            let store = try Sample.store(in: folder.path("hotline.db"))
            let old = try set("Strada Florilor 5", store, isNew: true)
            let record = try #require(try record(old, store))
            #expect(try !Self.files(in: folder, with: record.wrappedKey).isEmpty)
            let new = try set("Strada Teilor 9", store)
            #expect(try Self.files(in: folder, with: record.wrappedKey) == [])
            #expect(try Self.files(in: folder, with: record.sealed) == [])
            #expect(try store.words(old) == nil)
            #expect(try store.words(new)?.revealed == "Strada Teilor 9")
            #expect(store.tracesLeft == .none)
            #expect(try store.verify().findings == [])
        }
    }

    @Test("who reads an older state keeps the last traces; the next act takes them")
    func reader() throws {
        try TemporaryFolder.with { folder in
            let path = folder.path("hotline.db")
            let store = try Sample.store(in: path)
            let old = try set("Strada Florilor 5", store, isNew: true)
            let record = try #require(try record(old, store))
            let other = try SQLiteEngine.open(path: path)
            try other.read { connection in
                _ = try connection.count("SELECT count(*) FROM words")
                _ = try set("Strada Teilor 9", store)
                #expect(store.tracesLeft == .withReaders)
            }
            try store.log(.information, at: now)
            #expect(store.tracesLeft == .none)
            #expect(try Self.files(in: folder, with: record.wrappedKey) == [])
        }
    }

    @Test("what was erased before a power cut goes when the store is opened again")
    func reopened() throws {
        try TemporaryFolder.with { folder in
            let path = folder.path("hotline.db")
            let store = try Sample.store(in: path)
            let old = try set("Strada Florilor 5", store, isNew: true)
            let record = try #require(try record(old, store))
            // As the disk looks between the commit and the end of the erasing.
            try store.engine.write { connection in
                let words = store.written("Strada Teilor 9", at: now)
                var batch = try Store.Batch(store, connection)
                try batch.perform(
                    [.hotline(.changeProvider(house, confidentialAddress: words))], by: "99", at: now)
                try batch.close()
            }
            #expect(try !Self.files(in: folder, with: record.wrappedKey).isEmpty)
            for name in ["hotline.db", "hotline.db-wal", "hotline.db.key"] {
                try FileManager.default.copyItem(atPath: folder.path(name), toPath: folder.path("after-\(name)"))
            }
            try TemporaryFolder.with { after in
                for name in ["hotline.db", "hotline.db-wal", "hotline.db.key"] {
                    try FileManager.default.moveItem(atPath: folder.path("after-\(name)"), toPath: after.path(name))
                }
                let reopened = try Sample.reopened(after.path("hotline.db"))
                #expect(try Self.files(in: after, with: record.wrappedKey) == [])
                #expect(try reopened.verify().findings == [])
            }
        }
    }

    @Test("words that come and go in one act, and in one transaction of several")
    func together() throws {
        let store = try Sample.store()
        let (first, second, third) = (
            store.written("one", at: now), store.written("two", at: now), store.written("three", at: now)
        )
        try store.perform(
            [
                .hotline(.addProvider(house, confidentialAddress: first)),
                .hotline(.changeProvider(house, confidentialAddress: second)),
            ], by: "99", at: now)
        #expect(try store.words(first.id) == nil)
        try store.batch {
            try $0.perform([.hotline(.changeProvider(house, confidentialAddress: third))], by: "99", at: now)
            try $0.perform(
                [.hotline(.changeProvider(house, confidentialAddress: store.written("four", at: now)))], by: "99",
                at: now)
        }
        #expect(try store.words(second.id) == nil && store.words(third.id) == nil)
        #expect(try store.verify().findings == [])
    }

    @Test("verify misses the event of erased words, and finds words an event says are gone")
    func verify() throws {
        let store = try Sample.store()
        let old = try set("Strada Florilor 5", store, isNew: true)
        let kept = try #require(try record(old, store))
        let new = try set("Strada Teilor 9", store)
        try store.rebuild()
        #expect(try store.verify().findings == [])
        try store.engine.write {
            try $0.run(
                "UPDATE words SET sealed = $2, wrapped_key = $3, digest = $4, erased_at = NULL WHERE id = $1",
                [.id(old), .bytes(kept.sealed), .bytes(kept.wrappedKey), .bytes(kept.digest)])
        }
        #expect(try store.verify().findings == [.notErased(id: old.raw)])
        try store.engine.write {
            let gone = "sealed = NULL, wrapped_key = NULL, digest = NULL, erased_at = 1"
            try $0.run("UPDATE words SET \(gone) WHERE id IN ($1, $2)", [.id(old), .id(new)])
        }
        #expect(try store.verify().findings == [.erasedWithoutEvent(id: new.raw)])
    }
}
