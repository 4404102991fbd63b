import HotlineDomain
import Testing

@testable import HotlineStore

/// Words travel beside the journal, which names them and does not hold them.
@Suite("Words that were damaged on their way")
struct ShipmentWordsTests {
    @Test("are refused with everything that came with them, and taken when they come whole")
    func damaged() throws {
        let stores = try Sample.together(desks: 1)
        let now = Sample.at("2009-09-14", "14:00")
        let call = try stores[1].log(.information, at: now, note: "what was said")
        let whole = try #require(try stores[1].shipment(after: stores[0].heads(), limit: 100))
        var shipment = whole
        shipment.words = whole.words.map { row in
            guard case .sealed(var sealed, let key, let digest) = row.content else { return row }
            sealed[sealed.count / 2] ^= 1
            return WordsRow(
                id: row.id, subject: row.subject, field: row.field,
                content: .sealed(sealed, wrappedKey: key, digest: digest), place: row.place)
        }
        let heads = try stores[0].heads()
        do {
            try stores[0].receive(shipment)
            Issue.record("taken")
        } catch let refusal as Refusal {
            #expect(refusal.rule == ShipmentRule.tampered.rawValue)
            #expect(refusal.details["node"] == "96")
        }
        #expect(try stores[0].heads() == heads)
        try stores[0].receive(whole)
        let note = try #require(try stores[0].call(call)?.content.note)
        #expect(try stores[0].words(note)?.revealed == "what was said")
        #expect(try stores[0].findings() == [])
    }
}
