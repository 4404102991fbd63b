import HotlineDomain
import HotlineStore

extension Fixture {
    /// Calls of August and the first half of September, entered afterwards: every
    /// class, several lines, countries, topics and hours, places with diacritics.
    static func history(_ store: Store) throws {
        let first = BusinessDate("2009-08-10")!
        try store.batch { batch in
            for n in 0..<150 {
                let date = first + n * 35 / 150
                let at = moscow.instant(date, secondsOfDay: (n * 9973) % 86_400)
                try batch.perform(call(n, at: at, store), by: n % 3 == 0 ? "02" : "01", at: self.at("07:00"))
            }
        }
    }

    private static let topics = ["documents", "employment_abroad", "study_abroad", "tourism"]
    private static let places = ["Bălți", "Rîbnița", "Ростов", "Tiraspol"]

    private static func call(_ n: Int, at started: Instant, _ store: Store) -> [Command] {
        let id = store.newID(Call.self, at: at("07:00"))
        let callClass: CallClass =
            switch n % 10 {
            case 0...4: .nonCounselling
            case 5, 6: .information
            case 7: .counselling
            case 8: n % 20 == 8 ? .sos : .information
            default: .information
            }
        let isCoded = callClass == .nonCounselling
        var content = CallContent(
            callClass: callClass, code: isCoded ? (n % 3 == 0 ? "silent" : "prank") : nil,
            country: n % 4 == 0 ? "BE" : "RU", language: n % 7 == 0 ? "en" : "ru",
            topics: isCoded ? [] : [topics[n % 4]], heard: isCoded ? nil : "poster",
            outcome: isCoded ? nil : callClass == .sos ? "escalated" : "information_given")
        content.offShiftReason = "back_entry"
        let region =
            isCoded ? nil : Written(id: store.newID(Words.self, at: at("07:00")), text: Private(places[n % 4]))
        let entry = CallEntry(content, region: region)
        var commands: [Command] = [
            .call(id, .enter(line: n % 4 == 0 ? "eu" : "ru", started: started, ended: started + .minutes(6), entry))
        ]
        if callClass == .sos {
            commands.append(.escalation(store.newID(Escalation.self, at: at("07:00")), .raise(call: id)))
        }
        return commands + [.call(id, .finalise)]
    }
}
