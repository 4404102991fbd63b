import HotlineDomain

/// The calls behind one number of a report: exactly those the count tables
/// count there; behind a count of escalations or cases, the calls these came from.
public struct CallsBehind: Hashable, Sendable {
    public let measure: Measure
    public let dimension: Dimension
    public let key: String
    public let dates: ClosedRange<BusinessDate>

    public init(
        _ measure: Measure, _ dimension: Dimension = .all, _ key: String = CountKey.everything,
        in dates: ClosedRange<BusinessDate>
    ) {
        self.measure = measure
        self.dimension = dimension
        self.key = key
        self.dates = dates
    }

    /// The dates the calls themselves can have; nil where a case may have been
    /// opened long after its call.
    var datesOfCalls: ClosedRange<BusinessDate>? {
        switch measure {
        case .calls, .sos, .escalations: dates
        case .casesOpened, .referred: nil
        case .delivered, .admitted, .repatriated: dates
        }
    }
}

extension CallsBehind {
    /// As conditions of SQL; `place` gives an argument its number.
    func conditions(hotline: Int64, _ place: (SQLValue) -> String) -> [String] {
        let low = place(.integer(dates.lowerBound.days))
        let high = place(.integer(dates.upperBound.days))
        switch measure {
        case .calls, .sos:
            let counted = [
                "business_date BETWEEN \(low) AND \(high)", "status = 'final'", "(code IS NULL OR code <> 'test')",
            ]
            return counted + (measure == .sos ? ["class = 'sos'"] : []) + [keyCondition(place)].compactMap { $0 }
        case .escalations:
            let here = "hotline = \(place(.integer(hotline)))"
            let outcome = key == "open" ? "outcome IS NULL" : "outcome = \(place(.text(key)))"
            return [
                "escalation IN (SELECT id FROM escalation WHERE \(here) AND business_date BETWEEN \(low) AND \(high)"
                    + " AND \(outcome))"
            ]
        case .casesOpened, .referred:
            let here = "hotline = \(place(.integer(hotline)))"
            // A duplicate counts as opened; that it was referred counts where it was merged into.
            let date = measure == .casesOpened ? "business_date" : "status <> 'duplicate' AND referred_on"
            return [
                "escalation IN (SELECT escalation FROM case_file WHERE \(here)"
                    + " AND \(date) BETWEEN \(low) AND \(high))"
            ]
        // Services, stays and missions are counted for themselves: no call stands behind them.
        case .delivered, .admitted, .repatriated: return ["\(low) > \(high)"]
        }
    }

    private func keyCondition(_ place: (SQLValue) -> String) -> String? {
        let isMissing = key == CountKey.notRecorded
        switch dimension {
        case .all: return nil
        case .hour: return "hour = \(place(.integer(Int64(key) ?? -1)))"
        case .weekday:
            // Day 0 was a Thursday; dates before it are negative.
            let number = Weekday(code: key)?.rawValue ?? 0
            return "((business_date + 3) % 7 + 7) % 7 = \(place(.integer(Int64(number - 1))))"
        case .topic:
            // The main topic stands first in the column.
            if isMissing { return "topics = ''" }
            return "(topics = \(place(.text(key))) OR topics LIKE \(place(.text("\(key) %"))))"
        case .class, .code, .line, .country, .language, .caller, .operator, .heard, .shift, .outcome,
            .service, .donor, .provider, .category:
            let column = dimension == .shift ? "pattern" : dimension.rawValue
            return isMissing ? "\(column) IS NULL" : "\(column) = \(place(.text(key)))"
        }
    }
}
