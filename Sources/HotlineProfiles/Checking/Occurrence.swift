import HotlineDomain

/// When something of a roster happens again and again; said once, not line by line.
enum Occurrence: Hashable {
    case once(BusinessDate)
    case daily(BusinessDate, BusinessDate)
    /// On these weekdays of a run of weeks.
    case weekly([Weekday], BusinessDate, BusinessDate)

    var first: BusinessDate {
        switch self {
        case .once(let date), .daily(let date, _), .weekly(_, let date, _): date
        }
    }

    var last: BusinessDate {
        switch self {
        case .once(let date), .daily(_, let date), .weekly(_, _, let date): date
        }
    }

    /// The fewest runs these dates fall into; `dates` in order, none twice.
    static func grouping(_ dates: [BusinessDate]) -> [Occurrence] {
        split(dates, whereApartBy: 7).flatMap { run -> [Occurrence] in
            if let weekly = weekly(run) { return [weekly] }
            return split(run, whereApartBy: 1).map { $0.count == 1 ? .once($0[0]) : .daily($0[0], $0[$0.count - 1]) }
        }
    }

    /// The run as whole weeks of the same weekdays, where it is more than a few days and just that.
    private static func weekly(_ run: [BusinessDate]) -> Occurrence? {
        let days = Set(run.map(\.weekday))
        let (first, last) = (run[0], run[run.count - 1])
        guard days.count < 7, last - first >= 7 else { return nil }
        let expected = (first.days...last.days).lazy.map(BusinessDate.init(days:)).filter {
            days.contains($0.weekday)
        }
        guard expected.count == run.count else { return nil }
        return .weekly(Weekday.allCases.filter(days.contains), first, last)
    }

    private static func split(_ dates: [BusinessDate], whereApartBy days: Int) -> [[BusinessDate]] {
        var runs: [[BusinessDate]] = []
        for date in dates {
            if let last = runs.last?.last, date - last <= days {
                runs[runs.count - 1].append(date)
            } else {
                runs.append([date])
            }
        }
        return runs
    }

    /// `horizon`: the last date looked at of a roster that goes on; what happens
    /// until there happens until further notice.
    func detail(horizon: BusinessDate?) -> ProfileProblem.Detail {
        let goesOn = horizon.map { $0 - last < 7 } ?? false
        var details: [String: ProfileProblem.Detail] = ["first": "\(first)", "last": "\(last)"]
        switch self {
        case .once: return .phrase("profile.when.once", details)
        case .daily: return .phrase(goesOn ? "profile.when.daily_on" : "profile.when.daily", details)
        case .weekly(let days, _, _):
            details["days"] = .list(days.map { .phrase("profile.day.\($0.code)") })
            return .phrase(goesOn ? "profile.when.weekly_on" : "profile.when.weekly", details)
        }
    }
}
