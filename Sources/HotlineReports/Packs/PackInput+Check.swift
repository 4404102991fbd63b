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
                    let isAsked = filter.map { $0.dimension.rawValue == family.name.source.attribute }
                    return family.name.counts(measure) && (isAsked ?? !family.name.isOfCalls)
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
            if let linked = family.name.linked, families.contains(where: { $0.name == linked }) {
                throw Refusal(
                    PackRule.linkedFamilies, ["first": family.name.rawValue, "second": linked.rawValue])
            }
        }
    }

    /// Whether what was given to anybody stands against this pack.
    func check(against releases: [Release]) throws(Refusal) {
        for release in releases {
            let linked = FamilyName(rawValue: release.family)?.linked
            let other = linked.flatMap { name in
                let twin = Release(recipient: "", window: release.window, family: name.rawValue, grouping: ["-"])
                return released.conflict(with: twin)
            }
            if let conflict = released.conflict(with: release) ?? other {
                throw Refusal(
                    PackRule.releasedOtherwise,
                    [
                        "family": release.family, "window": release.window, "donor": conflict.recipient,
                        "released": conflict.window,
                    ])
            }
        }
    }
}
