import Foundation
import Testing

@Suite("Putting a backup in place")
struct RestoreTranscriptTests {
    @Test("work that the backup lacks is not replaced unasked, and what was replaced lies beside")
    func older() throws {
        let desk = try TestDesk()
        try Transcript(
            """
            $ ringbuoy call log --operator 01 --code silent --started 2009-09-14T10:00
            …
            $ ringbuoy backup copy.db
            …
            $ ringbuoy restore copy.db
            …is restored.
            ! The old store is kept as …/hotline.db.before-restore-….
            $ ringbuoy call log --operator 01 --code prank --started 2009-09-14T11:00
            …
            $ ringbuoy restore copy.db
            ! refused: store.older_backup: Events in …hotline.db that the backup lacks: 2, the last of …. …--replace…
            ? 1
            $ ringbuoy call list --json
            [
            …"code":"prank"…
            …"code":"silent"…
            ]
            $ ringbuoy restore copy.db --replace
            …is restored.
            ! The old store is kept as <kept>.
            $ ringbuoy call list
            09-0001 …
            $ ringbuoy call list --store <kept>
            09-0002 …
            09-0001 …
            $ ringbuoy restore <kept>
            …is restored.
            …
            $ ringbuoy verify
            Sound: …
            """
        ).play(at: desk)
    }

    @Test("copies that the backup came too early for are known afterwards, with what was erased since in each")
    func copiesKnown() throws {
        let desk = try TestDesk()
        try Transcript(
            """
            $ ringbuoy call log --operator 01 --class information --note 'the blue kiosk' --json
            {"id":"<call>"}
            $ ringbuoy backup first.db
            …
            $ ringbuoy backup second.db
            …
            $ ringbuoy restore first.db --json
            {"store":"…","kept":"<kept>"}
            $ ringbuoy restore first.db --json
            {"store":"…","kept":"<again>"}
            $ ringbuoy backup list --json
            [
            {"file":"<again>",…,"erased_since":0},
            {"file":"<kept>",…,"erased_since":0},
            {"file":"…/second.db",…,"there":true,"erased_since":0},
            {"file":"…/first.db",…,"there":true,"erased_since":0}
            ]
            $ ringbuoy erase call <call> --because caller_asked --yes --operator 91
            …
            $ ringbuoy backup list --json
            [
            {"file":"<a>",…,"erased_since":1},
            {"file":"<b>",…,"erased_since":1},
            {"file":"<c>",…,"erased_since":1},
            {"file":"<d>",…,"erased_since":1}
            ]
            $ ringbuoy restore second.db --store elsewhere.db
            …
            $ ringbuoy backup list --store elsewhere.db --json
            [
            {"file":"…/second.db",…,"erased_since":0},
            {"file":"…/first.db",…,"erased_since":0}
            ]
            $ ringbuoy verify
            Sound: …
            """
        ).play(at: desk)
    }

    @Test("another hotline's backup and made-up calls are refused over work, in three languages")
    func other() throws {
        let desk = try TestDesk()
        let angel = TestDesk.root.appendingPathComponent("shifts/angel-coalition.toml").path
        #expect(try desk.run(["init", "--profile", angel, "--open", "--store", "angel.db"]).status == 0)
        // Over a store in which nobody did anything there is nothing to lose.
        #expect(try desk.run(["restore", "angel.db", "--store", "fresh.db"]).status == 0)
        #expect(try desk.run(["call", "log", "--operator", "01", "--code", "silent"]).status == 0)
        let languages = [
            ("en", "refused", "the backup is of"), ("ro", "refuzat", "copia este a liniei"),
            ("ru", "отказано", "а копия"),
        ]
        for (language, word, name) in languages {
            let refused = try desk.run(["restore", "angel.db"], ["RINGBUOY_LANG": language])
            #expect(refused.status == 1)
            #expect(refused.errors.hasPrefix("\(word): store.other_hotline: "), "\(refused)")
            #expect(refused.errors.contains(name), "\(refused)")
        }
        let drafts = desk.store + ".drafts"
        try FileManager.default.createDirectory(atPath: drafts, withIntermediateDirectories: false)
        try desk.write("typed", to: "hotline.db.drafts/01-1.draft")
        let answer = try #require(try desk.json("restore", "angel.db", "--replace") as? [String: String])
        let kept = try #require(answer["kept"])
        #expect(FileManager.default.fileExists(atPath: kept + ".drafts/01-1.draft"))
        #expect(!FileManager.default.fileExists(atPath: drafts))
        #expect(try desk.run(["operator", "list", "--hotline", "angel-coalition"]).status == 0)
        #expect(try desk.run(["call", "list", "--store", kept]).lines.count == 1)
    }

    @Test("a backup that was cut off is what is named as damaged, and the store stays as it was")
    func cutOff() throws {
        let desk = try TestDesk()
        #expect(try desk.run(["backup", "copy.db"]).status == 0)
        let copy = desk.folder.appendingPathComponent("copy.db")
        try Data(contentsOf: copy).prefix(100_000).write(to: copy)
        try Transcript(
            """
            $ ringbuoy restore copy.db
            ! error: store.backup_damaged: copy.db …
            ? 65
            $ ringbuoy restore copy.db --store elsewhere.db
            ! error: store.backup_damaged: copy.db …
            ? 65
            $ ringbuoy verify
            Sound: …
            """
        ).play(at: desk)
        #expect(!FileManager.default.fileExists(atPath: desk.folder.path + "/elsewhere.db"))
    }

    @Test("a backup of nothing is none")
    func unfinished() throws {
        let desk = try TestDesk()
        try Transcript(
            """
            $ ringbuoy restore hotline.db
            ! refused: store.exists: …
            ? 1
            $ ringbuoy restore .
            ! error: store.not_a_store: …
            ? 65
            """
        ).play(at: desk)
    }
}
