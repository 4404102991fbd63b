import HotlineStore
import Testing

@Suite("Closing months on the command line")
struct MonthTranscriptTests {
    @Test("a month is looked at, closed once and in its turn, and keeps its figures whatever comes late")
    func closing() throws {
        let desk = try TestDesk()
        try Transcript(
            """
            $ ringbuoy call log --operator 01 --class information --outcome information_given --topic documents --started 2009-09-14T10:00 --minutes 5
            …
            $ ringbuoy call log --operator 01 --code silent --started 2009-10-03T10:00 --minutes 1
            …
            $ ringbuoy month show 2009-09 --json
            {"month":"2009-09","state":"open","may_close":true,"in_the_way":null,"drafts":[],"escalations_open":[],…,"recorded":{"country":{"n":0,"of":1},…,"balance":{"open_at_start":0,…,"reconciles":true},"corrections":[]}
            $ ringbuoy month close 2009-09 --operator 01
            ! refused: role.not_allowed: …
            ? 77
            $ ringbuoy month close 2009-10 --operator 91
            ! refused: month.earlier_open: …
            ? 1
            $ ringbuoy month close 2009 --operator 91
            ! …2009 is no calendar month…
            ? 64
            $ ringbuoy month close 2009-09 --operator 91 --json
            {"month":"2009-09","state":"closed","digest":"<digest>"}
            $ ringbuoy month close 2009-09 --operator 91
            ! refused: month.already_closed: …
            ? 1
            $ ringbuoy call log --operator 01 --code prank --started 2009-09-20T10:00 --minutes 1
            …
            $ ringbuoy month show 2009-09 --json
            {"month":"2009-09","state":"closed","closed_by":"91",…,"digest":"<digest>","calls":1,"sos":0,…}
            $ ringbuoy month show 2009-10 --json
            {"month":"2009-10","state":"open","may_close":true,…,"late":1,…}
            $ ringbuoy month show --json
            [
            {"month":"2009-09","state":"closed","closed_by":"91",…,"digest":"<digest>"},
            {"month":"2009-10","state":"open"},
            {"month":"…","state":"running"}
            ]
            $ ringbuoy month show 2009-09
            September 2009 is closed
              closed by                91
            …
              SHA-256 of the figures   <digest>
            …
            $ ringbuoy month show --figures
            ! …--figures gives one month as lines of text…
            ? 64
            $ ringbuoy verify
            Sound: …
            """
        ).play(at: desk)
    }
    @Test("the figures of a closed month are the very bytes of their digest, and drafts keep a month open by name")
    func figures() throws {
        let desk = try TestDesk()
        try Transcript(
            """
            $ ringbuoy call log --operator 01 --code silent --started 2009-09-14T10:00 --minutes 1
            …
            $ ringbuoy month close 2009-09 --operator 91
            …
            """
        ).play(at: desk)
        let shown = try desk.json("month", "show", "2009-09") as? [String: Any]
        let lines = try desk.run(["month", "show", "2009-09", "--figures"])
        #expect(lines.output.hasPrefix("closed month 1\nperiod\t2009-09\n") && lines.status == 0)
        #expect(shown?["digest"] as? String == Store.digest(of: lines.output))
        let again = try desk.run(["month", "show", "2009-09", "--figures"])
        #expect(again == lines)
    }
}
