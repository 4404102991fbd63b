@testable import HotlineDomain

extension RefusalCase {
    /// Closing a month, and what a closed one does not let happen.
    static let months: [RefusalCase] = [
        RefusalCase("month.exists", by: "24") { desk in
            _ = try desk.finalCall()
            desk.clock("2009-10-02", "09:00")
            let id: MonthClosingID = desk.id()
            try desk.does(.month(id, .close(.september)), by: "24")
            return .month(id, .close(MonthFigures(of: "2009-10-01")))
        },
        RefusalCase("month.already_closed", by: "24") { desk in
            try desk.closeSeptember()
            return .month(desk.id(), .close(.september))
        },
        RefusalCase("month.not_over", by: "24") { desk in
            _ = try desk.finalCall()
            desk.clock("2009-09-30", "21:00")
            return .month(desk.id(), .close(.september))
        },
        RefusalCase("month.earlier_open", by: "24") { desk in
            _ = try desk.finalCall()
            desk.clock("2009-11-02", "09:00")
            return .month(desk.id(), .close(MonthFigures(of: "2009-10-01")))
        },
        RefusalCase("month.nothing_counted", by: "24") { desk in
            desk.clock("2009-10-02", "09:00")
            return .month(desk.id(), .close(.september))
        },
        RefusalCase("month.drafts_left", by: "24") { desk in
            _ = try desk.finalCall()
            _ = try desk.draft()
            desk.clock("2009-10-02", "09:00")
            return .month(desk.id(), .close(.september))
        },
        RefusalCase("month.does_not_reconcile", by: "24") { desk in
            _ = try desk.finalCall()
            desk.clock("2009-10-02", "09:00")
            var balance = MonthBalance()
            balance.openAtStart = 3
            balance.closed = 1
            balance.openAtEnd = 3
            return .month(desk.id(), .close(MonthFigures(of: "2009-09-01", balance)))
        },
        RefusalCase("call.month_closed", by: "24") { desk in
            let id = try desk.finalCall()
            try desk.closeSeptember()
            let moved = Desk.instant("2009-10-01", "10:00")
            return .call(
                id, .amend(revision: 1, reason: "review", started: moved, ended: moved + .minutes(5), .information))
        },
    ]
}

extension Desk {
    /// With one call in it.
    mutating func closeSeptember() throws {
        _ = try finalCall()
        clock("2009-10-02", "09:00")
        try does(.month(id(), .close(.september)), by: "24")
    }
}

extension MonthFigures {
    static let september = MonthFigures(of: "2009-09-01")

    init(of month: String, _ balance: MonthBalance = MonthBalance()) {
        self.init(
            month: BusinessDate(month)!, definitions: 1, text: "calls\t2009-09\t1\n", digest: "00", balance: balance)
    }
}
