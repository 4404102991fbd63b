/// The number from which help comes at once, in the country where somebody is.
public struct EmergencyNumber: Hashable, Sendable {
    /// ISO 3166 alpha-2.
    public let country: String
    /// As it is dialled there.
    public let number: String
    public let source: String

    /// Nil for a country that is not in the table: nothing is guessed.
    public static func of(country: String?) -> EmergencyNumber? { country.flatMap { byCountry[$0] } }

    public static var all: [EmergencyNumber] { byCountry.values.sorted { $0.country < $1.country } }

    private static let byCountry = Dictionary(
        read(PackageResources.emergency_number_tsv).map { ($0.country, $0) }, uniquingKeysWith: { first, _ in first })

    /// Lines of country, number and source behind one that names them.
    static func read(_ bytes: [UInt8]) -> [EmergencyNumber] {
        bytes.split(separator: UInt8(ascii: "\n")).dropFirst().map { line in
            let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
                String(decoding: $0, as: UTF8.self)
            }
            // The table is part of the program; a test reads every line of it.
            guard cells.count == 3 else { preconditionFailure("emergency_number.tsv: \(cells)") }
            return EmergencyNumber(country: cells[0], number: cells[1], source: cells[2])
        }
    }
}
