import HotlineDomain
import Wording

extension Say {
    /// `third call`: where there is no room for more.
    public func recognisedBriefly(_ known: Recognition) -> String {
        known.last == nil ? self("caller.new") : self("caller.nth", ["ordinal": ordinal(known.calls)])
    }

    /// `third call, last on 14 September, same operator`: all that is told of a
    /// caller who has called before. `today`: its year goes without saying.
    public func recognised(_ known: Recognition, today: BusinessDate) -> String {
        guard let last = known.last else { return self("caller.first") }
        let date = last.date
        return self(
            "caller.recognised",
            [
                "ordinal": ordinal(known.calls),
                "date": date.year == today.year
                    ? dayAndMonth(month: date.month, day: date.day)
                    : self.date(year: date.year, month: date.month, day: date.day),
                "operator": self(last.sameOperator ? "caller.same_operator" : "caller.another_operator"),
            ])
    }
}
