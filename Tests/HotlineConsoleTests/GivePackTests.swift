import HotlineDomain
import HotlineReports
import HotlineStore
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

@Suite("A pack given from the screen")
struct GivePackTests {
    /// Does a step of its work each time it is looked at, and puts a line into the ledger at the end.
    private final class Writer: PackWriter {
        let place = PackPlace(folder: "/home/anna", home: "/home/anna")
        private(set) var errands: [PackErrand] = []
        private(set) var hasGivenUp = false
        /// Before those of the writing.
        var counting: [PackStep] = []
        var steps: [PackStep] = []
        var fault: (any Error)?
        var refusesToBegin: (any Error)?
        var sign: (PackErrand) throws -> Void = { _ in }

        func begin(_ errand: PackErrand) throws {
            if let refusesToBegin { throw refusesToBegin }
            errands.append(errand)
            steps = counting + [.writing(done: 0, of: 9), .writing(done: 4, of: 9)]
        }

        func look() throws -> PackStep {
            if !steps.isEmpty { return steps.removeFirst() }
            if let fault { throw fault }
            guard let errand = errands.last else { return .making }
            try sign(errand)
            return .done(PackDone(manifest: String(repeating: "0123456789abcdef", count: 4), earlier: nil))
        }

        func giveUp() { hasGivenUp = true }
    }

    private let donor = Donor(
        code: "sdc", name: "Swiss Agency", calendar: .month, dueDay: 10, language: "ro", families: [.language])

    /// On the preview of the pack of August, which is closed, or of September, which runs.
    private func preview(
        _ period: String = "2009-08", _ writer: Writer = Writer(), size: (Int, Int) = (80, 24),
        _ language: Language = .en
    ) throws -> Bench {
        let bench = try Bench.onDesk(
            as: "91", columns: size.0, rows: size.1, language: language, packs: writer)
        if bench.console.top is SignInScreen { bench.type("w") }
        try Fixture.history(bench.store)
        try bench.store.perform([.hotline(.addDonor(donor))], by: Stamp.systemCode, at: bench.now)
        try bench.store.close(Period("2009-08")!, by: "91", at: bench.now)
        writer.sign = { [donor] errand in
            guard !errand.isDraft else { return }
            let closing = try #require(try bench.store.closings().first)
            let contents = PackContents(
                period: errand.period,
                terms: PackTerms(try bench.store.hotline(), donor: donor, since: closing.month),
                months: [PackContents.Month(month: closing.month, digest: closing.digest)], tables: [],
                manifest: "00")
            try bench.store.perform(
                [.pack(bench.store.newID(PackRelease.self, at: bench.now), .release(contents))], by: errand.actor,
                at: bench.now)
        }
        bench.pass(seconds: 1)
        bench.type("p")
        bench.rest()
        bench.type("d")
        bench.rest()
        let packs = try #require(bench.console.top as? PacksScreen)
        let place = try #require(packs.lines.firstIndex { $0.period.name == period })
        bench.type(String(repeating: "<Down>", count: place) + "<Enter>")
        bench.rest()
        return bench
    }

    private func look(_ bench: Bench) {
        bench.runner.lookAtPack()
        bench.rest()
    }

    @Test("the screens", arguments: ScreenTests.sizes, Language.allCases)
    func screens(size: (Int, Int), language: Language) throws {
        let bench = try preview(size: size, language)
        let name = "\(size.0)x\(size.1)-\(language)"
        bench.type("g")
        try Golden.expect(bench.text, "give-pack-\(name)")
        bench.type("<F2>")
        try Golden.expect(bench.text, "give-pack-asked-\(name)")
        bench.type("y")
        look(bench)
        look(bench)
        try Golden.expect(bench.text, "give-pack-going-\(name)")
        look(bench)
        try Golden.expect(bench.text, "give-pack-given-\(name)")
    }

    @Test("it is asked about whole, goes on while one looks, and the ledger has it at once")
    func given() throws {
        let writer = Writer()
        let bench = try preview("2009-08", writer)
        bench.type("g")
        #expect(bench.text.contains("/home/anna/sdc-2009-08"))
        bench.type("<Enter>")
        for fact in ["Swiss Agency (sdc)", "August 2009", "Signed by 91", "/home/anna/sdc-2009-08"] {
            #expect(bench.text.contains(fact), "\(fact)")
        }
        #expect(writer.errands.isEmpty)
        bench.type("y")
        #expect(writer.errands.map(\.actor) == ["91"])
        #expect(bench.console.top is PackScreen)
        look(bench)
        look(bench)
        #expect(bench.text.contains("4 of 9"))
        bench.type("g")
        #expect(bench.text.contains("A pack is being made"))
        look(bench)
        #expect(bench.text.contains("given, and in the ledger"))
        #expect(bench.text.contains("0123456789abcdef0123456789abcdef"))
        #expect(bench.text.contains("given, 91"))
        bench.type("<Esc>")
        #expect(bench.text.contains("given, 91"))
        #expect(try bench.store.packs().count == 1)
    }

    @Test("another folder is typed as at a shell, and said whole")
    func typed() throws {
        let writer = Writer()
        let bench = try preview("2009-08", writer)
        bench.type("g<C-u>")
        bench.write(String("~/out"))
        bench.type("<F2>y")
        #expect(writer.errands.map(\.folder) == ["/home/anna/out"])
        let place = PackPlace(folder: "/", home: nil)
        #expect(place.whole("out") == "/out" && place.whole("/a/b") == "/a/b")
        #expect(
            PackPlace(folder: "/srv", home: nil).suggestion("sdc", Period("2008-10/2009-09")!, isDraft: false)
                == "/srv/sdc-2008-10_2009-09")
    }

    @Test("a month that is open is named before anything is asked; a draft takes it, and asks nothing")
    func open() throws {
        let writer = Writer()
        let bench = try preview("2009-09", writer)
        bench.type("g")
        #expect(bench.text.contains("2009-09 is not closed"))
        #expect(bench.console.top is PackScreen)
        bench.type("d")
        #expect(bench.text.contains("/home/anna/sdc-2009-09-draft"))
        bench.type("<F2>")
        #expect(writer.errands.map(\.isDraft) == [true])
        for _ in 0..<3 { look(bench) }
        #expect(bench.text.contains("a draft is written"))
        #expect(try bench.store.packs().isEmpty)
    }

    @Test("what stands in the way at once is said beside the folder, and the form stays")
    func taken() throws {
        let writer = Writer()
        writer.refusesToBegin = PackFault("cli.export.taken", ["folder": "/home/anna/sdc-2009-08"])
        let bench = try preview("2009-08", writer)
        bench.type("g<F2>y")
        #expect(bench.console.top is GivePackScreen)
        #expect(bench.text.contains("Something else lies in"))
        writer.refusesToBegin = nil
        bench.type("2")
        #expect(!bench.text.contains("Something else lies in"))
        bench.type("<F2>y")
        #expect(writer.errands.map(\.folder) == ["/home/anna/sdc-2009-082"])
    }

    @Test("what stops it half-way is said with its mend, and it can be given again")
    func stopped() throws {
        let writer = Writer()
        writer.fault = PackFault("cli.export.disk_full", ["folder": "/home/anna/sdc-2009-08"])
        let bench = try preview("2009-08", writer)
        bench.type("g<F2>y")
        for _ in 0..<3 { look(bench) }
        #expect(bench.text.contains("not given"))
        #expect(bench.text.contains("The disk is full"))
        #expect(bench.text.contains("Make room there"))
        writer.fault = nil
        bench.type("g<F2>y")
        for _ in 0..<3 { look(bench) }
        #expect(bench.text.contains("given, and in the ledger"))
    }

    @Test("months that are open are counted before a draft is made, and it says how far it is")
    func counted() throws {
        let writer = Writer()
        writer.counting = [.counting(done: 1, of: 2), .making]
        let bench = try preview("2009-09", writer)
        bench.type("d<F2>")
        look(bench)
        #expect(bench.runner.isCountingForPack)
        #expect(bench.text.contains("Months counted") && bench.text.contains("1 of 2"), "\(bench.text)")
        look(bench)
        #expect(!bench.runner.isCountingForPack && !bench.text.contains("Months counted"))
    }

    @Test(
        "who leaves while a pack is made is asked; it goes on until the answer, and then nothing of it stays",
        arguments: ["<C-q>", "<C-c>", "<Esc><Esc><Esc>x", "<Esc><Esc><Esc>q"])
    func leaving(keys: String) throws {
        let writer = Writer()
        let bench = try preview("2009-08", writer)
        bench.type("g<F2>y")
        bench.type(keys)
        #expect(bench.text.contains("Leave with open work?"))
        #expect(bench.text.contains("A pack for Swiss Agency, August 2009, is being made"), "\(bench.text)")
        bench.type("n")
        look(bench)
        #expect(bench.runner.isRunning && !writer.hasGivenUp && bench.runner.isGivingPack)
        bench.type(String(keys.suffix(keys.hasPrefix("<Esc>") ? 1 : keys.count)))
        bench.type("y")
        #expect(!bench.runner.isRunning || bench.console.top is SignInScreen)
        #expect(try bench.store.packs().isEmpty)
    }

    @Test("whoever leaves once it is given is asked nothing")
    func leavingAfter() throws {
        let bench = try preview()
        bench.type("g<F2>y")
        for _ in 0..<3 { look(bench) }
        bench.type("<C-q>")
        #expect(!bench.runner.isRunning)
        #expect(try bench.store.packs().count == 1)
    }

    @Test("whoever signs out signs for nothing more")
    func signedOut() throws {
        let writer = Writer()
        let bench = try preview("2009-08", writer)
        bench.type("g<F2>y")
        bench.runner.carryOut([.signedOut])
        bench.runner.handle(.tick)
        #expect(writer.hasGivenUp)
    }
}
