import Foundation
import HotlineDomain
import Testing

@testable import HotlineStore

@Suite("A sealed file")
struct SealedFileTests {
    private let passphrase = Passphrase("told by telephone only")
    private let content = Array("what nobody else reads".utf8)

    @Test("it opens with its passphrase and no other, and never looks the same twice")
    func opens() throws {
        let file = try SealedFile(content, with: passphrase, cost: Sample.cost)
        #expect(try SealedFile(read: file.bytes).open(passphrase) == content)
        #expect(throws: ExchangeError.wrongPassphrase) { try file.open(Passphrase("told by telephone onlY")) }
        #expect(try SealedFile(content, with: passphrase, cost: Sample.cost) != file)
        #expect(Data(file.bytes).range(of: Data(content)) == nil)
    }

    @Test("a flipped bit in any byte is told as damage, before any passphrase is asked for")
    func flipped() throws {
        let bytes = try SealedFile(content, with: passphrase, cost: Sample.cost).bytes
        for place in bytes.indices {
            var damaged = bytes
            damaged[place] ^= 0x10
            let expected: ExchangeError = place < SealedFile.magic.count ? .notACaseFile : .damaged
            #expect(throws: expected, "byte \(place)") { try SealedFile(read: damaged) }
        }
    }

    @Test("whoever mends the checksum after a change still opens nothing")
    func mended() throws {
        let bytes = try SealedFile(content, with: passphrase, cost: Sample.cost).bytes
        for place in SealedFile.magic.count..<(bytes.count - 32) {
            var changed = Array(bytes.dropLast(32))
            changed[place] ^= 0x10
            let file = changed + SealedFile.digest(of: changed)
            #expect(throws: ExchangeError.self, "byte \(place)") { try SealedFile(read: file).open(passphrase) }
        }
    }

    @Test("a file that was cut off anywhere is damaged")
    func truncated() throws {
        let bytes = try SealedFile(content, with: passphrase, cost: Sample.cost).bytes
        for count in 0..<bytes.count {
            #expect(throws: ExchangeError.self, "\(count) bytes") { try SealedFile(read: Array(bytes.prefix(count))) }
        }
    }

    @Test("a later form, a long file and any other file are refused by name")
    func refused() throws {
        var bytes = Array(try SealedFile(content, with: passphrase, cost: Sample.cost).bytes.dropLast(32))
        bytes[8] = 2
        #expect(throws: ExchangeError.newerVersion(found: 2, known: 1)) {
            try SealedFile(read: bytes + SealedFile.digest(of: bytes))
        }
        #expect(throws: ExchangeError.notACaseFile) { try SealedFile(read: Array("number,date\n".utf8)) }
        let long = SealedFile.bytesMax + 1
        #expect(throws: ExchangeError.tooLong(bytes: long, max: SealedFile.bytesMax)) {
            try SealedFile(read: [UInt8](repeating: 0, count: long))
        }
    }

    @Test("the real cost opens and refuses")
    func realCost() throws {
        let file = try SealedFile(content, with: passphrase)
        #expect(Array(file.bytes[8..<12]) == [1, 17, 8, 1])
        #expect(try SealedFile(read: file.bytes).open(passphrase) == content)
    }
}
