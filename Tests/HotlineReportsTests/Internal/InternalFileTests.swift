import HotlineDomain
import Testing

@testable import HotlineReports

@Suite("The house's own report as text, as a page and for scripts")
struct InternalFileTests {
    private let report: InternalReport

    init() throws {
        report = try InternalReport(HouseSource(), of: HouseSource.hotline, showing: .all) { _ in HouseSource.zone }
    }

    /// Keys for sentences: what is looked at here is not the wording.
    private let words = PackWords(
        language: "en", decimalMark: ".",
        sentence: { key, details in ([key] + details.values.sorted()).joined(separator: " ") },
        grouped: { String($0) }, calendar: { period, _ in period.name })

    @Test("the text says first and last that it is internal, and fits its lines")
    func text() {
        let lines = InternalText(words).lines(report)
        #expect(lines.dropFirst(2).first == "report.internal" && lines.last == "report.internal")
        #expect(lines.allSatisfy { $0.count <= 80 }, "\(lines.filter { $0.count > 80 })")
        #expect(lines.contains { $0.contains("126/1346") && $0.contains("9.4") })
        #expect(lines.contains { $0.contains("█") })
    }

    @Test("under thirty the count leads, from thirty on the percentage")
    func shares() {
        #expect(words.parts(of: Share(3, of: 19)) == ["3/19", "15.8\u{A0}%"])
        #expect(words.parts(of: Share(126, of: 1346)) == ["9.4\u{A0}%", "126/1346"])
        #expect(words.parts(of: Share(0, of: 0)) == ["-"])
    }

    @Test("a terminal without UTF-8 gets bars too, and only one with colours gets marks")
    func signs() {
        let plain = InternalText(words, signs: .ascii).lines(report).joined(separator: "\n")
        #expect(plain.contains("###") && !plain.contains("█") && !plain.contains("\u{1B}"))
        let marked = InternalText(words, isMarked: true).lines(report).joined()
        #expect(marked.contains("\u{1B}[1m") && marked.contains("\u{1B}[2m"))
    }

    @Test("bars are as long as their part, a funnel stands about its middle, a sparkline has eight steps")
    func charts() {
        #expect(ChartSigns.utf8.bar(5, of: 10, width: 8) == "████")
        #expect(ChartSigns.utf8.bar(1, of: 1000, width: 8) == "█" && ChartSigns.utf8.bar(0, of: 9, width: 8).isEmpty)
        #expect(ChartSigns.ascii.centred(2, of: 8, width: 8) == "   ##")
        #expect(ChartSigns.utf8.sparkline([0, 1, 4, 8]) == " ▁▄█")
    }

    @Test("the page stands alone: a policy, no script, nothing fetched, names escaped, internal on every sheet")
    func page() {
        let page = InternalPage(report, words) { _ in [1, 2, 3] }.text
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
        #expect(page.contains("default-src 'none'; style-src 'sha256-AQID'"))
        #expect(!page.contains("<script") && !page.contains("http://") && !page.contains("src=\""))
        #expect(page.contains("Transnistria &amp; friends") && page.contains("<svg"))
        #expect(page.contains("@top-center{content:\"report.internal\""))
        for part in report.parts { #expect(page.contains(">\(part.name.title)<"), "\(part.name)") }
    }

    @Test("names for scripts keep their order, and what nobody knows is null")
    func json() throws {
        let text = report.json.compact
        #expect(
            text.hasPrefix(
                #"{"period":"2008-10/2009-09","first":"2008-10-01","last":"2009-09-30","calls":1346,"sos":126,"#))
        for name in [
            #""cohort":{"calls":1346,"sos":126,"cases_opened":18,"referred":2}"#,
            #""reaction":{"raised":5,"acknowledged":4,"in_target":3,"target_s":300,"mean_s":240,"median_s":150,"p90_s":600}"#,
            #""balance":{"open_at_start":3,"opened":19,"reopened":0,"closed":12,"merged":0,"open_at_end":10,"reconciles":true}"#,
            #""donor":{"germany":197,"japan":161}"#, #""year_before":null"#, #""internal":true"#,
        ] {
            #expect(text.contains(name), "\(name)")
        }
    }
}
