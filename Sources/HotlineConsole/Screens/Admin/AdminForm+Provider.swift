import HotlineDomain
import TerminalUI

/// An entry of the directory, as the form asks for it and gives it back.
extension AdminForm {
    static func fields(of provider: Provider?, _ hotline: Hotline) -> [(AdminField, FieldContent)] {
        let places = CodeField(.territories(hotline.territories), provider?.territories ?? [], maximum: 60)
        var address: String?
        if case .open(let text)? = provider?.address { address = text }
        var fields: [(AdminField, FieldContent)] = [
            (.name, text(provider?.name, limit: 300)),
            (.aliases, text(provider?.aliases.joined(separator: "; "), limit: 600)),
            (.services, codes(.service, provider?.services)),
        ]
        if !hotline.territories.isEmpty { fields.append((.territories, .code(places))) }
        fields += [
            (.languages, codes(.language, provider?.languages, preferred: hotline.languages)),
            (.hours, text(provider?.hours?.description, limit: 20)),
            (.ages, text(provider?.ages.map { "\($0.from)-\($0.to)" }, limit: 10)),
            (.places, text(provider?.places.map { String($0) }, limit: 5)), (.address, text(address, limit: 300)),
            // Shown while it is typed, and afterwards masked.
            (.confidentialAddress, .secret(TextField(limit: 300))),
            (.since, text(provider?.since.map { "\($0)" }, limit: 10)),
            (.until, text(provider?.until.map { "\($0)" }, limit: 10)),
        ]
        return fields
    }

    /// A confidential address that is known stays until another one is typed.
    func provider(_ code: String, _ situation: Situation) -> Provider {
        let address = plain(.address)
        return Provider(
            code: code, name: plain(.name), services: fields.codes(.services), aliases: aliases,
            territories: fields.codes(.territories), languages: fields.codes(.languages), hours: hours, ages: ages,
            places: Int(plain(.places)), address: address.isEmpty ? nil : .open(text: address),
            since: since(situation), until: until(situation))
    }

    func confidentialAddress(_ around: Surroundings) -> Written? { around.written(plain(.confidentialAddress)) }

    /// One of them may have a comma in it.
    private var aliases: [String] {
        fields.text(.aliases).split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    var ages: Provider.Ages? { Provider.Ages(plain(.ages).replacing("\u{2013}", with: "-")) }

    static func field(of rule: ProviderRule) -> AdminField? {
        switch rule {
        case .unknown, .exists, .badCode: .code
        case .badName: .name
        case .needsService: .services
        case .unknownTerritory: .territories
        case .badAges: .ages
        case .badPlaces: .places
        case .endsBeforeItBegins: .until
        }
    }
}
