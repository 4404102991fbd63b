import Testing

@testable import HotlineDomain

@Suite("The first minute of an SOS")
struct FirstMinuteTests {
    @Test("each question has its answer, later ones stand; where is a sealed record")
    func answers() throws {
        var desk = Desk()
        let (id, place) = (try desk.escalation(in: .assigned), desk.written("behind the bus station"))
        try desk.does(
            .escalation(id, .assess(["safe_to_talk": "no", "children": "unknown"], place: place)), by: "01")
        try desk.does(.escalation(id, .assess(["children": "yes"], place: nil)), by: "05")
        let escalation = try #require(desk.records.escalation(id))
        #expect(escalation.answers == ["safe_to_talk": "no", "children": "yes"])
        #expect(escalation.place == place.id && desk.records.words[place.id]?.field == .place)
        #expect(escalation.status == .assigned, "an answer takes nothing over")
    }

    @Test(
        "only questions and answers there are",
        arguments: [["safe": "yes"], ["safe_to_talk": "perhaps"], ["children": "2"]])
    func unknown(answers: [String: String]) throws {
        var desk = Desk()
        let id = try desk.escalation(in: .inHand)
        #expect(
            try desk.refusal(of: .escalation(id, .assess(answers, place: nil)), by: "05")?.rule == "call.unknown_code"
        )
    }

    @Test("whom to call goes on by the acknowledgement time, and nothing is reassigned by it")
    func chain() throws {
        var hotline = Hotline.example
        hotline.settings.onCall = ["07", "04", "01"]
        var desk = Desk(hotline)
        for code in ["05", "06", "09"] { _ = try desk.signOn(code) }
        let id = try desk.escalation(in: .assigned)
        let escalation = try #require(desk.records.escalation(id))
        let steps = escalation.chain(hotline, onDuty: ["05", "06", "09"])
        #expect(steps.map(\.person) == ["05", "06", "09", "07"], "04 left, 01 raised it")
        #expect(steps.map(\.because) == [.told, .specialist, .supervisor, .onCall])
        #expect(steps.map { ($0.from - escalation.raisedAt).seconds } == [0, 300, 600, 900])
        func toCall(_ minutes: Int64) -> String? {
            escalation.toCall(hotline, onDuty: ["05", "06", "09"], at: escalation.raisedAt + .minutes(minutes))?
                .person
        }
        #expect([0, 4, 5, 11, 16, 600].map(toCall) == ["05", "05", "06", "09", "07", "07"])
        desk.now = escalation.raisedAt + .minutes(600)
        #expect(desk.records.escalation(id) == escalation)
        try desk.does(.escalation(id, .acknowledge), by: "09")
        #expect(desk.records.escalation(id)?.toCall(hotline, onDuty: ["05"], at: desk.now) == nil)
    }

    @Test("every line of the emergency numbers is a country with a number and its source")
    func numbers() {
        #expect(EmergencyNumber.all.count > 60)
        for entry in EmergencyNumber.all {
            #expect(CodeLists.list(.country).contains(entry.country), "\(entry)")
            #expect((3...4).contains(entry.number.count) && entry.number.allSatisfy(\.isNumber), "\(entry)")
            #expect(!entry.source.isEmpty, "\(entry)")
        }
        #expect(EmergencyNumber.of(country: "MD")?.number == "112")
        #expect(EmergencyNumber.of(country: "unknown") == nil && EmergencyNumber.of(country: nil) == nil)
    }
}
