import Foundation
import PostgresCluster
import Testing

@Suite("Passphrases typed at a terminal")
struct TypedPassphraseTests {
    private let admin = "harbour lamp seven ropes"
    private let own = "five quiet words here now"

    /// A sealed hotline whose admin typed a passphrase; what was shown, too.
    private func sealed() throws -> (desk: TestDesk, shown: String) {
        let desk = try TestDesk(isSetUp: false)
        let made = try desk.atTerminal(["init", "--profile", desk.profile], typing: [admin, admin])
        try #require(made.status == 0, "\(made.text)")
        return (desk, made.text)
    }

    @Test("whoever is named at a keyboard is asked for the passphrase, and then it is done: it is never shown")
    func asked() throws {
        let (desk, _) = try sealed()
        let slot = try desk.atTerminal(
            ["operator", "slot", "01", "--operator", "91"], typing: [admin, own, own])
        #expect(
            slot.text == """
                Passphrase of 91:\u{20}
                New passphrase for 01:\u{20}
                The same once more:\u{20}
                01: the slot is made. The passphrase opens it from now on.

                """)
        #expect(slot.status == 0)
        let list = try desk.atTerminal(["operator", "list", "--as", "91", "--json"], typing: [admin])
        #expect(list.status == 0 && list.text.contains("\"code\":\"01\""))
        let wrong = try desk.atTerminal(["call", "list", "--as", "01"], typing: [admin])
        #expect(wrong.status == 77 && wrong.text.contains("sign_in.wrong_passphrase"))
        // Nobody is named: whose would it be?
        let nobody = try desk.atTerminal(["call", "list"], typing: [])
        #expect(nobody.status == 77 && nobody.text.contains("sign_in.needed"))
    }

    @Test("two passphrases that differ, and one that is too short, are asked for again without being shown")
    func again() throws {
        let desk = try TestDesk(isSetUp: false)
        let made = try desk.atTerminal(
            ["init", "--profile", desk.profile], typing: [admin, own, "short", admin, admin])
        #expect(made.status == 0, "\(made.text)")
        #expect(made.text.contains("The two passphrases are not the same."))
        #expect(made.text.contains("sign_in.passphrase_short"))
        for typed in [admin, own] { #expect(!made.text.contains(typed)) }
        // One that is too short is not asked for once more: it is refused first.
        #expect(made.text.components(separatedBy: "The same once more:").count == 3)
        let never = try TestDesk(isSetUp: false)
        let refused = try never.atTerminal(
            ["init", "--profile", never.profile], typing: Array(repeating: "short", count: 5))
        #expect(refused.status != 0 && refused.text.contains("sign_in.passphrase_short"))
    }

    @Test(
        "a first start that joins asks for a wrong passphrase again, and for nothing else",
        .enabled(if: PostgresCluster.isWanted))
    func firstStart() throws {
        try PostgresCluster.withDatabase { url in
            let house = try TestDesk(isSetUp: false)
            let made = try house.atTerminal(
                ["init", "--profile", house.profile, "--store", url], typing: [admin, admin])
            try #require(made.status == 0, "\(made.text)")
            let desk = try TestDesk(isSetUp: false)
            let shown = try desk.atTerminal([], typing: ["3", url, "north", "91", own, own, own, "q"])
            #expect(shown.status == 1, "\(shown.text)")
            let parts = shown.text.components(separatedBy: "Passphrase of 91: ")
            #expect(parts.count == 4 && parts[1...].allSatisfy { $0.contains("sign_in.wrong_passphrase") })
            #expect(parts[1...2].allSatisfy { !$0.contains("q to leave") } && parts[3].contains("q to leave"))
            #expect(!shown.text.contains(own))
        }
    }

    @Test("who changes the passphrase is refused with a wrong old one before a new one is asked for")
    func oldOneFirst() throws {
        let (desk, _) = try sealed()
        let wrong = try desk.atTerminal(["passphrase", "--operator", "91"], typing: [own, own, own])
        #expect(wrong.status == 77 && wrong.text.contains("sign_in.wrong_passphrase"))
        #expect(!wrong.text.contains("New passphrase"))
        let changed = try desk.atTerminal(["passphrase", "--operator", "91"], typing: [admin, own, own])
        #expect(changed.status == 0, "\(changed.text)")
        #expect(try desk.atTerminal(["sign-in", "--operator", "91"], typing: [own]).status == 0)
    }

    @Test("somebody who signed in is not asked again until the slot is made anew")
    func session() throws {
        let (desk, _) = try sealed()
        _ = try desk.atTerminal(["operator", "slot", "01", "--operator", "91"], typing: [admin, own, own])
        #expect(try desk.atTerminal(["sign-in", "--operator", "01"], typing: [own]).status == 0)
        #expect(try desk.atTerminal(["call", "list"], typing: []).status == 0)
        // An open session is no passphrase: it gives nobody another one.
        let taken = try desk.atTerminal(["operator", "slot", "01", "--operator", "01"], typing: [admin, admin])
        #expect(taken.status == 77 && taken.text.contains("role.not_allowed"))
        _ = try desk.atTerminal(["operator", "slot", "01", "--operator", "91"], typing: [admin, own, own])
        let ended = try desk.atTerminal(["call", "list"], typing: [])
        #expect(ended.status == 77 && ended.text.contains("sign_in.needed"))
        #expect(try desk.atTerminal(["sign-in", "--operator", "01"], typing: [own]).status == 0)
        _ = try desk.atTerminal(["operator", "disable", "01", "--operator", "91"], typing: [admin])
        #expect(try desk.run(["sign-out"]).output == "Signed out.\n")
        let left = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path + "/ringbuoy")
        #expect(left == [])
    }

    @Test("the printed key, typed as people type it, makes the admin a new slot")
    func recovered() throws {
        let (desk, shown) = try sealed()
        let printed = try #require(shown.split(separator: "\n").first { $0.split(separator: "-").count == 9 })
        let typed = printed.uppercased().replacing("-", with: " ").replacing("0", with: "O")
        let mistyped = try desk.atTerminal(["operator", "slot", "91", "--recover"], typing: ["7" + typed])
        #expect(mistyped.status == 77 && mistyped.text.contains("sign_in.recovery_key_mistyped"))
        let slot = try desk.atTerminal(["operator", "slot", "91", "--recover"], typing: [typed, own, own])
        #expect(slot.status == 0, "\(slot.text)")
        #expect(!slot.text.contains(own) && !slot.text.contains(typed))
        let before = try desk.atTerminal(["call", "list", "--as", "91"], typing: [admin])
        #expect(before.text.contains("sign_in.wrong_passphrase"))
        let journal = try desk.atTerminal(["audit", "--access", "--as", "91", "--json"], typing: [own])
        #expect(journal.text.contains("\"event\":\"recovered\""))
        #expect(journal.text.contains("\"event\":\"recoveryRefused\""))
    }
}
