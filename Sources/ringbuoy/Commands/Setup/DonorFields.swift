import ArgumentParser
import HotlineDomain
import HotlineReports
import Wording

/// What there is to say of a donor, beside its code and its indicators.
struct DonorFields: ParsableArguments {
    @Option(help: ArgumentHelp(say("cli.donor.name"), valueName: "text"))
    var name: String?
    @Option(help: ArgumentHelp(say("cli.donor.service"), valueName: "code"))
    var service: [String] = []
    @Option(help: ArgumentHelp(say("cli.donor.project"), valueName: "text"))
    var project: [String] = []
    @Option(help: ArgumentHelp(say("cli.donor.calendar"), valueName: "length"))
    var calendar: WindowLength?
    @Option(help: ArgumentHelp(say("cli.donor.due_day"), valueName: "day"))
    var dueDay: Int?
    @Option(help: ArgumentHelp(say("cli.donor.language"), valueName: "code"))
    var language: String?
    @Option(help: ArgumentHelp(say("cli.donor.family"), valueName: "name"))
    var family: [Given<FamilyName>] = []
    @Option(help: ArgumentHelp(say("cli.donor.iati_activity"), valueName: "text"))
    var iatiActivity: String?
    @Option(help: ArgumentHelp(say("cli.donor.iati_organisation"), valueName: "text"))
    var iatiOrganisation: String?
    @Option(help: ArgumentHelp(say("cli.donor.since"), valueName: "date"))
    var since: Given<BusinessDate>?
    @Option(help: ArgumentHelp(say("cli.donor.until"), valueName: "date"))
    var until: Given<BusinessDate>?

    /// Over what is known already: what is not given stays, and what is given as nothing is
    /// nothing from now on.
    func donor(over old: Donor) -> Donor {
        var new = old
        new.name = name ?? old.name
        if !service.isEmpty { new.services = service.filter { !$0.isEmpty } }
        if !project.isEmpty { new.projects = project.filter { !$0.isEmpty } }
        new.calendar = calendar ?? old.calendar
        new.dueDay = dueDay ?? old.dueDay
        new.language = language ?? old.language
        if !family.isEmpty { new.families = family.compactMap(\.value) }
        if let iatiActivity { new.iatiActivity = iatiActivity.isEmpty ? nil : iatiActivity }
        if let iatiOrganisation { new.iatiOrganisation = iatiOrganisation.isEmpty ? nil : iatiOrganisation }
        if let since { new.since = since.value }
        if let until { new.until = until.value }
        return new
    }
}

extension WindowLength: ExpressibleByArgument {}
extension FamilyName: ExpressibleByArgument {}

extension Donor {
    var row: JSONValue {
        [
            "code": .string(code), "name": .string(name), "services": .strings(services),
            "projects": .strings(projects), "calendar": .string(calendar.rawValue), "due_day": .number(dueDay),
            "language": .string(language), "families": .strings(families.map(\.rawValue)),
            "iati_activity": .string(iatiActivity), "iati_organisation": .string(iatiOrganisation),
            "since": .string(since?.description), "until": .string(until?.description),
        ]
    }
}

extension DonorIndicator {
    var row: JSONValue {
        let wordings = Donor.languages.map { (name: $0, value: JSONValue.string(wording[$0])) }
        var (measure, filter, register): (JSONValue, JSONValue, JSONValue) = (.null, .null, .null)
        switch source {
        case .counted(let counted, let one):
            measure = .string(counted.rawValue)
            if let one { filter = .object([(name: one.dimension.rawValue, value: .string(one.code))]) }
        case .register(let code): register = .string(code)
        }
        return [
            "code": .string(code), "donors_code": .string(donorsCode), "wording": .object(wordings),
            "unit": .string(unit.rawValue), "baseline": baseline.map { .number($0) } ?? .null,
            "target": target.map { .number($0) } ?? .null, "measure": measure, "filter": filter,
            "register": register,
        ]
    }
}

extension DonorIndicator.Source {
    /// As a profile writes it.
    var text: String {
        switch self {
        case .counted(let measure, nil): measure.rawValue
        case .counted(let measure, let filter?): "\(measure.rawValue), \(filter.dimension.rawValue) = \(filter.code)"
        case .register(let code): "register, \(code)"
        }
    }
}
