import Foundation
import HotlineDomain
import HotlineProfiles
import Testing

@Suite("The profiles under shifts")
struct ShippedProfilesTests {
    static let names = [
        "angel-coalition", "cnpac-child-line", "la-strada-antitrafficking", "transnistria-migration",
        "transnistria-trust-line",
    ]
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shifts")

    private func path(_ name: String) -> String { Self.folder.appendingPathComponent("\(name).toml").path }
    private func hotline(_ name: String) throws -> Hotline { try HotlineProfile.read(path: path(name)).hotline }

    @Test("there are these five")
    func five() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(files.filter { $0.hasSuffix(".toml") }.sorted() == Self.names.map { "\($0).toml" })
    }

    @Test("each is clean, also years after its roster began, and is called like its file", arguments: names)
    func clean(name: String) throws {
        let asOf = try #require(BusinessDate("2027-01-01"))
        #expect(HotlineProfile.check(path: path(name), asOf: asOf) == [])
        let hotline = try hotline(name)
        #expect(hotline.code == name)
        for role in [Role.operator, .specialist, .supervisor, .reportingOfficer, .admin] {
            #expect(hotline.operators.contains { $0.has(role) }, "\(role)")
        }
        #expect(hotline.operatorNamed("01")?.has(.operator) == true)
        #expect(!hotline.providers.isEmpty)
    }

    @Test("whenever a line is open somebody is planned, tonight as in 2040", arguments: names)
    func covered(name: String) throws {
        let hotline = try hotline(name)
        let zone = try ZoneRules.named(hotline.zone)
        for text in ["2026-03-28", "2026-10-24", "2040-02-28"] {
            let date = try #require(BusinessDate(text))
            let planned = hotline.plannedShifts(date - 1...date + 2, zone: zone)
            let line = try #require(hotline.lines.first)
            let open = line.hours.hours(on: date, zone: zone)
            var moment = open.lowerBound
            while moment < open.upperBound {
                #expect(planned.contains { ($0.start..<$0.end).contains(moment) }, "\(date) \(moment)")
                moment = moment + .minutes(15)
            }
        }
    }

    @Test("the Angel Coalition has its three numbers as they are dialled, four people by day and three by night")
    func angelCoalition() throws {
        let hotline = try hotline("angel-coalition")
        #expect(hotline.lines.map(\.code) == ["ru", "eu", "us"])
        #expect(hotline.lines.map(\.dialled) == ["8-800-200-24-00", "00-800-455-05-555", "+1-866-800-02-70"])
        #expect(hotline.lines.map(\.countries) == [["RU"], ["BE", "NL", "DE", "CH"], ["US"]])
        #expect(hotline.lines.map { "\($0.since)" } == ["2004-11-01", "2005-01-01", "2005-01-01"])
        #expect(hotline.lines.allSatisfy { $0.hours.isAllDay })
        #expect(
            hotline.operators.filter { $0.has(.operator) }.map(\.code) == ["01", "02", "03", "04", "05", "06", "07"])
        #expect(hotline.settings.switchLines == ["line-ru": "ru", "line-eu": "eu", "line-us": "us"])
        #expect(hotline.settings.switchAgents["107"] == "07" && hotline.settings.switchAgents.count == 7)
        let zone = try ZoneRules.named("Europe/Moscow")
        let date = try #require(BusinessDate("2008-10-25"))
        let planned = hotline.plannedShifts(date...date, zone: zone)
        #expect(planned.filter { $0.pattern == "day" }.map(\.operator) == ["01", "02", "03", "04"])
        let night = planned.filter { $0.pattern == "night" }
        #expect(night.map(\.operator) == ["05", "06", "07"])
        #expect(night.allSatisfy { $0.end - $0.start == .hours(13) })
    }

    @Test("the Transnistria line is open from 08:00 to 23:00 and its year begins in October")
    func transnistria() throws {
        let hotline = try hotline("transnistria-migration")
        #expect(hotline.projectYearStartMonth == 10)
        #expect(hotline.settings.countsAsReferred == ["social_reintegration"])
        let line = try #require(hotline.lines.first)
        #expect("\(line.hours.from)-\(line.hours.to)" == "08:00-23:00")
        #expect("\(line.since)" == "2008-10-01" && line.zone == "Europe/Chisinau")
    }

    @Test("the example in the README is a profile without a fault, and says what settings are when left out")
    func readme() throws {
        let readme = try String(contentsOf: Self.folder.appendingPathComponent("README.md"), encoding: .utf8)
        let example = try #require(
            readme.components(separatedBy: "```toml\n").last?.components(separatedBy: "```").first)
        let profile = try HotlineProfile.read(text: example, file: "README.md")
        #expect(profile.remarks == [])
        let names = Settings(
            switchLines: ["line-md": "md"], switchAgents: ["103": "01", "Local/104@agents": "02"])
        #expect(profile.hotline.settings == names)
    }
}
