import Foundation
import Testing

/// The structure of the house, kept by a test that reads the code: which
/// module may import which, and what no source file may hold.
@Suite("House rules")
struct HouseRulesTests {
    /// The only arrows there are. Documentation/Architecture.md says why.
    static let arrows: [String: Set<String>] = [
        "HotlineDomain": [],
        "TerminalUI": [],
        "Wording": ["CCatalogue", "Synchronization"],
        "HotlineReports": ["HotlineDomain"],
        "WorkbookXLSX": ["HotlineReports", "CXlsxWriter", "Glibc", "Synchronization"],
        "HotlineSwitch": ["HotlineDomain"],
        "HotlineProfiles": ["HotlineDomain", "TOMLKit", "Foundation", "Glibc"],
        "HotlineStore": [
            "HotlineDomain", "Crypto", "CryptoExtras", "FoundationEssentials", "Synchronization", "Glibc", "Dispatch",
        ],
        "StoreSQLite": ["HotlineStore", "GRDB", "GRDBSQLite", "Foundation", "Synchronization", "Glibc", "Dispatch"],
        "StorePostgres": ["HotlineStore", "CPostgres", "Synchronization", "Glibc", "Dispatch"],
        "TerminalCurses": ["TerminalUI", "CNcurses", "Glibc", "Synchronization"],
        "HotlinePractice": ["HotlineStore", "HotlineDomain"],
        "HotlineConsole": [
            "TerminalUI", "HotlineReports", "HotlineStore", "HotlineSwitch", "HotlineDomain", "Wording",
        ],
    ]

    struct SourceFile: CustomTestStringConvertible {
        let module: String
        let path: String
        let text: String
        var testDescription: String { path }
        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    }

    static let files: [SourceFile] = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources")
        let found = FileManager.default.enumerator(atPath: root.path)
        var files: [SourceFile] = []
        while let name = found?.nextObject() as? String {
            guard name.hasSuffix(".swift"),
                let text = try? String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
            else { continue }
            files.append(SourceFile(module: String(name.split(separator: "/")[0]), path: name, text: text))
        }
        return files.sorted { $0.path < $1.path }
    }()

    @Test("a module imports only what the arrows allow")
    func imports() {
        #expect(HouseRulesTests.files.count > 100)
        for file in HouseRulesTests.files {
            guard let allowed = HouseRulesTests.arrows[file.module] else { continue }
            for line in file.lines {
                let words = line.split(separator: " ").map(String.init).filter { $0 != "public" && $0 != "internal" }
                guard words.first == "import", words.count >= 2 else { continue }
                let name =
                    words[1] == "struct" || words[1] == "enum" ? words[2].components(separatedBy: ".")[0] : words[1]
                #expect(allowed.contains(name), "\(file.path) imports \(name)")
            }
        }
    }

    @Test("only one module imports each foreign thing")
    func foreignImports() {
        let owners = [
            "CNcurses": "TerminalCurses", "CXlsxWriter": "WorkbookXLSX", "GRDB": "StoreSQLite",
            "CPostgres": "StorePostgres",
            "TOMLKit": "HotlineProfiles", "CCatalogue": "Wording", "ArgumentParser": "ringbuoy",
        ]
        for file in HouseRulesTests.files where file.module != "RingbuoyBench" {
            for (foreign, owner) in owners where file.text.contains("\nimport \(foreign)\n") {
                #expect(file.module == owner, "\(file.path) imports \(foreign)")
            }
        }
    }

    @Test("no file is longer than one concept needs")
    func lengths() {
        for file in HouseRulesTests.files {
            #expect(file.lines.count <= 400, "\(file.path) has \(file.lines.count) lines")
        }
    }

    @Test("nothing is forced, and nothing is left for later")
    func marks() {
        let forbidden = ["try!", "as! ", "TODO", "FIXME", "fatalError(", "@preconcurrency"]
        for file in HouseRulesTests.files {
            for mark in forbidden { #expect(!file.text.contains(mark), "\(file.path) holds \(mark)") }
        }
    }

    @Test("what the compiler is told to trust has a sentence that says what protects it")
    func trusted() {
        for file in HouseRulesTests.files {
            for (number, line) in file.lines.enumerated()
            where line.contains("@unchecked Sendable") || line.contains("nonisolated(unsafe)") {
                let before = file.lines[max(0, number - 4)...number]
                #expect(before.contains { $0.contains("//") }, "\(file.path):\(number + 1)")
            }
        }
    }

    @Test("no file is called after nothing in particular")
    func names() {
        for file in HouseRulesTests.files {
            let name = file.path.split(separator: "/").last ?? ""
            for word in ["Util", "Helper", "Common", "Manager", "Misc"] {
                #expect(!name.contains(word), "\(file.path)")
            }
        }
    }

    @Test("nothing of the house's own report is in what makes a pack")
    func internalReport() {
        let own = ["InternalReport", "InternalPage", "InternalText", "HouseFigures", "PeriodFigures", "PeriodSource"]
        let makers = HouseRulesTests.files.filter { file in
            [
                "HotlineReports/Pack", "HotlineReports/Workbook/", "HotlineReports/Disclosure/",
                "HotlineReports/Months/",
                "WorkbookXLSX/", "ringbuoy/Commands/Packs/",
            ].contains { file.path.hasPrefix($0) }
        }
        #expect(makers.count > 30)
        for file in makers {
            for name in own { #expect(!file.text.contains(name), "\(file.path) uses \(name)") }
        }
    }
}
