import HotlineDomain

/// `data.csv`: the pack in the form that can be attacked as published (DISCLOSURE.md).
enum DataFile {
    /// Names of the columns, those of the attributes in the middle.
    static func columns(_ pack: Pack) -> [String] {
        ["measure", "period"] + attributes(pack) + ["value", "status", "note"]
    }

    static func attributes(_ pack: Pack) -> [String] { pack.domains.map(\.column) }

    static func csv(_ pack: Pack) -> String {
        let attributes = attributes(pack)
        return SeparatedText.line(columns(pack))
            + pack.rows.map { SeparatedText.line(fields($0, attributes)) }.joined()
    }

    static func fields(_ row: PackRow, _ attributes: [String]) -> [String] {
        var fields = [row.measure.rawValue, row.period.name]
        for name in attributes { fields.append(row[name].map { SeparatedText.plain($0) } ?? "") }
        fields.append(row.value.number.map { String($0) } ?? "")
        fields.append(row.value == .withheld ? PackWords.withheldMark : "")
        fields.append("")
        return fields
    }
}

/// `meta.json`: what a reader, and an attacker, has to know of the columns.
enum MetaFile {
    static func json(_ pack: Pack) -> JSONValue {
        let people = PackMeasure.allCases.filter { $0 != .calls }
        return .object([
            ("domains", .object(pack.domains.map { ($0.column, texts($0.codes.map { SeparatedText.plain($0) })) })),
            ("open", texts(pack.domains.filter(\.isOpen).map(\.column))), ("hierarchy", .array([])),
            ("leq", .array([])), ("alias", .array([])), ("headline", .array([texts(["class"])])),
            ("threshold", .number(pack.thresholds.calls)), ("width", .number(pack.thresholds.calls)),
            ("thresholds", .object(people.map { ($0.rawValue, .number(pack.thresholds.people)) })),
            ("families", .array(pack.families.map(family))), ("draft", .flag(pack.isDraft)),
        ])
    }

    private static func family(_ figures: FamilyFigures) -> JSONValue {
        .object([
            ("name", .text(figures.family.name.rawValue)), ("window", .text(figures.family.window.rawValue)),
            (
                "windows",
                .array(
                    figures.windows.map { window in
                        let status =
                            switch window.publication {
                            case .table: "published"
                            case .nothing(let reason): reason.rawValue
                            }
                        return .object([("period", .text(window.period.name)), ("status", .text(status))])
                    })
            ),
        ])
    }

    private static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .text($0) }) }
}

/// `data.hxl.csv`: the same rows with the tags of the Humanitarian Exchange Language.
enum HXLFile {
    static func csv(_ pack: Pack) -> String {
        let attributes = DataFile.attributes(pack)
        let tags =
            ["#indicator+code", "#date+period"] + attributes.map(tag)
            + ["#indicator+num", "#status+code", "#description"]
        return SeparatedText.line(DataFile.columns(pack)) + SeparatedText.line(tags)
            + pack.rows.map { SeparatedText.line(DataFile.fields($0, attributes)) }.joined()
    }

    private static func tag(_ column: String) -> String {
        switch column {
        case "country": "#country+code+v_iso2"
        case "language": "#meta+lang+code+v_iso_639_1"
        case "service": "#service+code"
        case "service_fund": "#service+funder+code"
        case "fund": "#org+funder+code"
        case "category": "#beneficiary+category"
        case "caller": "#inneed+category"
        case "topic": "#subsector+topic"
        default: "#meta+\(column)"
        }
    }
}
