import Foundation
import Testing

/// The practice year, written once for all tests that only read it.
private enum Practice {
    static let desk = Result { try written() }

    private static func written() throws -> TestDesk {
        let desk = try TestDesk(isSetUp: false)
        let outcome = try desk.run(["practice", "--store", desk.store, "--seed", "7", "--no-console"])
        try #require(outcome.status == 0, "\(outcome)")
        return desk
    }
}

@Suite("What scripts rely on, in the practice year")
struct PracticeContractTests {
    let desk: TestDesk

    init() throws { desk = try Practice.desk.get() }

    @Test("the year has its four figures, each SOS its outcome, and nothing is asked for twice")
    func stats() throws {
        let outcome = try desk.run(["stats", "--period", "2008-10/2009-09", "--json"])
        #expect(
            outcome.output.hasPrefix(
                #"{"period":"2008-10/2009-09","calls":1346,"sos":126,"cases_opened":19,"referred":3,"escalations":{"case_opened":19,"#
            ))
        #expect(outcome.output.hasSuffix("\"open\":0},\"by\":[]}\n"))
        let stats = try #require(try desk.json("stats", "--period", "2008-10/2009-09") as? [String: Any])
        let escalations = try #require(stats["escalations"] as? [String: Int])
        #expect(escalations.values.reduce(0, +) == 126)
    }

    @Test(
        "every dimension adds up to all calls and all SOS",
        arguments: [
            "class", "line", "country", "language", "topic", "hour", "weekday", "operator", "heard", "shift",
        ])
    func by(dimension: String) throws {
        let stats = try #require(
            try desk.json("stats", "--period", "2008-10/2009-09", "--by", dimension) as? [String: Any])
        let rows = try #require(stats["by"] as? [[String: Any]])
        #expect(rows.allSatisfy { Set($0.keys) == ["key", "calls", "sos"] })
        #expect(rows.compactMap { $0["calls"] as? Int }.reduce(0, +) == 1346)
        #expect(rows.compactMap { $0["sos"] as? Int }.reduce(0, +) == 126)
        #expect(Set(rows.compactMap { $0["key"] as? String }).count == rows.count)
    }

    @Test("the list has every call once, in pages as in one")
    func pages() throws {
        let all = try calls("call", "list", "--period", "2008-10/2009-09")
        #expect(all.filter { $0["code"] as? String != "test" && $0["status"] as? String == "final" }.count == 1346)
        #expect(
            Set(all[0].keys) == [
                "id", "started", "ended", "business_date", "class", "code", "line", "operator", "country", "language",
                "topics", "outcome", "status", "revision",
            ])
        var paged: [String] = []
        var last: String?
        repeat {
            let page = try calls(
                ["call", "list", "--period", "2008-10/2009-09", "--limit", "400"]
                    + (last.map { ["--after", $0] } ?? []))
            last = page.last?["id"] as? String
            paged += page.compactMap { $0["id"] as? String }
        } while last != nil
        #expect(paged == all.compactMap { $0["id"] as? String })
        let september = try calls("call", "list", "--period", "2009-09", "--class", "sos")
        #expect(!september.isEmpty)
        #expect(
            september.allSatisfy {
                ($0["business_date"] as? String)?.hasPrefix("2009-09") == true && $0["class"] as? String == "sos"
            })
    }

    private func calls(_ arguments: String...) throws -> [[String: Any]] { try calls(arguments) }

    private func calls(_ arguments: [String]) throws -> [[String: Any]] {
        let outcome = try desk.run(arguments + ["--json"])
        try #require(outcome.status == 0, "\(outcome)")
        let answer = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
        return try #require(answer as? [[String: Any]])
    }

    @Test("the operators are listed by code, 01 among them")
    func operators() throws {
        let outcome = try desk.run(["operator", "list", "--json"])
        #expect(outcome.output.hasPrefix(#"[{"code":"01","roles":["operator"],"active":true},"#))
        let people = try #require(try desk.json("operator", "list") as? [[String: Any]])
        let codes = people.compactMap { $0["code"] as? String }
        #expect(codes == codes.sorted())
        let roles = Set(people.flatMap { $0["roles"] as? [String] ?? [] })
        #expect(roles.isSuperset(of: ["operator", "specialist", "supervisor"]))
    }

    @Test("the year proves itself")
    func verify() throws {
        let outcome = try desk.run(["verify", "--json"])
        #expect(outcome.status == 0)
        let answer = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect(
            (answer["events"] as? Int ?? 0) > 1346 && answer["chain"] as? String == "ok"
                && answer["tables"] as? String == "ok")
        #expect(outcome.output.hasSuffix(#","chain":"ok","tables":"ok"}"# + "\n"))
    }

    @Test(
        "the report says the funnel with its parts, in three languages",
        arguments: [("en", "126/1,346"), ("ro", "126/1.346"), ("ru", "126/1\u{A0}346")])
    func report(language: String, sos: String) throws {
        let outcome = try desk.run(["report", "--period", "2008-10/2009-09", "--lang", language])
        #expect(outcome.status == 0)
        for part in [sos, "19/126", "3/19"] { #expect(outcome.output.contains(part), "\(outcome.output)") }
        #expect(!outcome.output.contains("report."), "\(outcome.output)")
    }

    @Test("the report is one object of JSON, one figure a line of CSV, and empty periods are no division by nothing")
    func reportFormats() throws {
        let json = try desk.run(["report", "--period", "2009-09", "--format", "json"])
        let report = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect(report["period"] as? String == "2009-09")
        let csv = try desk.run(["report", "--period", "2009-09", "--format", "csv"])
        #expect(csv.output.hasPrefix("measure,period,dimension,key,value\r\ncalls,2009-09,all,all,"))
        let empty = try desk.run(["report", "--period", "2001-01"])
        #expect(empty.status == 0)
        #expect(!empty.output.contains("%"), "\(empty.output)")
    }

    @Test("a practice is not written over, and without a terminal it opens no console")
    func again() throws {
        let again = try desk.run(["practice", "--store", desk.store, "--seed", "7", "--no-console"])
        #expect(again.status == 1 && again.errors.hasPrefix("refused: store.exists: "))
        for verb in [["practice", "--store", desk.store], ["console"], []] {
            let outcome = try desk.run(verb)
            #expect(outcome.status == 64 && outcome.errors.hasPrefix("error: usage: "), "\(outcome)")
        }
        let first = try TestDesk(isSetUp: false).run([])
        #expect(first.status == 64 && first.errors.contains("ringbuoy practice"), "\(first)")
    }
}
