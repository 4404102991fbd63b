import Foundation
import Testing
import Wording

@testable import ringbuoy

@Suite("The language of a run")
struct RunLanguageTests {
    @Test(
        "--lang comes first, then RINGBUOY_LANG, then the locale",
        arguments: [
            (["call", "--lang", "ro"], ["RINGBUOY_LANG": "ru"], Language.ro),
            (["--lang=ru", "call"], [:], .ru),
            (["call"], ["RINGBUOY_LANG": "ru", "LC_ALL": "ro_RO.UTF-8"], .ru),
            (["call"], ["LC_ALL": "ro_MD.UTF-8", "LC_MESSAGES": "ru_RU"], .ro),
            (["call"], ["LC_MESSAGES": "ru_RU.UTF-8", "LANG": "ro_RO"], .ru),
            (["call"], ["LANG": "ro_RO.UTF-8"], .ro),
            (["call"], ["LC_ALL": "C", "LANG": "ru_RU"], .en),
            (["call", "--", "--lang", "ru"], [:], .en),
            (["call", "--lang", "de"], ["LANG": "ru_RU"], .ru),
            ([], [:], .en),
        ] as [([String], [String: String], Language)])
    func order(arguments: [String], environment: [String: String], expected: Language) {
        #expect(Spoken.language(["ringbuoy"] + arguments) { environment[$0] } == expected)
    }

    @Test("refusals, mistakes and help are said in the language; names and codes are not translated")
    func spoken() throws {
        let desk = try TestDesk()
        let russian = try desk.run(["--lang", "ru", "call", "log", "--operator", "01"])
        #expect(russian.errors.hasPrefix("отказано: call.needs_class: "))
        #expect(russian.errors.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) })
        let usage = try desk.run(["call", "log", "--lang", "ro"])
        #expect(usage.errors.hasPrefix("eroare: folosire: Lipsește --operator <code>."))
        let missing = try desk.run(["profile", "check", "/none/such.toml", "--lang", "ro"])
        let found = missing.output + missing.errors
        #expect(found.contains("nu există un asemenea fișier") && !found.contains("No such file"), "\(found)")
        let sealed = try TestDesk(isSetUp: false)
        let script = try sealed.run(
            ["init", "--profile", sealed.profile, "--passphrase-file", "/none/such", "--lang", "ru"])
        #expect(
            script.errors.contains("нет такого файла") && !script.errors.contains("No such file"), "\(script.errors)")
        let help = try desk.run(["call", "--help", "--lang", "ru"])
        #expect(help.output.hasPrefix("О КОМАНДЕ: Звонки."))
        #expect(!help.output.contains("OPTIONS") && !help.output.contains("Show"))
    }
}

@Suite("What the command line says")
struct CommandLineCatalogueTests {
    @Test("every key the command line names, in whatever way, is in the catalogue")
    func everyKey() throws {
        let folder = TestDesk.root.appendingPathComponent("Sources/ringbuoy")
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        let key = try NSRegularExpression(pattern: "\"((?:cli|report|store|verify)\\.[a-z0-9_.]+)\"")
        let english = Say(.en)
        for file in files {
            let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
            for match in key.matches(in: text, range: NSRange(text.startIndex..., in: text)) {
                let name = String(text[Range(match.range(at: 1), in: text)!])
                #expect(english.has(name), "\(file): \(name)")
            }
        }
    }
}
