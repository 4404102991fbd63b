import HotlineDomain

/// Whether donors ask for what the hotline publishes, by codes that are there.
struct DonorCheck {
    let draft: ProfileDraft
    private let hotline: Hotline

    init(draft: ProfileDraft) {
        self.draft = draft
        hotline = draft.hotline
    }

    var problems: [ProfileProblem] {
        draft.donors.flatMap { item in
            families(item) + time(item) + twice(item.value.indicators) + item.value.indicators.compactMap(indicator)
        }
    }

    private func families(_ item: ProfileDraft.Located<DonorTable>) -> [ProfileProblem] {
        let published = hotline.settings.families
        return item.value.donor.families.filter { !published.contains($0) }.map { family in
            draft.problem(
                .donorFamilyNotPublished, at: item.path.key("families"),
                ["code": .text(family.rawValue), "known": .words(published.map(\.rawValue))])
        }
    }

    private func time(_ item: ProfileDraft.Located<DonorTable>) -> [ProfileProblem] {
        guard let since = item.value.donor.since, let until = item.value.donor.until, until < since else { return [] }
        return [
            draft.problem(
                .donorEndsBeforeStart, at: item.path.key("until"), ["first": "\(since)", "last": "\(until)"])
        ]
    }

    private func twice(_ indicators: [ProfileDraft.Located<DonorIndicator>]) -> [ProfileProblem] {
        var first: [String: SourcePath] = [:]
        return indicators.compactMap { item in
            let code = item.value.code
            guard let other = first.updateValue(first[code] ?? item.path, forKey: code) else { return nil }
            return draft.problem(
                .duplicateCode, at: item.path.key("code"),
                [
                    "code": .text(code), "table": "donor.indicator",
                    "other_line": .number(draft.source.value(other).line),
                ])
        }
    }

    private func indicator(_ item: ProfileDraft.Located<DonorIndicator>) -> ProfileProblem? {
        guard case .counted(let measure, let filter) = item.value.source else { return nil }
        if let filter, isKnowable(filter.dimension), let list = hotline.codes(of: filter.dimension, measure),
            !list.contains(filter.code)
        {
            return draft.problem(
                .indicatorUnknownCode, at: item.path.key("filter").key(filter.dimension.rawValue),
                [
                    "code": .text(filter.code), "key": .text(filter.dimension.rawValue),
                    "nearest": .words(list.nearest(to: filter.code, limit: 3).map(\.code)),
                ])
        }
        guard !hotline.publishes(measure, by: filter?.dimension) else { return nil }
        let families = FamilyName.allCases.filter { family in
            family.tells(measure) && filter.map { family.attributes.contains($0.dimension) } ?? true
        }
        return draft.problem(
            .indicatorNotPublished, at: item.path.key("measure"), ["known": .words(families.map(\.rawValue))])
    }

    /// What could not be read may be the very code that is named.
    private func isKnowable(_ dimension: Dimension) -> Bool {
        switch dimension {
        case .line, .shift: draft.isWhole
        case .donor: draft.fundsAreWhole
        default: true
        }
    }
}
