import HotlineDomain
import HotlineStore
import StoreSQLite
import Wording

@testable import HotlineConsole

extension Fixture {
    static let adminsOwn = "harbour lamp seven ropes"

    /// The hotline with an admin and an auditor.
    static let withOffices: Hotline = {
        var hotline = Fixture.hotline
        hotline.operators += [
            Operator(code: "92", roles: [.admin]), Operator(code: "93", roles: [.auditor]),
            Operator(code: "94", roles: [.reportingOfficer]), Operator(code: "95", roles: [.bridge]),
            Operator(code: "04", roles: [.operator], active: false),
        ]
        hotline.settings.onCall = ["41", "91"]
        return hotline
    }()

    static func openOffices() throws -> Store {
        try Store.create(try SQLiteEngine.inMemory(), hotline: withOffices, at: at("08:00"), zoneNamed: zone)
    }

    struct NoSuchZone: Error {}

    /// Every place but Atlantis goes by Moscow's clock.
    @Sendable static func zone(_ name: String) throws -> ZoneRules {
        if name.contains("Atlantis") { throw NoSuchZone() }
        return moscow
    }

    /// A sealed store with slots for the admin and an operator, nobody signed in.
    static func sealedOffices() throws -> Store {
        let cost = Slot.Cost(rounds: 16)
        let first = FirstSlots(admin: "92", passphrase: Passphrase(adminsOwn), recovery: .make(), cost: cost)
        let store = try Store.create(
            try SQLiteEngine.inMemory(), hotline: withOffices, .sealed(first), at: at("08:00")
        ) { _ in moscow }
        try store.issueSlot(for: "01", Passphrase("five quiet words here now"), by: "92", at: at("08:00"), cost: cost)
        try store.signOut(at: at("08:00"))
        return store
    }
}

extension Bench {
    /// Somebody without a shift at the desk of an open store.
    static func office(
        as code: String = "92", columns: Int = 80, rows: Int = 24, language: Language = .en
    ) throws -> Bench {
        let bench = try Bench(store: Fixture.openOffices(), columns: columns, rows: rows, language: language)
        bench.type("\(code)<Enter>")
        // Who works shifts is asked for one.
        if bench.console.top is SignInScreen { bench.type("w") }
        return bench
    }

    /// The admin at the desk of a sealed store.
    static func sealedOffice(columns: Int = 80, rows: Int = 24, language: Language = .en) throws -> Bench {
        let bench = try Bench(store: Fixture.sealedOffices(), columns: columns, rows: rows, language: language)
        bench.type("92<Enter>")
        bench.write(Fixture.adminsOwn)
        bench.type("<Enter>")
        return bench
    }
}
