import Crypto
import Foundation
import HotlineConsole
import HotlineDomain
import HotlineReports
import Testing
import Wording
import WorkbookXLSX

@testable import ringbuoy

/// A pack speaks the donor's language, all of it.
@Suite("The language of a pack")
struct PackLanguageTests {
    private func made() throws -> Pack {
        let month = try #require(Period("2009-09"))
        func key(_ name: String, _ code: String) -> [TidyKey] { [TidyKey(name, code)] }
        let counts: [(MonthMeasure, [TidyKey], Int)] = [
            (.calls, [], 120), (.sos, [], 20), (.calls, key("class", "sos"), 20),
            (.calls, key("class", "information"), 100), (.sos, key("class", "sos"), 20),
            (.calls, key("country", "MD"), 90), (.calls, key("country", "RU"), 27), (.calls, key("country", "UA"), 3),
            (.sos, key("country", "MD"), 18), (.sos, key("country", "UA"), 2),
            (.calls, key("language", "not_recorded"), 120), (.sos, key("language", "not_recorded"), 20),
            (.calls, key("weekday", "mon"), 60), (.calls, key("weekday", "sun"), 60),
            (.sos, key("weekday", "mon"), 20),
            (.calls, key("hour", "08"), 120), (.sos, key("hour", "08"), 20),
            (.escalations, key("outcome", "case_opened"), 12), (.escalations, key("outcome", "open"), 11),
            (.delivered, [], 358), (.delivered, key("service", "legal"), 358),
            (.delivered, key("donor", "japan"), 161), (.delivered, key("donor", "sdc"), 197),
            (.visits, [TidyKey("line", "tn"), TidyKey("outcome", "answered")], 8),
            (.visitsInTarget, key("line", "tn"), 6), (.openMinutes, [], 900), (.staffedMinutes, [], 890),
            (.acknowledged, [], 20), (.acknowledgedInTarget, [], 19),
            (.returns, [TidyKey("territory", "rezina"), TidyKey("state", "missing")], 1),
        ]
        let closed = ClosedMonth(
            period: month, rows: counts.map { MonthRow($0.0, month, $0.1, .exact($0.2)) },
            corrections: [.init(month: try #require(Period("2009-08")), reason: "review")],
            closedAt: Instant(seconds: 0), closedBy: "91")
        // The last by a longer window, so that a month lacks it.
        let names: [FamilyName] = [.country, .weekday, .hour, .escalationOutcome, .fund, .service, .language]
        let hotline = Hotline(
            code: "tn", name: "Transnistria", projectYearStartMonth: 10, lines: [], operators: [], patterns: [],
            roster: [], settings: Settings(donors: ["japan", "sdc"]))
        let donor = Donor(
            code: "japan", name: "Japan",
            indicators: [
                DonorIndicator(code: "a", wording: ["en": "Assisted"], source: .counted(.delivered, of: nil)),
                DonorIndicator(
                    code: "b", wording: ["en": "Ukraine"], target: 9,
                    source: .counted(.calls, of: .init(.country, "UA"))),
                DonorIndicator(code: "c", wording: ["en": "Trials"], source: .register("trials")),
                DonorIndicator(code: "d", wording: ["en": "Line"], source: .counted(.calls, of: .init(.line, "tn"))),
            ])
        return try Pack(
            PackInput(
                hotlineCode: hotline.code, hotlineName: hotline.name, projectYearStartMonth: 10, donor: donor,
                period: month, months: [closed], since: month.first,
                families: Family.standard(
                    for: hotline, windows: Dictionary(uniqueKeysWithValues: names.dropLast().map { ($0, .month) }),
                    names: names),
                names: PackNames(
                    lines: ["tn": "Transnistria"], funds: ["sdc": "Swiss Agency"], territories: ["rezina": "Rezina"]),
                isDraft: true))
    }

    @Test("every word of it is there, and none is left a key", arguments: Language.allCases)
    func everyWord(language: Language) throws {
        let words = PackWords(Say(language))
        let pack = try made()
        let files = pack.files(words) { _ in Array(repeating: 0, count: 32) }
        #expect(files.contains { $0.name == .dataExcel } == (language != .en))
        for file in files {
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(!text.contains("pack."), "\(file.name.rawValue)")
        }
        for cell in pack.workbook(words).sheets.flatMap(\.rows).flatMap(\.self) {
            #expect(!"\(cell)".contains("pack."), "\(cell)")
        }
        let page = String(decoding: try #require(files.first { $0.name == .report }).bytes, as: UTF8.self)
        #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
    }

    private func page(_ pack: Pack, _ language: Language) throws -> String {
        let files = pack.files(PackWords(Say(language))) { _ in [] }
        return String(decoding: try #require(files.first { $0.name == .report }).bytes, as: UTF8.self)
    }

    @Test(
        "funds and territories stand by their names, in codes only where machines read", arguments: Language.allCases)
    func names(language: Language) throws {
        let (pack, words) = (try made(), PackWords(Say(language)))
        let page = try page(pack, language)
        #expect(page.contains("Swiss Agency") && page.contains("Rezina"))
        #expect(!page.contains(">sdc<") && !page.contains(" rezina"))
        let texts = pack.workbook(words).sheets.flatMap(\.rows).flatMap(\.self).map { "\($0)" }
        #expect(texts.contains { $0.contains("Swiss Agency") } && texts.contains { $0.contains("Rezina") })
        #expect(!texts.contains { $0.contains("\"sdc\"") || $0.contains(" rezina") })
        let data = try #require(pack.files(words) { _ in [] }.first { $0.name == .data })
        #expect(String(decoding: data.bytes, as: UTF8.self).contains(",sdc,"))
    }

    @Test(
        "both numbers of a share are written as the language writes numbers",
        arguments: [(Language.en, "126/1,346"), (.ro, "126/1.346"), (.ru, "126/1\u{A0}346")])
    func thousands(language: Language, fraction: String) throws {
        let pack = try Pack(PackSample.input(#require(PackSample.year)))
        #expect(try page(pack, language).contains("(\(fraction))"))
        let cells = pack.workbook(PackWords(Say(language))).sheets.flatMap(\.rows).flatMap(\.self)
        #expect(cells.contains(.status(fraction)))
    }

    @Test("why a figure is not there stands beside it", arguments: Language.allCases)
    func reasons(language: Language) throws {
        let (pack, words) = (try made(), PackWords(Say(language)))
        let comments = pack.indicators.compactMap(\.comment)
        #expect(comments.count == 3)
        let page = try page(pack, language)
        for comment in comments { #expect(page.contains("<td>\(words.comment(comment))</td>")) }
    }

    @Test("a month has its name, a project year the names of its ends; behind other words they begin small")
    func periods() throws {
        let year = try #require(Period("2008-10/2009-09"))
        #expect(
            Language.allCases.map { PackWords(Say($0)).name(year) } == [
                "October 2008 \u{2013} September 2009", "Octombrie 2008 \u{2013} septembrie 2009",
                "Октябрь 2008 \u{2013} сентябрь 2009",
            ])
        let quarter = try #require(Period("2009-Q3"))
        #expect(
            Language.allCases.map { PackWords(Say($0)).name(quarter) } == [
                "Q3 2009", "Trimestrul III 2009", "III квартал 2009",
            ])
        let words = PackWords(Say(.ro))
        let page = String(decoding: try #require(try made().files(words) { _ in [] }.first).bytes, as: UTF8.self)
        #expect(page.contains("Transnistria, septembrie 2009"))
    }

    @Test(
        "1,346 calls, 126 SOS, 19 cases and 3 referred stand in the pack of every month", arguments: Language.allCases
    )
    func year(language: Language) throws {
        let words = PackWords(Say(language))
        let year = try #require(PackSample.year)
        var sums = Funnel(calls: 0, sos: 0, casesOpened: 0, referred: 0)
        for period in year.months + [year] {
            var donor = PackSample.donor
            donor.language = language.rawValue
            let pack = try Pack(PackSample.input(period, donor: donor))
            let funnel = pack.funnel(.eventDate)
            if period == year {
                #expect(funnel == sums && funnel == Funnel(calls: 1346, sos: 126, casesOpened: 19, referred: 3))
            } else {
                sums = Funnel(
                    calls: sums.calls + funnel.calls, sos: sums.sos + funnel.sos,
                    casesOpened: sums.casesOpened + funnel.casesOpened, referred: sums.referred + funnel.referred)
                #expect(pack.funnel(.eventDate, yearToDate: true) == sums)
            }
            try lay(pack, words)
        }
    }

    /// For somebody who wants to look at them: in the folder that `PACKS` names, one a language and period.
    private func lay(_ pack: Pack, _ words: PackWords) throws {
        guard let folder = ProcessInfo.processInfo.environment["PACKS"] else { return }
        let name = "\(words.language)-\(pack.period.name)".replacingOccurrences(of: "/", with: "_")
        let place = URL(fileURLWithPath: folder).appendingPathComponent(name)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let digest: ByteDigest = { Array(SHA256.hash(data: $0)) }
        var files = pack.files(words, digest: digest)
        let workbook = try WorkbookFile.bytes(of: pack.workbook(words), in: place.path)
        files.append(PackFile(.workbook, workbook))
        files.append(ManifestFile.file(pack, files: files, months: PackSample.months, digest: digest))
        for file in files { try Data(file.bytes).write(to: place.appendingPathComponent(file.name.rawValue)) }
    }
}
