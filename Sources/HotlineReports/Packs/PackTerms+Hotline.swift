import HotlineDomain

extension PackTerms {
    /// As the hotline is set up now. `since`: the day it began.
    public init(_ hotline: Hotline, donor: Donor, since: BusinessDate) {
        self.init(
            hotlineCode: hotline.code, hotlineName: hotline.name,
            projectYearStartMonth: hotline.projectYearStartMonth, donor: donor, since: since,
            thresholds: hotline.settings.thresholds, families: Family.standard(for: hotline),
            names: PackNames(hotline),
            answerTargetSeconds: hotline.settings.answerTargetSeconds,
            shortAbandonSeconds: hotline.settings.shortAbandonSeconds)
    }
}
