extension PackRelease {
    /// What judging a release needs from outside of it.
    public struct Facts: Sendable {
        /// The digests of the months that are closed, by their first days.
        public var closed: [BusinessDate: String]
        /// Every table that was given to anybody.
        public var ledger: ReleaseLedger

        public init(closed: [BusinessDate: String], ledger: ReleaseLedger) {
            self.closed = closed
            self.ledger = ledger
        }
    }

    /// `release`: the same donor's pack of the same period, if it was given before.
    public static func decide(
        _ release: PackRelease?, _ command: PackCommand, _ facts: Facts, _ occasion: Occasion
    ) throws(Refusal) -> [PackEvent] {
        switch command {
        case .release(let contents):
            if let release {
                guard contents.manifest == release.contents.manifest, contents.months == release.contents.months
                else {
                    throw Refusal(
                        PackRule.changed,
                        ["donor": release.donor, "period": release.period.name, "by": release.first.by])
                }
                return [.releasedAgain]
            }
            for part in contents.months where facts.closed[part.month] != part.digest {
                throw Refusal(
                    PackRule.monthOpen, ["month": Period(month: part.month).name, "period": contents.period])
            }
            try facts.ledger.check(contents.tables)
            return [.released(contents: contents)]
        }
    }
}
