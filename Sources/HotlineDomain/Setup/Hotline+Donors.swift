/// The donors of a hotline, each judged as it comes in.
extension Hotline {
    /// Codes of what services are paid from: the donors, and what the settings name beside
    /// them. None: nobody asks for one.
    public var funds: [String] {
        let told = donors.map(\.code)
        return told + settings.donors.filter { !told.contains($0) }
    }

    static func decide(_ hotline: Hotline?, adding donor: Donor) throws(Refusal) -> [HotlineEvent] {
        guard let hotline else { return [] }
        if hotline.donor(donor.code) != nil { throw Refusal(DonorRule.exists, ["donor": donor.code]) }
        try hotline.check(donor)
        return [.donorSet(donor: donor)]
    }

    static func decide(_ hotline: Hotline?, changing donor: Donor) throws(Refusal) -> [HotlineEvent] {
        guard let hotline, let old = hotline.donor(donor.code) else {
            throw Refusal(DonorRule.unknown, ["donor": donor.code, "known": hotline?.knownDonors ?? "-"])
        }
        try hotline.check(donor)
        return donor == old ? [] : [.donorSet(donor: donor)]
    }

    private func check(_ donor: Donor) throws(Refusal) {
        // It may ask for what it pays for itself.
        var next = self
        next.set(donor)
        let about = ["donor": donor.code]
        guard Hotline.isDirectoryCode(donor.code) else { throw Refusal(DonorRule.badCode, about) }
        guard !donor.name.allSatisfy(\.isWhitespace), donor.texts.allSatisfy(Provider.isPlain) else {
            throw Refusal(DonorRule.badName, about)
        }
        for service in donor.services { try CodeCheck.code(service, .service) }
        guard Donor.dueDays.contains(donor.dueDay) else {
            throw Refusal(
                DonorRule.badDueDay,
                about.merging(
                    [
                        "value": String(donor.dueDay), "min": String(Donor.dueDays.lowerBound),
                        "max": String(Donor.dueDays.upperBound),
                    ]) { $1 })
        }
        guard Donor.languages.contains(donor.language) else {
            throw Refusal(
                DonorRule.unknownLanguage,
                about.merging(["language": donor.language, "known": Hotline.list(Donor.languages)]) { $1 })
        }
        // What stays is not judged again: the hotline may publish by less since.
        let kept = self.donor(donor.code)?.families ?? []
        for family in donor.families where !settings.families.contains(family) && !kept.contains(family) {
            throw Refusal(DonorRule.familyNotPublished, about.merging(["family": family.rawValue]) { $1 })
        }
        if let since = donor.since, let until = donor.until, until < since {
            throw Refusal(DonorRule.endsBeforeItBegins, about)
        }
        let old = self.donor(donor.code)?.indicators ?? []
        for (place, indicator) in donor.indicators.enumerated() {
            if donor.indicators[..<place].contains(where: { $0.code == indicator.code }) {
                throw Refusal(DonorRule.indicatorTwice, about.merging(["indicator": indicator.code]) { $1 })
            }
            if !old.contains(indicator) { try next.check(indicator, about) }
        }
    }

    private func check(_ indicator: DonorIndicator, _ donor: [String: String]) throws(Refusal) {
        let about = donor.merging(["indicator": indicator.code]) { $1 }
        guard Hotline.isDirectoryCode(indicator.code) else { throw Refusal(DonorRule.indicatorBadCode, about) }
        guard indicator.isWorded else { throw Refusal(DonorRule.indicatorNeedsWording, about) }
        for value in [indicator.baseline, indicator.target].compactMap(\.self)
        where !DonorIndicator.range.contains(value) {
            throw Refusal(
                DonorRule.indicatorOutOfRange,
                about.merging(["value": String(value), "max": String(DonorIndicator.range.upperBound)]) { $1 })
        }
        guard case .counted(let measure, let filter?) = indicator.source else { return }
        let attributes = DonorIndicator.attributes(of: measure)
        guard attributes.contains(filter.dimension) else {
            throw Refusal(
                DonorRule.indicatorHasNoTable,
                about.merging(
                    [
                        "measure": "\(measure.rawValue), \(filter.dimension.rawValue)",
                        "known": Hotline.list(attributes.map(\.rawValue)),
                    ]) { $1 })
        }
        guard let list = codes(of: filter.dimension, measure), !list.contains(filter.code) else { return }
        let nearest = list.nearest(to: filter.code, limit: 3).map(\.code)
        throw Refusal(
            DonorRule.indicatorUnknownCode,
            about.merging(["code": filter.code, "nearest": Hotline.list(nearest)]) { $1 })
    }

    mutating func set(_ donor: Donor) {
        if let place = donors.firstIndex(where: { $0.code == donor.code }) {
            donors[place] = donor
        } else {
            donors.append(donor)
        }
    }

    /// A profile adds donors and changes them, and takes none out, since services
    /// name what stands there; one whose time is over has its last day.
    func keepingDonors(of old: Hotline?) -> Hotline {
        guard let old else { return self }
        var merged = self
        for donor in old.donors where self.donor(donor.code) == nil { merged.donors.append(donor) }
        return merged
    }
}

extension Donor {
    /// What a person wrote.
    fileprivate var texts: [String] {
        [name] + projects + [iatiActivity, iatiOrganisation].compactMap(\.self)
    }
}
