import HotlineDomain

extension PackInput {
    func months(of period: Period) -> [ClosedMonth] { months.filter { period.contains($0.period.first) } }

    /// Those the donor asked for, and those its indicators are read off.
    var shownFamilies: [Family] {
        families.filter { family in
            donor.families.isEmpty || donor.families.contains(family.name)
                || donor.indicators.contains { indicator in
                    guard case .counted(let measure, let filter) = indicator.source else { return false }
                    // All of a measure is read off any of its tables; all calls stand in the headline.
                    let isAsked = filter.map { family.name.attributes.contains($0.dimension) }
                    return family.name.tells(measure) && (isAsked ?? !family.name.isOfCalls)
                }
        }
    }

    /// Whether there is everything a pack is made from, and nothing that would give more away.
    func check() throws(Refusal) {
        let needed = PackInput.months(for: period, startMonth: projectYearStartMonth).filter { $0.last >= since }
        let closed = Set(months.map(\.period))
        if let open = needed.first(where: { !closed.contains($0) }) ?? (months.isEmpty ? period : nil) {
            throw Refusal(PackRule.monthOpen, ["month": open.name, "period": period.name])
        }
        for family in families {
            if let linked = family.name.linked.first(where: { name in families.contains { $0.name == name } }) {
                throw Refusal(
                    PackRule.linkedFamilies, ["first": family.name.rawValue, "second": linked.rawValue])
            }
        }
        if let uneven = UnevenWindows(families.map { ($0.name, $0.window) }) {
            throw Refusal(
                PackRule.unevenWindows, ["first": uneven.first.rawValue, "second": uneven.second.rawValue])
        }
    }
}
