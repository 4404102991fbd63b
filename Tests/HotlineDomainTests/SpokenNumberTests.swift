import Testing

@testable import HotlineDomain

@Suite("Numbers with a desk's mark")
struct SpokenNumberTests {
    @Test(
        "a number is read as year, desk and counter",
        arguments: [
            ("09-0417", 2009, nil, 417), ("26-19", 2026, nil, 19), ("26-3-0417", 2026, 3, 417),
            ("26-1000-01", 2026, 1000, 1), ("26-003-0417", 2026, 3, 417), ("26-3-12345", 2026, 3, 12345),
        ] as [(String, Int, Int?, Int)])
    func read(_ text: String, _ year: Int, _ desk: Int?, _ counter: Int) throws {
        let parts = try #require(SpokenNumber.parts(text))
        #expect(parts.year == year)
        #expect(parts.desk?.number == desk)
        #expect(parts.counter == counter)
    }

    @Test(
        "what is no number is none",
        arguments: [
            "", "-", "26", "26-", "26-1", "2026-19", "6-19", "26-0-0417", "26-1001-0417", "26--0417", "26-3-",
            "26-3-1",
            "26-3-04-17", "26-3-04a7", "26-a-0417", "٢٦-19", " 26-19", "26-+3-19", "26-99999999999999999999-19",
        ])
    func none(_ text: String) { #expect(SpokenNumber.parts(text) == nil) }

    @Test("whatever is written is read again")
    func roundTrip() throws {
        for year in [2000, 2009, 2026, 2099] {
            for desk in [nil] + [1, 9, 10, 99, 100, 999, 1000].map(DeskMark.init(_:)) {
                for counter in [1, 9, 10, 99, 417, 9999, 10_000, 1_234_567] {
                    for digits in [2, 4] {
                        let text = SpokenNumber.text(year: year, desk: desk, counter: counter, digits: digits)
                        let parts = try #require(SpokenNumber.parts(text), "\(text)")
                        #expect(parts == (year, desk, counter))
                    }
                }
            }
        }
    }

    @Test(
        "a number is recognised however it was typed",
        arguments: [
            ("19", "26-3-19"), ("7", "26-3-07"), ("26-19", "26-19"), ("26-5-19", "26-5-19"), ("25-3-7", nil),
            ("25-3-07", "25-3-07"), ("26-005-019", "26-5-19"), ("0", nil), ("", nil), ("x", nil),
        ] as [(String, String?)])
    func typed(_ text: String, _ expected: String?) {
        #expect(SpokenNumber.typed(text, year: 2026, here: DeskMark(3), digits: 2) == expected)
    }

    @Test("a desk's mark is one of a thousand")
    func marks() {
        #expect([0, 1001, -1].allSatisfy { DeskMark($0) == nil })
        #expect(DeskMark(1)?.nodes == 96...99)
        #expect(DeskMark(3)?.nodes == 104...107)
        #expect(DeskMark(1000)?.nodes == 4092...4095)
    }

    @Test("every node is the house's or one desk's")
    func nodes() {
        var owners: [Int64: DeskMark] = [:]
        for mark in DeskMark.all.compactMap({ DeskMark($0) }) {
            for node in mark.nodes {
                #expect(owners.updateValue(mark, forKey: node) == nil)
                #expect(DeskMark(node: node) == mark)
            }
        }
        #expect(Set(owners.keys).union(DeskMark.nodesOfHouse) == Set(1...4095))
        #expect(DeskMark.nodesOfHouse.allSatisfy { DeskMark(node: $0) == nil })
    }

    @Test("people and tasks of a case are counted from a hundred times the desk's mark")
    func within() {
        #expect(NumberWithin.next(after: [], at: nil) == 1)
        #expect(NumberWithin.next(after: [1, 2], at: nil) == 3)
        #expect(NumberWithin.next(after: [1, 2, 501], at: DeskMark(3)) == 301)
        #expect(NumberWithin.next(after: [1, 301, 302, 501], at: DeskMark(3)) == 303)
    }

    @Test("however many two desks add to a case, no two of them have one number")
    func withinFar() {
        var numbers: [Int] = []
        for round in 0..<250 {
            for desk in [nil, DeskMark(1), DeskMark(2), DeskMark(1000)] {
                let next = NumberWithin.next(after: numbers, at: desk)
                #expect(!numbers.contains(next), "round \(round)")
                numbers.append(next)
            }
        }
    }

    @Test("a desk that joined gives its numbers with its mark, and counts its own only")
    func desk() throws {
        var desk = Desk()
        desk.mark = DeskMark(3)
        let (first, second, file) = (try desk.draft(), try desk.draft(), try desk.openCase())
        #expect([first, second].map { desk.records.call($0)!.number } == ["09-3-0001", "09-3-0002"])
        #expect(desk.records.case(file)?.number == "09-3-01")
        let name = desk.written("Rada")
        try desk.does(.case(file, .addPerson(role: "beneficiary", pseudonym: name, [])), by: "05")
        #expect(desk.records.case(file)?.people.map(\.number) == [301])
    }
}
