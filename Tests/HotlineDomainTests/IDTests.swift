import HotlineDomain
import Testing

@Suite("Ids")
struct IDTests {
    @Test("an id is read back from its text, and its text stands in the id's own order", arguments: Seeded.seeds)
    func textAndOrder(seed: UInt64) {
        var random = Seeded(seed)
        var made: [CallID] = []
        for _ in 0..<500 {
            let id = CallID(raw: .random(in: 0...Int64.max, using: &random))
            #expect(CallID(id.description) == id, "seed \(seed)")
            #expect(CallID(id.description.uppercased()) == id, "seed \(seed)")
            #expect(id.description.utf8.count == 13, "seed \(seed)")
            made.append(id)
        }
        #expect(made.sorted().map(\.description) == made.map(\.description).sorted(), "seed \(seed)")
    }

    @Test("the ends of the range are written and read")
    func ends() {
        #expect(CallID(raw: 0).description == "0000000000000")
        #expect(CallID(raw: .max).description == "7zzzzzzzzzzzz")
        #expect(CallID("7zzzzzzzzzzzz")?.raw == .max)
    }

    @Test(
        "what is no id is refused",
        arguments: [
            "", "0", "00000000000000", "8000000000000", "zzzzzzzzzzzzz", "000000000000i", "000000000000l",
            "000000000000o", "000000000000u", "00000000000 0", "000000-000000", "٠000000000000", "абвгдежзиклмн",
        ])
    func noID(text: String) { #expect(CallID(text) == nil) }

    @Test("an id says when and at which node it was made", arguments: Seeded.seeds)
    func parts(seed: UInt64) {
        var random = Seeded(seed)
        for _ in 0..<500 {
            let now = Instant(milliseconds: .random(in: 946_684_800_000...3_100_000_000_000, using: &random))
            let node = Int64.random(in: 0...4095, using: &random)
            let id = CallID(at: now, node: node, sequence: .random(in: 0...1023, using: &random))
            #expect(id.madeAt == now && id.node == node, "seed \(seed)")
        }
    }

    @Test(
        "a maker never makes the same id twice nor goes backwards, whatever its clock does", arguments: Seeded.seeds)
    func neverTwiceNeverBack(seed: UInt64) {
        var random = Seeded(seed)
        var maker = IDMaker(node: 7, chance: Seeded(seed))
        var clock: Int64 = 1_700_000_000_000
        var last = CallID(raw: 0)
        for _ in 0..<20_000 {
            switch Int.random(in: 0..<100, using: &random) {
            case 0: clock -= .random(in: 0...100_000, using: &random)
            case 1...20: clock += .random(in: 0...3, using: &random)
            default: break
            }
            let id: CallID = maker.make(at: Instant(milliseconds: clock))
            if id <= last || id.node != 7 {
                Issue.record("\(id) after \(last), seed \(seed)")
                return
            }
            last = id
        }
    }

    @Test("copies of one node that go on from the same id part ways, also where their clocks stand behind it")
    func copies() {
        let last = CallID(at: Instant(milliseconds: 1_700_000_000_000), node: 7, sequence: 5)
        for behind in [3_600_000, 1, 0, -1] as [Int64] {
            var seen: Set<CallID> = []
            for copy in 0..<4 as Range<UInt64> {
                var maker = IDMaker(node: 7, after: last.raw, chance: Seeded(copy))
                // Of one moment there are only so many.
                for _ in 0..<(behind > 0 ? 50 : 3) {
                    let id = maker.make(Call.self, at: Instant(milliseconds: 1_700_000_000_000 - behind))
                    #expect(
                        seen.insert(id).inserted && id > last && id.node == 7, "copy \(copy), \(behind) ms behind")
                }
            }
        }
    }

    @Test("a maker never makes a negative id, however near the end the last one was", arguments: Seeded.seeds)
    func end(seed: UInt64) {
        let end = Int64(1) << 41
        for left in [1, 2, 3, 5_000] as [Int64] {
            var id = CallID(raw: ((end - left) << 22) | (7 << 10))
            var maker = IDMaker(node: 7, after: id.raw, chance: Seeded(seed))
            for _ in 0..<100 {
                let next = maker.make(Call.self, at: Instant(milliseconds: 0))
                #expect(next > id && next.node == 7, "seed \(seed)")
                id = next
            }
        }
    }

    @Test("two nodes never make the same id, even in the same millisecond")
    func twoNodes() {
        var makers = [1, 2].map { IDMaker(node: $0, chance: Seeded(1)) }
        var seen: Set<CallID> = []
        for _ in 0..<3000 {
            for index in makers.indices {
                #expect(seen.insert(makers[index].make(at: Instant(milliseconds: 1_700_000_000_000))).inserted)
            }
        }
    }
}
