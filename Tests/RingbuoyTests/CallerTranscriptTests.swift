import Foundation
import Testing

/// Callers who have called before, and callers who are called back, as they
/// read in a shell.
@Suite("Callers on the command line")
struct CallerTranscriptTests {
    @Test("a number is recognised, however it is written, and told of in exactly so many words")
    func number() throws {
        try Transcript(
            """
            $ ringbuoy call log --operator 01 --class information --number -
            < +373 533 555 12
            …
            Call …: no earlier call known.
            $ ringbuoy call log --operator 02 --class information --number -
            < 00373-533-55512
            …
            Call …: second call, last on …, another operator.
            $ ringbuoy call log --operator 02 --class information --number - --json
            < 37353355512
            {"id":"<call>","recognised":{"calls":3,"last":"…","same_operator":true}}
            $ ringbuoy call show <call> --json
            {"id":…,"recognised":{"calls":3,"last":"…","same_operator":true}}
            $ ringbuoy call recognise <call> --operator 02 --forget number
            Call …: taken back.
            $ ringbuoy call log --operator 02 --class information --number - --json
            < withheld
            ! refused: call.number_unreadable: …
            ? 1
            $ ringbuoy verify
            …
            """
        ).play(at: TestDesk())
    }

    @Test("a codename is kept, and recognised without its case and marks")
    func codename() throws {
        try Transcript(
            """
            $ ringbuoy call log --operator 01 --class counselling --codename Rază --json
            {"id":"<first>"}
            $ ringbuoy call log --operator 01 --class counselling --codename - --json
            < RAZA
            {"id":"<second>","recognised":{"calls":2,"last":"…","same_operator":true}}
            $ ringbuoy call show <second>
            Call …
            …
              codename …RAZA
              known …second call, last on …, same operator
            …
            """
        ).play(at: TestDesk())
    }

    @Test("a number in an argument is refused and not repeated; standard input is read once")
    func arguments() throws {
        let desk = try TestDesk()
        for option in ["--number", "--call-back-number"] {
            let refused = try desk.run([
                "call", "log", "--operator", "01", "--class", "information", option, "37353355512",
            ])
            #expect(refused.status == 64)
            #expect(refused.errors.contains("\(option) -") && refused.errors.contains("\(option)-fd"))
            #expect(!refused.errors.contains("55512"))
        }
        let twice = try desk.run(
            ["call", "log", "--operator", "01", "--class", "information", "--number", "-", "--note", "-"],
            input: Data("37353355512\n".utf8))
        #expect(twice.status == 64)
        #expect(try desk.json("call", "list") as? [Any] != nil)
        // An open descriptor: standard input by its number.
        let taken = try desk.run(
            ["call", "log", "--operator", "01", "--class", "information", "--number-fd", "0"],
            input: Data("37353355512\n".utf8))
        #expect(taken.status == 0, "\(taken.errors)")
    }

    @Test("what is no number, no name or no open descriptor is refused for what it is")
    func notTaken() throws {
        let desk = try TestDesk()
        try Transcript(
            """
            $ ringbuoy call log --operator 01 --class information --number -
            < +373 533 555 12
            < +373 533 555 13
            ! refused: call.number_unreadable: …on one line…
            ? 1
            $ ringbuoy call log --operator 01 --class information --codename ''
            ! refused: call.codename_blank: …
            ? 1
            $ ringbuoy call log --operator 01 --class information --number-fd 77
            ! error: input.descriptor_unreadable: Descriptor 77 cannot be read: …
            ? 65
            $ ringbuoy call log --operator 01 --code silent --json
            {"id":"<call>"}
            $ ringbuoy call recognise <call> --operator 01 --codename ''
            ! refused: call.codename_blank: …
            ? 1
            $ ringbuoy call recognise <call> --operator 01 --codename -
            <  
            ! refused: call.codename_blank: …
            ? 1
            $ ringbuoy call-back add <call> --operator 01 --at 2030-01-01T18:30 --consent yes --number -
            < ask for the aunt
            ! refused: call.call_back_number_unreadable: …
            ? 1
            $ ringbuoy call-back add <call> --operator 01 --at 2030-01-01T18:30 --consent yes --number -
            < 069 777 888
            < 069 777 889
            ! refused: …
            ? 1
            $ ringbuoy call show <call> --json
            {…"call_back":null…}
            """
        ).play(at: desk)
        #expect(try desk.run(["call", "list"]).lines.count == 1)
        // Open, and no text: the descriptor is blamed by its number. A standard output is not read from.
        let odd = try desk.run(["call", "log", "--operator", "01", "--class", "information", "--number-fd", "1"])
        #expect(odd.status == 65 && odd.errors.contains("Descriptor 1 "), "\(odd.errors)")
    }

    @Test("a call-back is agreed with consent, safe times and a number, which is unmasked by name and then erased")
    func callBack() throws {
        let desk = try TestDesk()
        try Transcript(
            """
            $ ringbuoy call log --operator 01 --class counselling --outcome call_back_agreed --json
            {"id":"<call>"}
            $ ringbuoy call-back add <call> --operator 01 --at 2030-01-01T10:00 --consent refused
            ! refused: call.call_back_needs_consent: …
            ? 1
            $ ringbuoy call-back add <call> --operator 01 --at 2030-01-01T10:00 --consent yes --safe 18:00-20:30
            ! refused: call.call_back_not_safe_then: …18:00-20:30…
            ? 1
            $ ringbuoy call-back add <call> --operator 01 --at 2030-01-01T18:30 --consent yes --safe 18:00-20:30 --message no --number -
            < 069 777 888
            Call <n>: call back on …
            $ ringbuoy call-back show <call>
            Call …
            …
              number for it …••••••
            …
            $ ringbuoy call-back show <call> --json
            {"id":…,"consent":"yes","safe":["18:00-20:30"],"safe_now":…,"message":"no","call_back_number":"••••••"}
            $ ringbuoy call-back show <call> --unmask --json
            {"id":…,"call_back_number":"069 777 888"}
            $ ringbuoy call show <call> --json
            {…,"call_back_number_kept":true,…}
            $ ringbuoy audit --json
            …
            …unmasked…
            …
            $ ringbuoy call-back done <call> --operator 01
            Call …: the call-back is made.
            $ ringbuoy call show <call> --json
            {…,"call_back_number_kept":false,…}
            $ ringbuoy call-back show <call>
            ! refused: call.no_call_back: …
            ? 1
            $ ringbuoy verify
            …
            """
        ).play(at: desk)
        for file in try FileManager.default.contentsOfDirectory(atPath: desk.folder.path) where file.contains("db") {
            let data = try Data(contentsOf: desk.folder.appendingPathComponent(file))
            #expect(data.range(of: Data("777 888".utf8)) == nil, "\(file)")
        }
    }

    @Test("an empty time clears a call-back, and withdrawing one does")
    func cleared() throws {
        try Transcript(
            """
            $ ringbuoy call log --operator 01 --class counselling --call-back 2030-01-01T10:00 --call-back-consent yes --json
            {"id":"<call>"}
            $ ringbuoy call amend <call> --operator 01 --reason new_information --call-back ''
            Call …
            $ ringbuoy call-back list --json
            []
            $ ringbuoy call-back add <call> --operator 01 --at 2030-01-01T10:00 --consent yes
            Call …
            $ ringbuoy call-back withdraw <call> --operator 01
            The call-back for … is withdrawn.
            $ ringbuoy call-back list --json
            []
            """
        ).play(at: TestDesk())
    }
}
