import HotlineDomain
import HotlineReports
import HotlineStore

/// Packs for the console: which there are, and one looked at.
extension Store {
    private func packShelf() throws -> PackShelf {
        PackShelf(hotline: try hotline(), closings: try closings(), ledger: try packs(), firstCall: try firstCall())
    }

    /// What is due and what was given, the latest period first.
    func packLines(at now: Instant) throws -> [PackLine] {
        let shelf = try packShelf()
        let today = shelf.hotline.businessDate(of: now, zone: try zone(shelf.hotline.zone))
        let due = shelf.due(on: today).map { due in
            PackLine(
                donor: due.donor, name: shelf.hotline.donor(due.donor)?.name ?? due.donor, period: due.period,
                state: due.isOverdue(on: today)
                    ? .overdue(due.due) : due.isOver(on: today) ? .due(due.due) : .running(due.due))
        }
        let given = shelf.ledger.map { release in
            PackLine(
                donor: release.donor, name: release.contents.terms.donor.name, period: release.period,
                state: .given(release.first))
        }
        return (due + given).sorted {
            ($1.period.last, $1.period.first, $0.donor) < ($0.period.last, $0.period.first, $1.donor)
        }
    }

    /// What stands in the way of a pack is an answer too.
    func packView(_ donor: String, _ period: Period, _ reader: String?, _ now: Instant) throws -> PackView {
        let shelf = try packShelf()
        let hotline = shelf.hotline
        let today = hotline.businessDate(of: now, zone: try zone(hotline.zone))
        do {
            let preview = try PackPreview(shelf.order(donor, period), on: today) { month in
                try reading(month) { source in
                    try ClosedMonth(
                        counting: source, of: hotline, zones: { try zone($0.zone) }, at: now,
                        by: reader ?? Stamp.systemCode)
                }
            }
            return .preview(preview)
        } catch let refusal as Refusal {
            return .refused(refusal)
        }
    }
}
