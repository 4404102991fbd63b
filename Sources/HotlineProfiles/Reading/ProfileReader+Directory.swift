import HotlineDomain
import TOMLKit

/// The directory: where a hotline works and whom it refers to.
extension ProfileReader {
    mutating func territory(_ node: Node) -> Territory? {
        checkKeys(node, ["code", "name", "aliases", "within", "coordinator", "since", "until"])
        let code = code(in: node)
        let name = text("name", in: node)
        let aliases = texts("aliases", in: node, required: false, mayBeEmpty: true) ?? []
        let within = text("within", in: node, required: false)
        let coordinator = text("coordinator", in: node, required: false)
        let since = date("since", in: node, required: false, .territoryBadDate)
        let until = date("until", in: node, required: false, .territoryBadDate)
        guard let code else { return nil }
        return Territory(
            code: code, name: name ?? "", aliases: aliases, within: within, since: since, until: until,
            coordinator: coordinator)
    }

    /// A confidential address has no place in a file that people send around:
    /// it is given to a running store, which seals it.
    mutating func provider(_ node: Node) -> Provider? {
        checkKeys(
            node,
            [
                "code", "name", "services", "aliases", "territories", "languages", "hours", "ages", "places",
                "address", "since", "until",
            ])
        let code = code(in: node)
        let name = text("name", in: node)
        let services = codes("services", in: node, CodeLists.list(.service), .providerUnknownService)
        let aliases = texts("aliases", in: node, required: false, mayBeEmpty: true) ?? []
        let territories = texts("territories", in: node, required: false, mayBeEmpty: true) ?? []
        let languages = codes(
            "languages", in: node, CodeLists.list(.language), .providerUnknownLanguage, required: false)
        let hours = node.table["hours"] == nil ? nil : hours("hours", in: node)
        let ages = ages(in: node)
        let places = number("places", in: node, 1...9999)
        let address = text("address", in: node, required: false)
        let since = date("since", in: node, required: false, .providerBadDate)
        let until = date("until", in: node, required: false, .providerBadDate)
        guard let code else { return nil }
        return Provider(
            code: code, name: name ?? "", services: services ?? [], aliases: aliases, territories: territories,
            languages: languages ?? [], hours: hours, ages: ages, places: places,
            address: address.map { .open(text: $0) }, since: since, until: until)
    }

    /// `18-65`
    private mutating func ages(in node: Node) -> Provider.Ages? {
        guard let text = text("ages", in: node, required: false) else { return nil }
        if let ages = Provider.Ages(text) { return ages }
        report(.providerBadAges, at: source.value(node.path.key("ages")), ["value": .text(text)])
        return nil
    }
}
