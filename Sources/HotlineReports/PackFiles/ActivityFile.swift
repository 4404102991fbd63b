import HotlineDomain

/// `iati.xml`: the results as the International Aid Transparency Initiative 2.03
/// takes them. What is withheld is left out; what counts from the beginning of
/// the project year says that it must not be added up.
enum ActivityFile {
    static func xml(_ pack: Pack, _ words: PackWords) -> String {
        let maker = ActivityMaker(pack: pack, words: words)
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + XMLText.element("iati-activities", [("version", "2.03")], "\n" + maker.activity + "\n") + "\n"
    }
}

private struct ActivityMaker {
    let pack: Pack
    let words: PackWords

    var activity: String {
        let donor = pack.donor
        let organisation = donor.iatiOrganisation ?? pack.hotlineCode
        var parts = [
            XMLText.element(
                "iati-identifier", [], XMLText.escaped(donor.iatiActivity ?? "\(organisation)-\(donor.code)")),
            XMLText.element(
                "reporting-org", [("ref", organisation), ("type", "22")], narrative(pack.hotlineName)),
            XMLText.element("title", [], narrative(pack.hotlineName)),
            XMLText.element(
                "description", [("type", "1")],
                narrative(
                    words.say("pack.title", ["hotline": pack.hotlineName, "period": words.within(pack.period)]))),
            XMLText.element("participating-org", [("role", "1")], narrative(donor.name)),
        ]
        parts += donor.projects.map { XMLText.element("other-identifier", [("ref", $0), ("type", "A2")]) }
        parts += [
            XMLText.element("activity-status", [("code", "2")]),
            XMLText.element("activity-date", [("type", "2"), ("iso-date", "\(pack.since)")]),
        ]
        parts += [result(adding: true, periodIndicators + countIndicators), result(adding: false, yearIndicators)]
            .compactMap { $0 }
        return XMLText.element(
            "iati-activity", [("xml:lang", words.language)], "\n" + parts.joined(separator: "\n") + "\n")
    }

    private func narrative(_ text: String) -> String {
        XMLText.element("narrative", [("xml:lang", words.language)], XMLText.escaped(text))
    }

    private func result(adding: Bool, _ indicators: [String]) -> String? {
        if indicators.isEmpty { return nil }
        let title = words.say(adding ? "pack.iati.period" : "pack.iati.cumulative")
        return XMLText.element(
            "result", [("type", "1"), ("aggregation-status", adding ? "true" : "false")],
            XMLText.element("title", [], narrative(title)) + "\n" + indicators.joined(separator: "\n"))
    }

    private func indicator(
        _ title: String, adding: Bool, reference: String? = nil, baseline: String = "", _ periods: String
    )
        -> String
    {
        let code = reference.map { XMLText.element("reference", [("vocabulary", "99"), ("code", $0)]) } ?? ""
        return XMLText.element(
            "indicator", [("measure", "1"), ("aggregation-status", adding ? "true" : "false")],
            XMLText.element("title", [], narrative(title)) + code + baseline + periods)
    }

    private func period(_ period: Period, target: Int? = nil, _ actuals: String) -> String {
        XMLText.element(
            "period", [],
            XMLText.element("period-start", [("iso-date", "\(period.first)")])
                + XMLText.element("period-end", [("iso-date", "\(period.last)")])
                + (target.map { XMLText.element("target", [("value", String($0))]) } ?? "") + actuals)
    }

    private func actual(_ number: Int, _ dimensions: [(String, String)] = []) -> String {
        let inner = dimensions.map { XMLText.element("dimension", [("name", $0), ("value", $1)]) }.joined()
        return XMLText.element("actual", [("value", String(number))], inner)
    }

    // MARK: The donor's indicators

    private func isStock(_ figures: IndicatorFigures) -> Bool {
        if case .register = figures.indicator.source { figures.actual == figures.cumulative } else { false }
    }

    private var periodIndicators: [String] {
        pack.indicators.filter { !isStock($0) }.compactMap { figures in
            figures.actual.number.map { number in
                indicator(
                    words.wording(figures.indicator), adding: true,
                    reference: figures.indicator.donorsCode ?? figures.indicator.code,
                    period(pack.period, actual(number)))
            }
        }
    }

    private var yearIndicators: [String] {
        pack.indicators.compactMap { figures in
            figures.cumulative.number.map { number in
                let baseline = figures.indicator.baseline.map {
                    XMLText.element(
                        "baseline", [("year", String(pack.yearToDate.first.year)), ("value", String($0))])
                }
                return indicator(
                    words.wording(figures.indicator), adding: false,
                    reference: figures.indicator.donorsCode ?? figures.indicator.code, baseline: baseline ?? "",
                    period(pack.yearToDate, target: figures.indicator.target, actual(number)))
            }
        }
    }

    // MARK: What was counted

    /// One for each measure: what is public by month, and every table that is published.
    private var countIndicators: [String] {
        PackMeasure.allCases.compactMap { measure in
            let rows = pack.rows.filter { row in
                row.measure == measure && row.value.number != nil
                    && (row.period != pack.yearToDate || row.period.months.count == 1 || !row.isFunnel)
            }
            var order: [Period] = []
            for row in rows where !order.contains(row.period) { order.append(row.period) }
            let periods = order.map { window in
                period(
                    window,
                    rows.filter { $0.period == window }.map { row in
                        actual(row.value.number ?? 0, row.keys.map { ($0.name, $0.code) })
                    }.joined())
            }
            return periods.isEmpty
                ? nil : indicator(words.say("pack.measure.\(measure.rawValue)"), adding: true, periods.joined())
        }
    }
}

extension PackRow {
    /// Told by nothing but the class: the sum of a project year so far is one too.
    fileprivate var isFunnel: Bool { keys.allSatisfy { $0.name == "class" } }
}
