import Foundation
import HotlineDomain
import StoreSQLite
import Testing

@testable import HotlineStore

@Suite("Sealed words")
struct SealingTests {
    private func words(_ text: String, id: Int64 = 7) -> Words {
        Words(id: ID(raw: id), subject: Subject(.call, 1), field: .note, text: Private(text))
    }

    @Test("what is sealed opens again, and only whole, with its own key, in its own place")
    func roundTrip() throws {
        let sealer = WordsSealer(.make())
        for text in ["", "x", "Тирасполь, ș ț 🛟", String(repeating: "ж", count: 20_000)] {
            let record = try sealer.seal(words(text))
            #expect(try sealer.open(record).revealed == text)
            #expect(record.sealed.count == text.utf8.count + Seal.overheadBytes)
        }
        let record = try sealer.seal(words("somebody's words"))
        let moved = SealedWords(id: ID(raw: 8), sealed: record.sealed, wrappedKey: record.wrappedKey)
        #expect(throws: BrokenSeal.self) { try sealer.open(moved) }
        #expect(throws: BrokenSeal.self) { try WordsSealer(.make()).open(record) }
    }

    @Test("a flipped bit anywhere closes a record")
    func flippedBits() throws {
        let sealer = WordsSealer(.make())
        let record = try sealer.seal(words("somebody's words"))
        for place in record.sealed.indices {
            var sealed = record.sealed
            sealed[place] ^= 1
            let damaged = SealedWords(id: record.id, sealed: sealed, wrappedKey: record.wrappedKey)
            #expect(throws: BrokenSeal.self) { try sealer.open(damaged) }
        }
        for place in record.wrappedKey.indices {
            var key = record.wrappedKey
            key[place] ^= 0x80
            let damaged = SealedWords(id: record.id, sealed: record.sealed, wrappedKey: key)
            #expect(throws: BrokenSeal.self) { try sealer.open(damaged) }
        }
    }

    @Test("the same words sealed twice look different")
    func noPatterns() throws {
        let sealer = WordsSealer(.make())
        let first = try sealer.seal(words("Rostov"))
        let second = try sealer.seal(words("Rostov"))
        #expect(first.sealed != second.sealed)
        #expect(first.digest != second.digest)
    }

    @Test("a key prints as a mask, however it is printed")
    func masks() throws {
        let key = HotlineKey.make()
        var dumped = ""
        dump(key, to: &dumped)
        dump(Sample.passphrase, to: &dumped)
        dump(Sample.recovery, to: &dumped)
        dump(HandedOnKey(key: key, salt: []), to: &dumped)
        let printed = dumped + "\(key) \(String(reflecting: key)) \(Sample.passphrase) \(Sample.recovery)"
        #expect(!printed.contains("harbour"))
        #expect(!printed.contains(Sample.recovery.printed.replacing("-", with: "")))
        #expect(!printed.contains(hexadecimal(key.bytes)))
    }

    @Test("no file beside a store holds a word of what was written, nor its place names, after a day's work")
    func strings() throws {
        try TemporaryFolder.with { folder in
            let path = folder.path("hotline.db")
            let store = try Sample.store(in: path, Sample.sealed)
            let shelf = try DraftShelf(store)
            let slot = try shelf.open(for: "01")
            for hour in 8..<20 {
                let started = Sample.at("2009-09-14", "\(hour.padded(2)):00")
                try store.log(
                    hour % 4 == 0 ? .sos : .information, at: started, region: "Ribnitza Secret",
                    note: "she waits at the blue kiosk \(hour)")
                try slot.write(
                    Draft(
                        form: "call", subject: nil, fields: ["note": "typed but not saved: green scarf"],
                        operatorCode: "01", startedAt: started))
            }
            try callers(store)
            try store.backup(
                to: folder.path("backup.db"), at: Sample.at("2009-09-14", "20:00"),
                clock: { Sample.at("2009-09-14", "20:00") })
            let names = try #require(FileManager.default.enumerator(atPath: folder.root)).compactMap { $0 as? String }
            #expect(names.contains { $0.hasSuffix("-wal") })
            for name in names {
                guard let data = FileManager.default.contents(atPath: folder.path(name)) else { continue }
                for word in [
                    "blue kiosk", "Ribnitza", "ribnitza", "green scarf", "harbour lamp", "53355512", "533 555 12",
                    "37353355512", "Moonrise", "moonrise", "069 777 888", "069777888",
                ] {
                    #expect(data.range(of: Data(word.utf8)) == nil, "\(word) in \(name)")
                }
            }
            slot.close()
        }
    }

    /// One caller twice, by number and codename, who wants to be called back, and is.
    private func callers(_ store: Store) throws {
        for hour in [20, 21] {
            let started = Sample.at("2009-09-14", "\(hour):30")
            let id = try store.log(.information, at: started)
            let call = try #require(try store.call(id))
            var content = call.content
            let now = started + .minutes(10)
            content.callBackAt = started + .hours(14)
            content.callBack = CallBackTerms(consent: "yes")
            let back = store.written("069 777 888", at: now)
            let terms = CallCommand.amend(
                revision: 1, reason: "new_information", started: started, ended: call.ended!,
                CallEntry(content, callBackNumber: back))
            try store.perform(
                [
                    .call(id, .recognise(by: .number(Private("+373 533 555 12")))),
                    .call(id, .recognise(by: .codename(store.written("Moonrise", at: now)))), .call(id, terms),
                ], by: "01", at: now)
            #expect(try store.recognition(of: #require(try store.call(id)))?.calls == (hour == 20 ? 1 : 2))
            guard hour == 20 else { continue }
            try store.perform([.call(id, .callBackDone)], by: "01", at: now + .hours(1))
            #expect(try store.words(back.id) == nil)
        }
    }

    @Test("place names are still found as one types, in every slice, without their marks")
    func places() throws {
        let store = try Sample.store()
        for hour in 0..<30 {
            let started = Sample.at("2009-09-14", "00:00") + .minutes(Int64(hour) * 20)
            try store.log(.information, at: started, region: hour % 3 == 0 ? "Râbnița" : "Bender")
        }
        func found(_ typed: String, limit: Int = 100) throws -> Int {
            var filter = CallFilter()
            filter.terms = [CallFilter.Term(place: folded(typed))]
            return try store.calls(filter, limit: limit).calls.count
        }
        #expect(try found("rabn") == 10)
        #expect(try found("BEND") == 20)
        #expect(try found("e") == 20)
        #expect(try found("nowhere") == 0)
        #expect(try found("b", limit: 12) == 12)
    }
}
