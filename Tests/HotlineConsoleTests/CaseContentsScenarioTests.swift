import HotlineDomain
import HotlineStore
import TerminalUI
import Testing

@testable import HotlineConsole

@Suite("Filling in a case")
struct CaseContentsScenarioTests {
    private func onCase(_ work: Casework, memory: DraftMemory = DraftMemory()) throws -> Bench {
        let bench = try work.desk(memory: memory)
        bench.type("f<Enter>")
        return bench
    }

    private func file(_ work: Casework, _ id: CaseID) throws -> Case { try #require(try work.store.case(id)) }

    @Test("somebody is added with a pseudonym and what is known; Enter on the line opens it again")
    func addPerson() throws {
        let work = try Casework()
        let id = try work.openCase()
        let bench = try onCase(work)
        bench.type("n<F2>")
        #expect(bench.text.contains("! which pseudonym?"))
        bench.fill("Lilia")
        bench.type("1<Enter>2<F2>")
        let person = try #require(try file(work, id).person(1))
        #expect(try work.words(person.pseudonym) == "Lilia")
        #expect(person.role == "beneficiary" && person.values.count == 1)
        #expect(bench.text.contains("PEOPLE") && bench.text.contains("Lilia"))
        #expect(bench.text.contains("HTCDS core"))
        bench.type("<Down><Enter>")
        let fields = try #require(bench.console.top as? CaseFieldsScreen)
        #expect(fields.part == .person(1) && fields.form.fields.text(.pseudonym) == "Lilia")
    }

    @Test("the names of the standard's fields change with the language, with what is typed")
    func language() throws {
        let work = try Casework()
        try work.openCase()
        let bench = try onCase(work)
        bench.type("n")
        bench.write("Lilia")
        for language in ["en", "ro", "ru"] {
            for name in ["gender", "age_band"] {
                let label = try #require(CaseField.named(name)).label(language)
                #expect(bench.text.contains(label), "\(label)")
            }
            #expect(bench.text.contains("Lilia"))
            bench.type("<F7>")
        }
    }

    @Test("only what was changed is written: a colleague's answer of the same minute stays")
    func together() throws {
        let work = try Casework()
        let id = try work.openCase()
        let now = Fixture.at("14:31")
        try work.store.perform(
            [
                .case(
                    id,
                    .addPerson(
                        role: "beneficiary", pseudonym: work.store.written("Lilia", at: now),
                        [CaseEntry("gender", .codes(["Feminine"]))]))
            ], by: "41", at: now)
        let bench = try onCase(work)
        bench.type("<Down><Enter>")
        try work.store.perform(
            [.case(id, .set(person: 1, [CaseEntry("gender", .codes(["NonConforming"]))]))], by: "91", at: bench.now)
        bench.pass(seconds: 1)
        // Pseudonym, role, category, gender, and on the age band.
        bench.type("<Tab><Tab><Tab><Tab>")
        bench.fill("9-17")
        bench.type("<F2>")
        let values = try #require(try file(work, id).person(1)).values
        #expect(values["gender"]?.codes == ["NonConforming"] && values["age_band"]?.codes == ["9-17"])
    }

    @Test("each letter is on disk; a form that was left is offered again on its case")
    func draft() throws {
        let work = try Casework()
        try work.openCase()
        let memory = DraftMemory()
        let bench = try onCase(work, memory: memory)
        bench.type("n")
        bench.write("Lil")
        #expect(memory.drafts.values.first?.fields["pseudonym"] == "Lil")
        bench.type("<Esc>n")
        bench.write("ia")
        bench.type("<F2>")
        #expect(bench.text.contains("Lilia"))
        #expect(memory.drafts.isEmpty)
    }

    @Test("an industry is asked where labour was forced, and an aggressor is asked nothing of a victim")
    func whatMatters() throws {
        let work = try Casework()
        try work.openCase()
        let bench = try onCase(work)
        bench.type("n")
        func shown() throws -> Set<String> {
            Set(try #require(bench.console.top as? CaseFieldsScreen).form.fields.shown.map(\.rawValue))
        }
        let asked = try shown()
        #expect(asked.contains("exploitation") && !asked.contains("industry"))
        bench.fill("Lilia")
        bench.fill("aggressor")
        let ofAggressor = try shown()
        #expect(!ofAggressor.contains("exploitation") && ofAggressor.contains("role_in_process"))
    }

    @Test("a task: who, what, by when; overdue by mark and word the day after; done with a word about it")
    func tasks() throws {
        let work = try Casework()
        let id = try work.openCase()
        let bench = try onCase(work)
        bench.type("d")
        bench.fill("ring the consulate")
        bench.fill("41")
        bench.write("+1")
        bench.type("<F2>")
        let task = try #require(try file(work, id).task(1))
        let today = try work.store.live(at: bench.now).businessDate
        #expect(task.responsible == "41" && task.due == today + 1)
        #expect(bench.text.contains("TASKS") && bench.text.contains("ring the consulate"))
        bench.type("<Down><Enter>")
        bench.write("they have her papers")
        bench.type("<F2>")
        #expect(try file(work, id).task(1)?.isDone == true)
        #expect(bench.text.contains("✓ done"))
    }

    @Test("the first minute is asked in five lines, and stands first on the SOS screen")
    func firstMinute() throws {
        let work = try Casework()
        let bench = try work.desk("14:22")
        bench.type("o<Enter>")
        #expect(bench.text.contains("41 now, was told"))
        #expect(bench.text.contains("112  Russia"))
        bench.type("m2134")
        bench.write("the station")
        bench.type("<F2>")
        let escalation = try work.theEscalation()
        #expect(
            escalation.answers == [
                "safe_to_talk": "no", "immediate_danger": "yes", "others_at_risk": "unknown", "children": "refused",
            ])
        #expect(try work.words(escalation.place) == "the station")
        for text in ["FIRST MINUTE", "Safe to talk", "the station"] { #expect(bench.text.contains(text), "\(text)") }
        bench.type("a")
        #expect(!bench.text.contains("41 now"))
    }

    @Test("whom to call goes on with the clock; every screen says how long the oldest SOS is open")
    func chain() throws {
        let work = try Casework()
        let bench = try work.desk("14:22")
        bench.pass(seconds: 301)
        bench.type("o<Enter>")
        #expect(bench.text.contains("for 6 min"))
        bench.type("a")
        #expect(bench.text.contains("for 6 min"))
        bench.type("<Esc><Esc>")
        #expect(bench.text.contains("for 6 min"))
        #expect(try work.theEscalation().assignee == "41")
    }
}
