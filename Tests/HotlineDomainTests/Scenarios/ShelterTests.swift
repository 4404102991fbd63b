import Testing

@testable import HotlineDomain

@Suite("Shelters")
struct ShelterTests {
    private func filled() throws -> Desk {
        var desk = Desk()
        try desk.shelter(places: 24)
        let composition = [("man", 1), ("woman", 14), ("teenager", 2), ("child", 6)]
        for (category, count) in composition {
            for number in 0..<count {
                _ = try desk.stay(category, until: category == "woman" ? "2009-10-\((number + 10).padded(2))" : nil)
            }
        }
        return desk
    }

    private func occupancy(_ desk: Desk) -> Occupancy {
        Occupancy(
            places: 24, staying: desk.records.staysNow(at: "shelter"),
            on: BusinessDate("2009-09-14")!)
    }

    @Test("of 24 places 23 are taken: one man, fourteen women, two teenagers, six children")
    func composition() throws {
        let now = occupancy(try filled())
        #expect(now.places == 24 && now.taken == 23 && now.free == 1)
        #expect(
            now.composition.map { "\($0.category) \($0.count)" } == ["man 1", "woman 14", "teenager 2", "child 6"])
        #expect(now.nextFree == nil, "while a place is free nobody asks when the next will be")
    }

    @Test("the last place is given, and then a full shelter says how many places and when the next is free")
    func full() throws {
        var desk = try filled()
        _ = try desk.stay("child")
        let admission = Admission(provider: "shelter", category: "woman", at: desk.now)
        let refusal = try desk.refusal(of: .stay(desk.id(), .admit(admission)))
        #expect(refusal?.rule == "stay.full")
        #expect(
            refusal?.details == ["provider": "shelter", "places": "24", "taken": "24", "date": "2009-10-10"])
        var overridden = admission
        overridden.overriddenBecause = "child_at_risk"
        try desk.does(.stay(desk.id(), .admit(overridden)))
        #expect(occupancy(desk).free == 0 && occupancy(desk).taken == 25)
    }

    @Test("a day that has passed is not the next: the shelter is to be asked")
    func overdue() throws {
        var desk = Desk()
        try desk.shelter(places: 2)
        _ = try desk.stay("woman", until: "2009-10-10")
        _ = try desk.stay("woman", until: "2009-09-20")
        let refused = Command.stay(
            desk.id(), .admit(Admission(provider: "shelter", category: "woman", at: desk.now)))
        #expect(try desk.refusal(of: refused)?.details["date"] == "2009-09-20")
        desk.now = desk.now + .days(14)
        let late = Command.stay(
            desk.id(), .admit(Admission(provider: "shelter", category: "woman", at: desk.now)))
        let refusal = try #require(try desk.refusal(of: late))
        #expect(refusal.rule == "stay.full" && refusal.sentence == "refusal.stay.full.overdue")
        #expect(refusal.details["date"] == "2009-09-20")
    }

    @Test("who has a bed beyond the last place leaves no place free; where too few days are known, none is named")
    func beyond() throws {
        let today = BusinessDate("2009-09-14")!
        var desk = Desk()
        try desk.shelter(places: 1)
        let days = ["2009-09-20", "2009-09-30"]
        for (place, day) in days.enumerated() {
            var admission = Admission(provider: "shelter", category: "woman", at: desk.now)
            admission.expectedUntil = BusinessDate(day)
            if place > 0 { admission.overriddenBecause = "extra_bed" }
            try desk.does(.stay(desk.id(), .admit(admission)))
        }
        let staying = desk.records.staysNow(at: "shelter")
        #expect(
            Occupancy(places: 1, staying: staying, on: today).nextFree == .expected(on: BusinessDate("2009-09-30")!))
        #expect(Occupancy(places: 3, staying: staying, on: today).nextFree == nil)
        #expect(Occupancy(places: 0, staying: staying, on: today).nextFree == .unknown)
    }

    @Test("whoever leaves frees the place")
    func leaving() throws {
        var desk = try filled()
        let last = try desk.stay("child")
        try desk.does(.stay(last, .leave(at: desk.now, because: "returned_home")))
        #expect(occupancy(desk).free == 1)
        _ = try desk.stay("woman")
    }

    @Test("two who come in one act cannot both have the last place")
    func together() throws {
        var desk = try filled()
        let one = Admission(provider: "shelter", category: "woman", at: desk.now)
        let refusal = try desk.refusal(of: .stay(desk.id(), .admit(one)), .stay(desk.id(), .admit(one)))
        #expect(refusal?.rule == "stay.full")
    }

    @Test("whatever comes and goes, nobody has a place beyond the last without a reason", arguments: Seeded.seeds)
    func never(seed: UInt64) throws {
        var random = Seeded(seed)
        var desk = Desk()
        try desk.shelter(places: 3)
        for _ in 0..<300 {
            let staying = desk.records.staysNow(at: "shelter")
            let because = [nil, nil, nil, "extra_bed"].randomElement(using: &random)!
            let admission = Admission(
                provider: "shelter", category: "woman", at: desk.now, overriddenBecause: because)
            let admit = Command.stay(desk.id(), .admit(admission))
            if let gone = staying.randomElement(using: &random), Bool.random(using: &random) {
                try desk.does(.stay(gone.id, .leave(at: desk.now, because: "own_wish")))
            } else if try desk.refusal(of: admit) == nil {
                #expect(staying.count < 3 || because != nil, "seed \(seed)")
                try desk.does(admit)
            } else {
                #expect(staying.count >= 3 && because == nil, "seed \(seed)")
            }
        }
        #expect(Told(desk.journal).stays == desk.records.stays)
    }

    @Test("whoever is in already has the place: the shelter may be full when it answers")
    func takenInFirst() throws {
        var desk = try filled()
        let (case1, provider) = (try desk.openCase(), "shelter")
        let (mine, other): (ReferralID, ReferralID) = (desk.id(), desk.id())
        for referral in [mine, other] {
            try desk.does(
                .referral(
                    referral,
                    .add(.case(id: case1), provider: provider, service: "safe_accommodation", urgency: .day)),
                .referral(referral, .consent(.given)), .referral(referral, .send), by: "05")
        }
        let admission = Admission(provider: provider, category: "woman", at: desk.now, referral: mine)
        try desk.does(.stay(desk.id(), .admit(admission)), by: "05")
        #expect(occupancy(desk).free == 0)
        try desk.does(.referral(mine, .accept), by: "05")
        #expect(try desk.refusal(of: .referral(other, .accept), by: "05")?.rule == "referral.full")
    }

    @Test("a referral to a full shelter is not sent, unless somebody says why")
    func referral() throws {
        var desk = try filled()
        _ = try desk.stay("child")
        let id = try desk.addReferral(.case(id: desk.openCase()), to: "shelter", service: "safe_accommodation")
        try desk.does(.referral(id, .consent(.given)))
        let refusal = try desk.refusal(of: .referral(id, .send))
        #expect(refusal?.rule == "referral.full")
        #expect(refusal?.details["places"] == "24" && refusal?.details["date"] == "2009-10-10")
        try desk.does(.referral(id, .overrideFull(because: "life_in_danger")), .referral(id, .send))
        try desk.does(.referral(id, .accept))
        #expect(desk.records.referral(id)?.fullOverriddenBecause == "life_in_danger")
    }

    @Test("a shelter that filled up since cannot accept what was sent to it")
    func filledUp() throws {
        var desk = try filled()
        let id = try desk.addReferral(.case(id: desk.openCase()), to: "shelter", service: "safe_accommodation")
        try desk.does(.referral(id, .consent(.given)), .referral(id, .send))
        _ = try desk.stay("child")
        #expect(try desk.refusal(of: .referral(id, .accept))?.rule == "referral.full")
    }

    @Test("legal help does not need a bed")
    func otherService() throws {
        var desk = try filled()
        _ = try desk.stay("child")
        let id = try desk.addReferral(.case(id: desk.openCase()), to: "shelter", service: "legal")
        try desk.does(.referral(id, .consent(.given)), .referral(id, .send))
    }

    @Test("people taken in are counted by the fund that pays")
    func counted() throws {
        var desk = Desk()
        try desk.shelter(places: 24, donors: ["japan", "embassy"])
        for donor in ["japan", "japan", "embassy"] {
            let admission = Admission(provider: "shelter", category: "woman", at: desk.now, donor: donor)
            try desk.does(.stay(desk.id(), .admit(admission)))
        }
        #expect(desk.count(.admitted) == 3)
        #expect(desk.count(.admitted, .donor, "japan") == 2 && desk.count(.admitted, .donor, "embassy") == 1)
        #expect(desk.count(.admitted, .category, "woman") == 3)
    }

    @Test("the next shift is told the places, which alone are no reason for a handover")
    func handedOver() throws {
        var desk = try filled()
        let shift = try desk.signOn()
        #expect(
            try desk.refusal(of: .handover(desk.id(), .offer(shift: shift, notes: [])))?.rule
                == "handover.nothing_to_hand_over")
        let id: HandoverID = desk.id()
        let note = desk.written("x")
        try desk.does(.handover(id, .offer(shift: shift, notes: [note])))
        let items = try #require(desk.records.handover(id)?.items.map(\.content))
        #expect(items.count == 2)
        #expect(items.last == .places(provider: "shelter", places: 24, taken: 23))
    }
}
