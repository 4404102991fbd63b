import Foundation
import HotlineDomain
import Testing

@testable import HotlineReports

enum PackFolder {
    private static let environment = ProcessInfo.processInfo.environment
    static let path = environment["PACKS"]
    static let seeds = (environment["PACK_SEEDS"] ?? "1").split(separator: " ").compactMap { Int($0) }
    /// About how many calls a year has; thrown for each year where nothing is said.
    static let volume = environment["PACK_VOLUME"].flatMap { Int($0) }
}

/// For an attacker that is not part of this repository: packs of random years, month after
/// month to two donors by turns, laid in one folder for each year under the one `PACKS` names.
/// `PACK_SEEDS="1 2 3"` are the years, `PACK_VOLUME=5400` makes them all large.
@Suite("Packs for an attacker")
struct PackFolderTests {
    @Test("lie in one folder a year", .enabled(if: PackFolder.path != nil), arguments: PackFolder.seeds)
    func lay(seed: Int) throws {
        var dice = Dice(seed)
        // Of linked families one: services and funds each by themselves or one by the other.
        var chosen = FamilyName.published
        if dice.roll(0...1) == 0 { chosen = chosen.filter { $0 != .service && $0 != .fund } + [.serviceFund] }
        if dice.roll(0...3) == 0 { chosen = chosen.filter { $0 != .country } + [.line] }
        if dice.roll(0...3) == 0 { chosen = chosen.filter { $0 != .hour } + [.shift] }
        var windows: [FamilyName: WindowLength] = [:]
        for name in chosen {
            let length = WindowLength.allCases[dice.roll(0...2)]
            windows[name] = name.sharingWhole.compactMap { windows[$0] }.first ?? length
        }
        if dice.roll(0...1) == 0 { windows = [:] }
        let families = Family.standard(for: PackYear.hotline, windows: windows, names: chosen)
        let year = PackYear(&dice, families: families, volume: PackFolder.volume)
        let donors = [PackYear.donor, Donor(code: "iom", name: "IOM")]
        var released: [Release] = []
        let periods = PackYear.period.months.map(\.name) + ["2008-Q4", "2009-Q2", "2008-10/2009-09"]
        let target = URL(fileURLWithPath: try #require(PackFolder.path)).appendingPathComponent("\(seed)")
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        for (place, name) in periods.enumerated() {
            for donor in donors where name.contains("/") || place % 2 == (donor.code == "sdc" ? 0 : 1) {
                let pack = try Pack(
                    year.input(try #require(Period(name)), donor: donor, released: released))
                released += pack.releases
                for file in pack.files(PackYear.words, digest: PackYear.digest) where file.name != .manifest {
                    let mark = file.name == .meta ? "" : "\(donor.code)-\(place)."
                    try Data(file.bytes).write(to: target.appendingPathComponent(mark + file.name.rawValue))
                }
            }
        }
    }
}
