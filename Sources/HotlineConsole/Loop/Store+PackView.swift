import HotlineDomain
import HotlineReports
import HotlineStore

/// Packs for the console: which there are, and one looked at.
extension Store {
    private func packShelf() throws -> PackShelf {
        PackShelf(hotline: try hotline(), closings: try closings(), ledger: try packs(), firstCall: try firstCall())
    }

    /// What is due and what was given, in the order of its use.
    func packLines(at now: Instant) throws -> [PackLine] {
        let shelf = try packShelf()
        let today = try today(at: now)
        let due = shelf.due(on: today).map { due in
            PackLine(
                donor: due.donor, name: shelf.hotline.donor(due.donor)?.name ?? due.donor, period: due.period,
                isReady: due.isClosed,
                state: due.isOverdue(on: today)
                    ? .overdue(due.due) : due.isOver(on: today) ? .due(due.due) : .running(due.due))
        }
        let given = shelf.ledger.map { release in
            PackLine(
                donor: release.donor, name: release.contents.terms.donor.name, period: release.period,
                isReady: true, state: .given(release.first))
        }
        return (due + given).sorted()
    }

    /// Refuses what the order of a pack refuses.
    func packReading(_ donor: String, _ period: Period) throws -> PackReading {
        try PackReading(packShelf().order(donor, period), isDraft: true)
    }

    /// An open month for somebody's eyes, as of now.
    func counted(_ month: Period, for reader: String?, at now: Instant) throws -> ClosedMonth {
        let hotline = try hotline()
        return try reading(month) { source in
            try ClosedMonth(
                counting: source, of: hotline, zones: { try zone($0.zone) }, at: now,
                by: reader ?? Stamp.systemCode)
        }
    }

    /// What stands in the way of a pack is an answer too.
    func packView(_ donor: String, _ period: Period, _ reader: String?, _ now: Instant) throws -> PackView {
        do {
            var reading = try packReading(donor, period)
            try reading.finish { try counted($0, for: reader, at: now) }
            return .preview(try reading.preview(on: today(at: now)))
        } catch let refusal as Refusal {
            return .refused(refusal)
        }
    }

    func today(at now: Instant) throws -> BusinessDate {
        let hotline = try hotline()
        return hotline.businessDate(of: now, zone: try zone(hotline.zone))
    }
}
