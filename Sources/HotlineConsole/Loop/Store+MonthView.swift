import HotlineDomain
import HotlineReports
import HotlineStore

/// Months for the console: looked through, and closed.
extension Store {
    func monthView(_ month: Period, _ reader: String?, _ now: Instant) throws -> MonthView {
        if let closing = try closing(of: month) {
            return .closed(try closing.read(), digest: closing.digest)
        }
        let hotline = try hotline()
        return try reading(month) { source in
            .open(
                try MonthCheck(
                    source, of: hotline, zones: { try zone($0.zone) }, at: now, by: reader ?? Stamp.systemCode))
        }
    }

    func close(_ month: Period, by code: String, at now: Instant) throws {
        let hotline = try hotline()
        try close(month, by: code, at: now) { source in
            let counted = try ClosedMonth(
                counting: source, of: hotline, zones: { try zone($0.zone) }, at: now, by: code)
            return (counted.definitions, counted.canonicalText, counted.balance)
        }
    }
}

extension MonthClosing {
    /// What is kept can be read, or the store is damaged.
    fileprivate func read() throws -> ClosedMonth {
        do { return try ClosedMonth(canonicalText: figures) } catch {
            throw StoreError.damaged(detail: "month_closing \(period.name): \(error.line)")
        }
    }
}
