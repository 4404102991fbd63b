import Foundation
import Testing

@testable import HotlineDomain

@Suite("Donors and what is published")
struct DonorTests {
    @Test("a donor is added, changed, and the same again changes nothing")
    func change() throws {
        var desk = Desk()
        try desk.does(.hotline(.addDonor(.example)), by: "21")
        #expect(desk.hotline?.donor("sdc") == .example)
        var changed = Donor.example
        changed.dueDay = 20
        #expect(try desk.does(.hotline(.changeDonor(changed)), by: "21") == [.hotline(.donorSet(donor: changed))])
        #expect(desk.hotline?.donors == [changed])
        #expect(try desk.does(.hotline(.changeDonor(changed)), by: "21").isEmpty)
    }

    @Test("a donor is a fund that a service can be paid from, beside those the settings name")
    func funds() throws {
        var desk = Desk()
        #expect(desk.hotline?.funds == [])
        try desk.does(.hotline(.changeSettings([.donors: .codes(["embassy", "sdc"])])), by: "21")
        try desk.does(.hotline(.addDonor(.example)), by: "21")
        #expect(desk.hotline?.funds == ["sdc", "embassy"])
        let referral = try desk.referral(in: .accepted)
        try desk.does(.referral(referral, .deliver(service: nil, donor: "sdc")), by: "05")
        let other = try desk.referral(in: .accepted)
        let refusal = try desk.refusal(of: .referral(other, .deliver(service: nil, donor: "japan")), by: "05")
        #expect(refusal?.details["known"] == "embassy, sdc")
    }

    @Test("an indicator may ask for what its own donor paid for")
    func ownFund() throws {
        var desk = Desk()
        var donor = Donor.example
        donor.indicators[0].source = .counted(.delivered, of: .init(.donor, "sdc"))
        try desk.does(.hotline(.addDonor(donor)), by: "21")
    }

    @Test("what a donor asked for before less was published is in the way of no other change")
    func published() throws {
        var desk = Desk()
        try desk.does(.hotline(.addDonor(.example)), by: "21")
        try desk.does(.hotline(.changeSettings([.packsFamilies: .codes(["language"])])), by: "21")
        var donor = Donor.example
        donor.dueDay = 3
        try desk.does(.hotline(.changeDonor(donor)), by: "21")
        donor.families.append(.topic)
        #expect(try desk.refusal(of: .hotline(.changeDonor(donor)), by: "21")?.rule == "donor.family_not_published")
    }

    @Test("a profile applied later takes no donor out")
    func kept() throws {
        var desk = Desk()
        try desk.does(.hotline(.addDonor(.example)), by: "21")
        var profile = Hotline.example
        profile.donors = [Donor(code: "iom", name: "IOM")]
        try desk.does(.hotline(.apply(profile)), by: "21")
        #expect(desk.hotline?.donors.map(\.code) == ["iom", "sdc"])
    }

    @Test("an indicator keeps where its figure comes from, by name")
    func coding() throws {
        for source: DonorIndicator.Source in [
            .counted(.calls, of: nil), .counted(.delivered, of: .init(.donor, "sdc")), .register("trials"),
        ] {
            let data = try JSONEncoder().encode(source)
            #expect(try JSONDecoder().decode(DonorIndicator.Source.self, from: data) == source)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let settings = Settings(windows: [.topic: .month, .country: .projectYear])
        let text = String(decoding: try encoder.encode(settings), as: UTF8.self)
        #expect(text.contains(#""windows":{"country":"project_year","topic":"month"}"#))
    }

    @Test("of families that give each other away, each names the other")
    func linked() {
        for name in FamilyName.allCases {
            for other in name.linked { #expect(other.linked.contains(name), "\(name) \(other)") }
        }
        for name in FamilyName.published {
            #expect(!name.linked.contains { FamilyName.published.contains($0) }, "\(name)")
        }
    }

    @Test("families that add up to the same whole name each other, and begin with windows of one length")
    func sharingWhole() {
        for name in FamilyName.allCases {
            for other in name.sharingWhole {
                #expect(other.sharingWhole.contains(name) && !other.linked.contains(name), "\(name) \(other)")
                #expect(other.defaultWindow == name.defaultWindow, "\(name) \(other)")
            }
        }
        #expect(FamilyName.service.sharingWhole == [.fund])
        #expect(FamilyName.repatriated.sharingWhole == [.repatriatedFrom])
        #expect(Settings(families: [.fund], windows: [.fund: .month]).unevenWindows == nil)
        #expect(Settings(windows: [.fund: .month, .service: .month]).unevenWindows == nil)
    }
}
