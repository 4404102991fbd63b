import HotlineDomain
import TOMLKit

/// A donor as it is read, each indicator with its place.
struct DonorTable {
    var donor: Donor
    var indicators: [ProfileDraft.Located<DonorIndicator>]
}

/// `[[donor]]` and its `[[donor.indicator]]`: who is told, of what, by when.
extension ProfileReader {
    mutating func donor(_ node: Node) -> DonorTable? {
        checkKeys(
            node,
            [
                "code", "name", "services", "projects", "calendar", "due_day", "language", "families",
                "iati_activity", "iati_organisation", "since", "until", "indicator",
            ])
        let code = code(in: node)
        let name = text("name", in: node)
        let services = codes("services", in: node, CodeLists.list(.service), .donorUnknownService, required: false)
        let projects = texts("projects", in: node, required: false, mayBeEmpty: true)
        let calendar = word("calendar", in: node, of: WindowLength.self, .donorUnknownCalendar)
        let dueDay = number("due_day", in: node, Donor.dueDays)
        let language = word("language", in: node, among: Donor.languages, .donorUnknownLanguage)
        let families = families("families", in: node, .donorUnknownFamily)
        let activity = text("iati_activity", in: node, required: false)
        let organisation = text("iati_organisation", in: node, required: false)
        let since = date("since", in: node, required: false, .donorBadDate)
        let until = date("until", in: node, required: false, .donorBadDate)
        let indicators = located("indicator", in: node, required: false) { $0.indicator($1) }
        guard let code else { return nil }
        var donor = Donor(code: code, name: name ?? "")
        donor.services = services ?? []
        donor.projects = projects ?? []
        donor.calendar = calendar ?? donor.calendar
        donor.dueDay = dueDay ?? donor.dueDay
        donor.language = language ?? donor.language
        donor.families = families ?? []
        donor.indicators = indicators.map(\.value)
        donor.iatiActivity = activity
        donor.iatiOrganisation = organisation
        (donor.since, donor.until) = (since, until)
        return DonorTable(donor: donor, indicators: indicators)
    }

    private mutating func indicator(_ table: Node) -> DonorIndicator? {
        let node = Node(table: table.table, path: table.path, name: "donor.indicator")
        checkKeys(
            node, ["code", "donors_code", "wording", "unit", "baseline", "target", "measure", "filter", "register"])
        let code = code(in: node)
        let donorsCode = text("donors_code", in: node, required: false)
        let wording = wording(in: node)
        let unit = word("unit", in: node, of: DonorIndicator.Unit.self, .indicatorUnknownUnit)
        let baseline = number("baseline", in: node, DonorIndicator.range)
        let target = number("target", in: node, DonorIndicator.range)
        let source = source(in: node)
        guard let code, let source else { return nil }
        return DonorIndicator(
            code: code, donorsCode: donorsCode, wording: wording, unit: unit ?? .number, baseline: baseline,
            target: target, source: source)
    }

    /// One text, which is English then, or a table of them by language.
    private mutating func wording(in node: Node) -> [String: String] {
        guard node.table["wording"]?.table != nil, let table = table("wording", in: node) else {
            return text("wording", in: node).map { ["en": $0] } ?? [:]
        }
        checkKeys(table, Donor.languages)
        if table.table.keys.isEmpty {
            report(.empty, at: source.value(table.path), ["key": .text("wording")])
        }
        let texts = Donor.languages.compactMap { language in
            text(language, in: table, required: false).map { (language, $0) }
        }
        return Dictionary(texts) { $1 }
    }

    // MARK: Where a figure comes from

    /// `measure = "calls"` with or without `filter.country = "MD"`, or `register = "trials"`.
    private mutating func source(in node: Node) -> DonorIndicator.Source? {
        switch (node.table["measure"] != nil, node.table["register"] != nil) {
        case (true, true):
            report(.indicatorTwoSources, at: source.key(node.path.key("register")))
            return nil
        case (false, false):
            report(.indicatorNeedsSource, at: source.value(node.path))
            return nil
        case (false, true):
            if node.table["filter"] != nil {
                report(.indicatorBadFilter, at: source.key(node.path.key("filter")))
            }
            return text("register", in: node).map { .register($0) }
        case (true, false):
            guard let measure = word("measure", in: node, of: Measure.self, .indicatorUnknownMeasure) else {
                return nil
            }
            return .counted(measure, of: filter(measure, in: node))
        }
    }

    private mutating func filter(_ measure: Measure, in node: Node) -> DonorIndicator.Filter? {
        guard let table = table("filter", in: node) else { return nil }
        let keys = table.table.keys.sorted()
        guard keys.count == 1 else {
            report(.indicatorBadFilter, at: source.value(table.path))
            return nil
        }
        let known = DonorIndicator.attributes(of: measure)
        guard let dimension = Dimension(rawValue: keys[0]), known.contains(dimension) else {
            report(
                .indicatorNoTable, at: source.key(table.path.key(keys[0])),
                [
                    "measure": .text(measure.rawValue), "key": .text(keys[0]),
                    "known": .words(known.isEmpty ? ["-"] : known.map(\.rawValue)),
                ])
            return nil
        }
        return text(keys[0], in: table).map { DonorIndicator.Filter(dimension, $0) }
    }
}
