import Foundation
import HotlineDomain
import Testing

@testable import HotlineStore

@Suite("Events as text")
struct EventCodecTests {
    private let foundation: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()

    @Test(
        "every event is written byte for byte as Foundation writes it with sorted keys, and read back as it was",
        arguments: [1, 2009, 0xFFFF_FFFF, UInt64.random(in: 0...UInt64.max)])
    func likeFoundation(seed: UInt64) throws {
        var random = RandomEvents(seed: seed)
        let codec = EventCodec()
        for _ in 0..<100 {
            for event in random.all() {
                let (text, wanted) = (try codec.text(event), try foundation.text(event))
                try #require(text == wanted, "seed \(seed)")
                let subject = event.subject
                let read = try codec.event(kind: subject.kind, subject: subject.id, text: text)
                try #require(read == event, "seed \(seed)")
            }
        }
    }

    @Test("an event is one object with the event's name as its only key, its fields in the order of their names")
    func form() throws {
        let content = CallContent(
            callClass: .followUp, country: "MD", topics: ["documents"], callBackAt: Instant(milliseconds: 5))
        let entered = CallEvent.entered(
            number: "09-0001", line: "md/1", started: Instant(milliseconds: -1), ended: Instant(milliseconds: 2),
            placement: Placement(businessDate: BusinessDate(days: 3), hour: 4, pattern: nil, offShift: true),
            content: content)
        let text = try EventCodec().text(.call(CallID(raw: 1), entered))
        #expect(
            text == """
                {"entered":{"content":{"callBackAt":5,"callClass":"follow_up","country":"MD","topics":["documents"]},\
                "ended":2,"line":"md/1","number":"09-0001","placement":{"businessDate":3,"hour":4,"offShift":true},\
                "started":-1}}
                """)
        #expect(try EventCodec().text(.shift(ShiftID(raw: 1), .ended)) == #"{"ended":{}}"#)
    }

    @Test("what has no canonical form is refused, not written in some form")
    func refused() {
        struct Fraction: Encodable { let share = 0.5 }
        class Above: Encodable { let name = "above" }
        final class Below: Above {
            override func encode(to encoder: any Encoder) throws {
                var box = encoder.unkeyedContainer()
                try super.encode(to: box.superEncoder())
            }
        }
        #expect(throws: EncodingError.self) { try EventCodec().text(Fraction()) }
        #expect(throws: EncodingError.self) { try EventCodec().text(Below()) }
    }
}

extension JSONEncoder {
    fileprivate func text(_ event: Event) throws -> String {
        let data =
            switch event {
            case .hotline(let event): try encode(event)
            case .call(_, let event): try encode(event)
            case .escalation(_, let event): try encode(event)
            case .case(_, let event): try encode(event)
            case .referral(_, let event): try encode(event)
            case .shift(_, let event): try encode(event)
            case .handover(_, let event): try encode(event)
            case .stay(_, let event): try encode(event)
            case .entry(_, let event): try encode(event)
            case .visit(_, let event): try encode(event)
            case .operatorState(_, let event): try encode(event)
            case .linkState(_, let event): try encode(event)
            case .month(_, let event): try encode(event)
            case .pack(_, let event): try encode(event)
            case .access(_, let event): try encode(event)
            case .erasure(_, let event): try encode(event)
            }
        return String(decoding: data, as: UTF8.self)
    }
}
