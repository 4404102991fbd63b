import Testing

@testable import HotlineDomain

@Suite("Setting a hotline up")
struct SetupTests {
    @Test("a first profile sets it up, by whoever applies it; the same again changes nothing")
    func first() throws {
        var desk = Desk(nil)
        #expect(try desk.refusal(of: .call(desk.id(), .hold))?.rule == "operator.unknown")
        try desk.does(.hotline(.apply(.example)), by: Stamp.systemCode)
        #expect(desk.hotline == .example)
        #expect(try desk.does(.hotline(.apply(.example)), by: "09") == [])
    }

    @Test("a new profile keeps who was added and who was disabled since")
    func keeps() throws {
        var desk = Desk()
        try desk.does(.hotline(.addOperator(Operator(code: "10", roles: [.specialist]))), by: "09")
        try desk.does(.hotline(.disableOperator(code: "02")), by: "09")
        var profile = Hotline.example
        profile.name = "Example, renamed"
        try desk.does(.hotline(.apply(profile)), by: "09")
        #expect(desk.hotline?.name == "Example, renamed")
        #expect(desk.hotline?.operatorNamed("10")?.active == true)
        #expect(desk.hotline?.operatorNamed("02")?.active == false)
    }

    @Test("who is disabled does nothing, and may come back")
    func disabled() throws {
        var desk = Desk()
        try desk.does(.hotline(.disableOperator(code: "02")), by: "09")
        #expect(throws: Refusal.self) { try desk.startCall(by: "02") }
        try desk.does(
            .hotline(.enableOperator(code: "02")), .hotline(.changeOperator(code: "02", roles: [.specialist])),
            by: "09")
        _ = try desk.startCall(by: "02")
        #expect(desk.hotline?.operatorNamed("02")?.roles == [.specialist])
    }

    @Test("settings are changed, the same again changes nothing, and the journal has them")
    func settings() throws {
        var desk = Desk()
        var settings = Hotline.example.settings
        settings.wrapUpSeconds = 90
        settings.onCall = ["07", "05"]
        let change = Command.hotline(.changeSettings(settings.changes(from: Hotline.example.settings)))
        let written: [String: SettingValue] = ["wrap_up_seconds": .number(90), "on_call": .codes(["07", "05"])]
        #expect(try desk.does(change, by: "21") == [.hotline(.settingsChanged(settings: written))])
        #expect(desk.hotline?.settings == settings)
        #expect(try desk.does(change, by: "21").isEmpty)
    }

    @Test("somebody on call who was disabled since is in the way of no other setting")
    func staleOnCall() throws {
        var desk = Desk()
        try desk.does(.hotline(.disableOperator(code: "07")), by: "21")
        try desk.does(.hotline(.changeSettings([.planDays: .number(14)])), by: "21")
        #expect(desk.hotline?.settings.onCall == ["07"] && desk.hotline?.settings.planDays == 14)
    }

    @Test("two admins who each change another setting both find theirs changed")
    func twoAdmins() throws {
        var desk = Desk()
        try desk.does(.hotline(.changeSettings([.planDays: .number(14)])), by: "21")
        try desk.does(.hotline(.changeSettings([.wrapUpSeconds: .number(90)])), by: "09")
        #expect(desk.hotline?.settings.planDays == 14 && desk.hotline?.settings.wrapUpSeconds == 90)
    }

    @Test("every setting can be shown, typed and typed again; each limit holds on both sides")
    func eachSetting() throws {
        #expect(Mirror(reflecting: Settings()).children.count == Setting.allCases.count)
        var settings = Settings(
            onCall: ["05", "06"], switchLines: ["line ru": "ru", "a=b": "eu"], switchAgents: ["103": "05"])
        for setting in Setting.allCases {
            let before = settings[setting]
            try settings.set(setting, typed: before.text)
            #expect(settings[setting] == before)
            guard let range = setting.range else { continue }
            for (number, allowed) in [
                (range.lowerBound, true), (range.upperBound, true), (range.lowerBound - 1, false),
                (range.upperBound + 1, false),
            ] {
                let refusal = try Desk().refusal(of: .hotline(.changeSettings([setting: .number(number)])), by: "21")
                #expect((refusal == nil) == allowed, "\(setting) \(number)")
            }
            #expect(throws: Refusal.self) { try settings.set(setting, typed: "ninety") }
            var desk = Desk()
            try desk.does(.hotline(.changeSettings([setting: .number(range.lowerBound)])), by: "21")
            #expect(desk.hotline?.settings[setting] == .number(range.lowerBound))
        }
        try settings.set(.onCall, typed: "")
        #expect(settings.onCall.isEmpty)
    }

    @Test("a switch's name is what stands before the last sign of equality, and leads to a line that is there")
    func switchNames() throws {
        #expect(SwitchName("a=b=ru").map { [$0.name, $0.code] } == ["a=b", "ru"])
        for text in ["", "=", "ru", "=ru", "line="] { #expect(SwitchName(text) == nil, "\(text)") }
        let line = try #require(Desk().hotline?.lines.first?.code)
        var desk = Desk()
        try desk.does(.hotline(.changeSettings([.switchLines: .codes(["q=\(line)", "r=\(line)"])])), by: "21")
        #expect(desk.hotline?.settings.switchLines == ["q": line, "r": line])
        for (setting, name) in [(Setting.switchLines, "q=nowhere"), (.switchAgents, "103=nobody")] {
            #expect(try desk.refusal(of: .hotline(.changeSettings([setting: .codes([name])])), by: "21") != nil)
        }
        var settings = Settings()
        try settings.set(.switchAgents, typed: " Ольга Иванова = 05 ,103=06,")
        #expect(settings.switchAgents == ["Ольга Иванова": "05", "103": "06"])
    }

    @Test("an operator added in an act can act in the next")
    func added() throws {
        var desk = Desk()
        try desk.does(.hotline(.addOperator(Operator(code: "10", roles: [.operator]))), by: "09")
        _ = try desk.startCall(by: "10")
    }

    @Test(
        "a code is one to eight Latin letters or digits",
        arguments: [
            ("1", true), ("ABC12xyz", true), ("", false), ("ninechars", false), ("й1", false), ("a b", false),
        ])
    func codes(code: String, allowed: Bool) { #expect(Hotline.isOperatorCode(code) == allowed) }
}
