import HotlineDomain
import TerminalUI

/// A donor, as the form asks for it and gives it back. Its indicators are a profile's to change.
extension AdminForm {
    static func fields(of donor: Donor?, _ hotline: Hotline) -> [(AdminField, FieldContent)] {
        let known = donor ?? Donor(code: "", name: "")
        return [
            (.name, text(known.name, limit: 300)), (.services, codes(.service, known.services)),
            (.projects, text(known.projects.joined(separator: "; "), limit: 600)),
            (.calendar, words(WindowLength.allCases.map(\.rawValue), "pack.length.", [known.calendar.rawValue])),
            (.dueDay, text(String(known.dueDay), limit: 2)),
            (.language, .code(CodeField(.some(Donor.languages, of: .language), [known.language]))),
            (.families, families(offering: published(hotline, known), known.families)),
            (.iatiActivity, text(known.iatiActivity, limit: 120)),
            (.iatiOrganisation, text(known.iatiOrganisation, limit: 120)),
            (.since, text(known.since.map { "\($0)" }, limit: 10)),
            (.until, text(known.until.map { "\($0)" }, limit: 10)),
        ]
    }

    /// Those the hotline publishes, and what the donor has of earlier days.
    private static func published(_ hotline: Hotline, _ donor: Donor) -> [FamilyName] {
        FamilyName.allCases.filter { hotline.settings.families.contains($0) || donor.families.contains($0) }
    }

    static func families(offering known: [FamilyName], _ chosen: [FamilyName]) -> FieldContent {
        words(known.map(\.rawValue), "pack.family.", chosen.map(\.rawValue), maximum: known.count)
    }

    private static func words(
        _ known: [String], _ prefix: String, _ chosen: [String], maximum: Int = 1
    ) -> FieldContent {
        .code(CodeField(.answers(known, prefix: prefix), chosen, maximum: max(1, maximum)))
    }

    /// Nil while its due day cannot be read.
    func donor(_ code: String, _ situation: Situation) -> Donor? {
        guard let dueDay = Int(plain(.dueDay)) else { return nil }
        var donor = situation.hotline.donor(code) ?? Donor(code: code, name: "")
        donor.name = plain(.name)
        donor.services = fields.codes(.services)
        donor.projects = fields.text(.projects).split(separator: ";").map { String($0).trimmed }.filter {
            !$0.isEmpty
        }
        donor.calendar = fields.code(.calendar).flatMap(WindowLength.init(rawValue:)) ?? donor.calendar
        donor.dueDay = dueDay
        donor.language = fields.code(.language) ?? donor.language
        donor.families = fields.codes(.families).compactMap(FamilyName.init(rawValue:))
        donor.iatiActivity = plain(.iatiActivity).isEmpty ? nil : plain(.iatiActivity)
        donor.iatiOrganisation = plain(.iatiOrganisation).isEmpty ? nil : plain(.iatiOrganisation)
        donor.since = since(situation)
        donor.until = until(situation)
        return donor
    }

    static func field(of rule: DonorRule) -> AdminField? {
        switch rule {
        case .unknown, .exists, .badCode: .code
        case .badName: .name
        case .badDueDay: .dueDay
        case .unknownLanguage: .language
        case .familyNotPublished: .families
        case .endsBeforeItBegins: .until
        case .indicatorTwice, .indicatorBadCode, .indicatorNeedsWording, .indicatorOutOfRange,
            .indicatorHasNoTable, .indicatorUnknownCode:
            nil
        }
    }
}
