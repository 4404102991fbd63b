import Foundation
import Testing

@Suite("Donors, and what is published to them")
struct DonorTranscriptTests {
    @Test("donors are listed, shown, added and changed, and refused by name")
    func donors() throws {
        try Transcript(
            """
            $ ringbuoy donor list
            …
            sdc … quarter … 15 … en …5…
            …
            untfhs …
            …
            $ ringbuoy donor show untfhs
            …
            …code …untfhs
            …
            services_funded … A.2 … Services received on this fund … 160 … delivered, donor = untfhs
            …
            $ ringbuoy donor show untfhs --json
            {"code":"untfhs",…"calendar":"quarter","due_day":20,"language":"en","families":["service","fund","admitted"],…"indicators":[…{"code":"services_funded",…"filter":{"donor":"untfhs"},"register":null}…]}
            $ ringbuoy donor show japan
            ! refused: donor.unknown: …
            ? 1
            $ ringbuoy donor add embassy --name 'An embassy' --service legal --calendar month --operator 91
            Donor embassy is saved.
            $ ringbuoy donor add embassy --name 'An embassy'
            ! refused: donor.exists: …
            ? 1
            $ ringbuoy donor change embassy --due-day 25 --project K-1 --family country --until 2099-09-30
            Donor embassy is saved.
            $ ringbuoy donor change embassy --due-day 31
            ! refused: donor.bad_due_day: …
            ? 1
            $ ringbuoy donor change embassy --family line
            ! refused: donor.family_not_published: …
            ? 1
            $ ringbuoy donor change embassy --calendar weekly
            ! error: usage: …
            ! …
            ? 64
            $ ringbuoy donor list --json
            [
            …
            {"code":"embassy","name":"An embassy","services":["legal"],"projects":["K-1"],"calendar":"month","due_day":25,"language":"en","families":["country"],"iati_activity":null,"iati_organisation":null,"since":null,"until":"2099-09-30"}
            ]
            $ ringbuoy donor change embassy --operator 01
            ! refused: role.…
            ? 77
            """
        ).play(at: TestDesk())
    }

    @Test("what packs show is set like any setting: shown, journalled, refused with the nearest")
    func published() throws {
        let desk = try TestDesk()
        try Transcript(
            """
            $ ringbuoy settings set packs_windows=language=month,topic=project_year packs_threshold_people=15 --operator 91
            …packs_threshold_people…11…15…
            …packs_windows…language=month, topic=project_year…
            $ ringbuoy settings set packs_windows=langauge=month
            ! refused: settings.unknown_family: …language…
            ? 1
            $ ringbuoy settings set packs_windows=language=week
            ! refused: settings.unknown_window: …
            ? 1
            $ ringbuoy settings set packs_windows=fund=month
            ! refused: settings.uneven_windows: …service…fund…
            ? 1
            $ ringbuoy settings set packs_windows=fund=month,service=month
            …packs_windows…service=month…
            $ ringbuoy settings set packs_families=country,line
            ! refused: settings.linked_families: …
            ? 1
            $ ringbuoy settings set packs_families=language,service_fund
            …packs_families…language, service_fund…
            $ ringbuoy settings set packs_threshold_calls=1
            ! refused: settings.out_of_range: …
            ? 1
            """
        ).play(at: desk)
        let told = try desk.run(["audit", "--json"]).output
        #expect(told.contains("packs_families"))
    }

    @Test("a profile's donors are checked with line and mend, and what they change is said before it is kept")
    func profile() throws {
        let desk = try TestDesk()
        let text = try desk.profileText()
        func write(_ old: String, _ new: String, to file: String) throws {
            let changed = text.replacing(old, with: new, maxReplacements: 1)
            #expect(changed != text)
            try desk.write(changed, to: file)
        }
        try write("target = 160", "target = 161", to: "target.toml")
        try write("filter.donor = \"untfhs\"", "filter.donor = \"unthfs\"", to: "slip.toml")
        try write("due_day = 20", "due_day = 21\nuntil = 2099-12-31", to: "due.toml")
        try Transcript(
            """
            $ ringbuoy profile apply target.toml
            indicator untfhs services_funded: target was 160, becomes 161
            …
            $ ringbuoy profile check slip.toml
            slip.toml:…: donor.indicator_unknown_code: `donor` has no code `unthfs`. The nearest ones are: untfhs, …
            …
            ? 65
            $ ringbuoy profile apply due.toml --json
            {"changes":[…{…"donor"…"untfhs"…"due_day"…"20"…"21"…}…],…}
            $ ringbuoy donor show untfhs --json
            {…"due_day":21,…"until":"2099-12-31","indicators":[…]}
            """
        ).play(at: desk)
    }
}
