import HotlineDomain

extension Period {
    /// Months that follow each other as one period; months in their order.
    public static func runs(of months: [Period]) -> [Period] {
        var runs: [Period] = []
        for month in months {
            if let last = runs.last, last.last + 1 == month.first,
                let longer = Period("\(Period(month: last.first).name)/\(month.name)")
            {
                runs[runs.count - 1] = longer
            } else {
                runs.append(month)
            }
        }
        return runs
    }
}
