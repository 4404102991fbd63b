import HotlineDomain
import TerminalUI

/// A line, as the form asks for it and gives it back.
extension AdminForm {
    /// A new one is on the clock of the first, from today on.
    static func fields(of line: Line?, _ situation: Situation) -> [(AdminField, FieldContent)] {
        let known = situation.hotline
        let since = line?.since ?? situation.zone.date(at: situation.now)
        return [
            (.name, text(line?.name, limit: 80)), (.dialled, text(line?.dialled, limit: 40)),
            (.countries, codes(.country, line?.countries, preferred: known.countries)),
            (.languages, codes(.language, line?.languages, preferred: known.languages)),
            (.hours, text(line?.hours.description, limit: 20)), (.zone, text(line?.zone ?? known.zone, limit: 40)),
            (.since, text("\(since)", limit: 10)), (.until, text(line?.until.map { "\($0)" }, limit: 10)),
        ]
    }

    /// Nil while its hours or its first day cannot be read.
    func line(_ code: String, _ situation: Situation) -> Line? {
        guard let hours, let since = since(situation) else { return nil }
        return Line(
            code: code, name: plain(.name), dialled: plain(.dialled), countries: fields.codes(.countries),
            languages: fields.codes(.languages), zone: plain(.zone), hours: hours, since: since,
            until: until(situation))
    }

    static func field(of rule: LineRule) -> AdminField? {
        switch rule {
        case .unknown, .exists, .badCode: .code
        case .badName: .name
        case .badNumber: .dialled
        case .needsCountry: .countries
        case .needsLanguage: .languages
        case .unknownZone: .zone
        case .endsBeforeItBegins, .lastOpen: .until
        }
    }
}
