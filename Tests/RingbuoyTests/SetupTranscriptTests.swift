import Foundation
import Testing

@Suite("Setting up and keeping a hotline")
struct SetupTranscriptTests {
    @Test("a store is made once, says that it is open, and is never written over")
    func initialise() throws {
        let desk = try TestDesk(isSetUp: false)
        try desk.write(desk.profileText(), to: "tn.toml")
        try Transcript(
            """
            $ ringbuoy init --profile tn.toml --hotline angel-coalition
            ! refused: hotline.other_hotline: …
            ? 1
            $ ringbuoy init --profile tn.toml
            ! error: usage: A passphrase is needed …
            ? 64
            $ ringbuoy init --profile tn.toml --open
            Transnistria…: set up in ….
            ! …
            ! This store is open: …
            $ ringbuoy init --profile tn.toml --open
            Transnistria…: set up in … already.
            ! …
            ! This store is open: …
            $ ringbuoy call log --operator 01 --code silent
            …
            $ ringbuoy init --profile tn.toml --open
            ! refused: store.exists: …
            ? 1
            $ ringbuoy operator list --hotline transnistria-migration --json
            [{"code":"01","roles":["operator"],"active":true},…]
            $ ringbuoy operator list --hotline elsewhere
            ! refused: hotline.other_hotline: …
            ? 1
            """
        ).play(at: desk)
    }

    @Test("the journal as text is in words, in every language, and as JSON by the events' names")
    func audit() throws {
        let desk = try TestDesk()
        #expect(try desk.run(["settings", "set", "plan_days=14", "--operator", "91"]).status == 0)
        for (language, words) in [("en", "settings changed"), ("ro", "setări"), ("ru", "настройк")] {
            let told = try desk.run(["audit"], ["RINGBUOY_LANG": language])
            #expect(told.output.contains(words), "\(told.output)")
            #expect(try !told.output.contains(Regex("[a-z][A-Z]")), "\(told.output)")
            #expect(
                try desk.run(["audit", "--json"], ["RINGBUOY_LANG": language]).output.contains("settingsChanged"))
        }
    }

    @Test("operators come, change, go and come back")
    func operators() throws {
        try Transcript(
            """
            $ ringbuoy operator add 05 --role operator --role specialist --operator 91
            Operator 05 added.
            $ ringbuoy operator add 05 --role operator
            ! refused: operator.exists: …
            ? 1
            $ ringbuoy operator add anna-maria --role operator
            ! refused: operator.bad_code: …
            ? 1
            $ ringbuoy operator change 05 --role specialist --json
            {"code":"05"}
            $ ringbuoy operator change 05 --role specialist --role specialist
            Operator 05 changed.
            $ ringbuoy operator list --json
            […{"code":"05","roles":["specialist"],"active":true}…]
            $ ringbuoy operator disable 05
            Operator 05 disabled.
            $ ringbuoy call log --operator 05 --code silent
            ! refused: operator.disabled: …
            ? 1
            $ ringbuoy operator enable 05
            …
            $ ringbuoy operator list
            …
            05 …specialist …active
            …
            $ ringbuoy operator add 06 --role boss
            ! error: usage: boss cannot be the value of --role <role>. …
            ! …
            ? 64
            """
        ).play(at: TestDesk())
    }

    @Test("a profile is checked line by line, and a new one changes a running store")
    func profiles() throws {
        let desk = try TestDesk()
        let text = try desk.profileText()
        try desk.write(
            text.replacingOccurrences(of: "wrap_up_seconds = 120", with: "wrap_up_seconds = 90"), to: "new.toml")
        try desk.write(
            text.replacingOccurrences(of: "operators = [\"02\"]", with: "operators = [\"99\"]"), to: "bad.toml")
        try Transcript(
            """
            $ ringbuoy profile check new.toml
            1 profile, nothing to mend.
            $ ringbuoy profile check bad.toml new.toml
            bad.toml:…:…: roster.unknown_operator: …
            …
            ? 65
            $ ringbuoy profile check bad.toml --json
            [
            {"file":"bad.toml","line":…,"column":…,"rule":"roster.unknown_operator","text":"…"}…
            …
            ]
            ? 65
            $ ringbuoy profile check nowhere.toml
            nowhere.toml:1:1: profile.unreadable: …
            ? 65
            $ ringbuoy profile apply bad.toml
            ! bad.toml:…: roster.unknown_operator: …
            ! …
            ? 65
            $ ringbuoy profile apply new.toml
            …wrap_up_seconds…120…90…
            0 shifts planned.
            0 shifts cancelled.
            $ ringbuoy profile apply new.toml --json
            {"changes":[],"planned":0,"cancelled":0}
            """
        ).play(at: desk)
    }

    @Test("settings are shown, changed within their ranges, and all or none; lines are listed")
    func settings() throws {
        try Transcript(
            """
            $ ringbuoy settings show --json
            {"answer_target_seconds":20,…"idle_lock_seconds":600,"plan_days":28,"repeat_caller_days":90,"counts_as_referred":[…],"on_call":[…]}
            $ ringbuoy settings set wrap_up_seconds=90 answer_target_seconds=30 --operator 91
            …answer_target_seconds…20…30…
            …wrap_up_seconds…120…90…
            $ ringbuoy settings set wrap_up_seconds=90 --json
            {"changes":[]}
            $ ringbuoy settings set plan_days=14 wrap_up_seconds=9999
            ! refused: settings.out_of_range: …0 to 7200; 9999…
            ? 1
            $ ringbuoy settings set plan_days=soon
            ! refused: settings.out_of_range: …
            ? 1
            $ ringbuoy settings set plans=14
            ! error: usage: plans=14 cannot be the value of <key=value>. One of: answer_target_seconds=, …
            ! …
            ? 64
            $ ringbuoy settings set on_call=nobody
            ! refused: operator.unknown: …
            ? 1
            $ ringbuoy settings set plan_days=14 --operator 01
            ! refused: role.not_allowed: …
            ? 77
            $ ringbuoy settings set on_call= plan_days=7 --json
            {"changes":[{"setting":"on_call","old":"…","new":""},{"setting":"plan_days","old":"28","new":"7"}]}
            $ ringbuoy settings show
            …
            plan_days …7 …1-366
            …
            on_call …-
            donors …-
            retention …-
            …
            switch_lines …-
            switch_agents …-
            packs_threshold_calls …5 …2-100
            packs_threshold_people …11 …2-100
            packs_families …country, language, …
            packs_windows …-
            $ ringbuoy audit --operator 91 --json
            [
            {…"kind":"hotline","subject":null,"event":"settingsChanged",…}
            ]
            $ ringbuoy audit --operator 91
            time …event…
            …settings changed…set-up
            $ ringbuoy line list --json
            [
            {"code":"…","name":"…","dialled":"…","countries":[…],"languages":[…],"zone":"…","from":"…","to":"…","since":"…","until":null}…
            …
            $ ringbuoy verify --json
            {"events":…,"chain":"ok","tables":"ok"}
            """
        ).play(at: TestDesk())
    }

    @Test("a line is added, changed, closed and opened again, and what cannot be is refused by name")
    func lines() throws {
        try Transcript(
            """
            $ ringbuoy line add it --name Italy --dialled 800-000-001 --country IT --language ro --language it --hours 18:00-02:00 --since 2009-01-01
            Line it is saved.
            $ ringbuoy line add it --name Italy --country IT --language ro --hours 18:00-02:00
            ! refused: line.exists: …
            ? 1
            $ ringbuoy line add it --name Italy --country IT --language ro --hours 18-2
            ! error: usage: 18-2 cannot be the value of --hours <hours>. Write it like 08:00-20:00.
            ! …
            ? 64
            $ ringbuoy line add 'The line' --name Italy --country IT --language ro --hours 18:00-02:00
            ! refused: line.bad_code: …
            ? 1
            $ ringbuoy line change it --zone Europe/Atlantis
            ! refused: line.unknown_zone: …
            ? 1
            $ ringbuoy line change it --name Italia --zone Europe/Rome --json
            {"code":"it"}
            $ ringbuoy line change it --name Italia --operator 01
            ! refused: role.not_allowed: …
            ? 77
            $ ringbuoy line change us --name Italia
            ! refused: line.unknown: …
            ? 1
            $ ringbuoy line close it --until 2009-06-30
            Line it is saved.
            $ ringbuoy line list --json
            …
            {"code":"it","name":"Italia","dialled":"800-000-001","countries":["IT"],"languages":["ro","it"],"zone":"Europe/Rome","from":"18:00","to":"02:00","since":"2009-01-01","until":"2009-06-30"}
            ]
            $ ringbuoy call log --operator 01 --line it --code silent --started 2009-09-14T19:00
            ! refused: call.after_line_closed: …
            ? 1
            $ ringbuoy line reopen it
            Line it is saved.
            $ ringbuoy call log --operator 01 --line it --code silent --started 2009-09-14T19:00
            …
            $ ringbuoy verify --json
            {"events":…,"chain":"ok","tables":"ok"}
            """
        ).play(at: TestDesk())
    }

    @Test("a store proves itself, is copied and comes back")
    func keeping() throws {
        try Transcript(
            """
            $ ringbuoy call log --operator 01 --code silent --started 2009-09-14T10:00
            …
            $ ringbuoy verify --json
            {"events":…,"chain":"ok","tables":"ok"}
            $ ringbuoy verify
            Sound: …
            $ ringbuoy backup copy.db
            The store is copied to copy.db.
            ! The copy is open…
            $ ringbuoy call log --operator 01 --code prank --started 2009-09-14T11:00
            …
            $ ringbuoy restore copy.db --replace
            …is restored.
            ! The old store is kept as …
            $ ringbuoy call list
            09-0001 …
            $ ringbuoy call list --store copy.db
            09-0001 …
            $ ringbuoy restore nowhere.db
            ! error: store.missing: …
            ? 69
            """
        ).play(at: TestDesk())
    }

    @Test("a flipped byte in an event is found, and so is a file that is cut")
    func damage() throws {
        let desk = try TestDesk()
        #expect(try desk.run(["call", "log", "--operator", "01", "--code", "silent"]).status == 0)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: desk.store))
        let place = try #require(bytes.range(of: Data("\"silent\"".utf8)))
        bytes[place.lowerBound + 1] = UInt8(ascii: "S")
        try bytes.write(to: URL(fileURLWithPath: desk.store))
        let found = try desk.run(["verify", "--json"])
        #expect(found.status == 65)
        #expect(found.output.contains("\"chain\":\"damaged\""), "\(found)")

        try bytes.prefix(bytes.count / 2).write(to: URL(fileURLWithPath: desk.store))
        let cut = try desk.run(["verify"])
        #expect(cut.status == 65)
        #expect(!cut.output.isEmpty, "\(cut)")
    }

    @Test("the keys of the console are a page of Markdown, in any language")
    func keys() throws {
        let desk = try TestDesk(isSetUp: false)
        let english = try desk.run(["keys"])
        #expect(english.status == 0 && english.output.hasPrefix("# ") && english.output.contains("| `"))
        let russian = try desk.run(["keys", "--lang", "ru"])
        #expect(russian.status == 0 && russian.output != english.output)
    }
}
