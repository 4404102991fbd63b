import Foundation
import Testing

/// A desk of the Transnistria line with a September of which a pack can be
/// made: a few calls in two languages, closed.
struct PackDesk {
    let desk: TestDesk

    init(closed: Bool = true) throws {
        desk = try TestDesk()
        for (place, language) in ["ro", "ro", "ro", "ro", "ro", "ru", "ru", "ru", "ru", "ru", "ru"].enumerated() {
            try log("2009-09-\(14 + place)", language)
        }
        if closed { try close("2009-09") }
    }

    func log(_ day: String, _ language: String) throws {
        _ = try desk.json(
            "call", "log", "--operator", "01", "--class", "information", "--outcome", "information_given",
            "--topic", "documents", "--language", language, "--started", "\(day)T10:00", "--minutes", "5")
    }

    func close(_ month: String) throws { _ = try desk.json("month", "close", month, "--operator", "91") }

    func arguments(
        _ folder: String, donor: String = "sdc", period: String = "2009-09", _ more: String...
    ) -> [String] {
        ["export", "--period", period, "--donor", donor, "--to", folder, "--operator", "71"] + more
    }

    func url(_ name: String) -> URL { desk.folder.appendingPathComponent(name) }

    /// Every file of a folder by its name.
    func files(_ folder: String) throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: url(folder).path)
        return try Dictionary(
            uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: url("\(folder)/\($0)"))) })
    }

    /// What a killed or refused export left beside its folder.
    func leftovers() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: desk.folder.path).filter {
            $0.hasPrefix(".ringbuoy-pack-")
        }
    }

    func ledger() throws -> [[String: Any]] {
        try #require(try desk.json("export", "list", "--as", "71") as? [[String: Any]])
    }
}
