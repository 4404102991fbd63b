@testable import HotlineDomain

extension RefusalCase {
    static let shifts: [RefusalCase] = [
        RefusalCase("shift.unknown") { desk in .shift(desk.id(), .confirm) },
        RefusalCase("shift.exists", by: "09") { desk in .shift(try desk.planShift(), planned(of: "02")) },
        RefusalCase("shift.unknown_operator", by: "09") { desk in .shift(desk.id(), planned(of: "04")) },
        RefusalCase("shift.unknown_pattern", by: "09") { desk in .shift(desk.id(), planned(pattern: "dawn")) },
        RefusalCase("shift.ends_before_it_starts", by: "09") { desk in .shift(desk.id(), planned(hours: -1)) },
        RefusalCase("shift.too_long", by: "09") { desk in .shift(desk.id(), planned(hours: 49)) },
        RefusalCase("shift.too_long") { desk in
            .shift(desk.id(), .signOnUnplanned(reason: "covering", end: desk.now + .hours(24 * 365)))
        },
        RefusalCase("shift.overlaps", by: "09") { desk in
            _ = try desk.planShift()
            return .shift(desk.id(), planned(hours: 4))
        },
        RefusalCase("shift.is_over", by: "09") { desk in
            desk.clock("2009-09-14", "20:00")
            return .shift(desk.id(), planned(hours: 12))
        },
        RefusalCase("shift.not_ahead") { desk in .shift(try desk.shift(in: .started), .confirm) },
        RefusalCase("shift.not_yours", by: "02") { desk in .shift(try desk.planShift(), .signOn) },
        RefusalCase("shift.already_on") { desk in
            _ = try desk.signOn()
            return .shift(desk.id(), .signOnUnplanned(reason: "covering", end: desk.now + .hours(1)))
        },
        RefusalCase("shift.not_on") { desk in .shift(try desk.planShift(), .end) },
        RefusalCase("shift.too_early") { desk in
            .shift(try desk.planShift(from: "20:00", to: "08:00"), .signOn)
        },
        RefusalCase("shift.too_late") { desk in
            let shift = try desk.planShift()
            desk.clock("2009-09-14", "20:00")
            return .shift(shift, .signOn)
        },
        RefusalCase("shift.needs_reason") { desk in
            .shift(desk.id(), .signOnUnplanned(reason: "", end: desk.now + .hours(1)))
        },
        RefusalCase("shift.needs_handover") { desk in
            let shift = try desk.signOn()
            _ = try desk.draft()
            return .shift(shift, .end)
        },
        RefusalCase("shift.handover_not_acknowledged") { desk in .shift(try desk.shift(in: .handingOver), .end) },
        RefusalCase("shift.needs_supervisor") { desk in
            .shift(try desk.signOn(), .endBySupervisor(reason: "other"))
        },
    ]

    static let handovers: [RefusalCase] = [
        RefusalCase("handover.unknown") { desk in .handover(desk.id(), .park(item: 1)) },
        RefusalCase("handover.exists") { desk in
            let shift = try desk.planShift()
            return .handover(try desk.handover(of: shift), .offer(shift: shift, notes: []))
        },
        RefusalCase("handover.not_yours", by: "02") { desk in
            .handover(desk.id(), .offer(shift: try desk.signOn(), notes: []))
        },
        RefusalCase("handover.shift_not_on") { desk in
            .handover(desk.id(), .offer(shift: try desk.planShift(), notes: []))
        },
        RefusalCase("handover.nothing_to_hand_over") { desk in
            .handover(desk.id(), .offer(shift: try desk.signOn(), notes: []))
        },
        RefusalCase("handover.unknown_item", by: "09") { desk in
            .handover(try desk.handover(of: desk.planShift()), .acknowledge(item: 3))
        },
        RefusalCase("handover.already_acknowledged", by: "09") { desk in
            let handover = try desk.handover(of: desk.planShift())
            try desk.does(.handover(handover, .acknowledge(item: 2)), by: "09")
            return .handover(handover, .acknowledge(item: 2))
        },
        RefusalCase("handover.already_parked", by: "09") { desk in
            let handover = try desk.handover(of: desk.planShift())
            try desk.does(.handover(handover, .park(item: 2)), by: "09")
            return .handover(handover, .park(item: 2))
        },
        RefusalCase("handover.not_by_the_outgoing") { desk in
            .handover(try desk.handover(of: desk.planShift()), .acknowledge(item: 1))
        },
        RefusalCase("handover.not_on_shift", by: "02") { desk in
            .handover(try desk.handover(of: desk.planShift()), .acknowledge(item: 1))
        },
        RefusalCase("handover.caller_on_the_line", by: "09") { desk in
            let shift = try desk.signOn()
            _ = try desk.startCall()
            let handover: HandoverID = desk.id()
            try desk.does(.handover(handover, .offer(shift: shift, notes: [])))
            return .handover(handover, .acknowledge(item: 1))
        },
        RefusalCase("handover.somebody_follows") { desk in
            _ = try desk.signOn("02")
            return .handover(try desk.handover(of: desk.planShift()), .park(item: 1))
        },
    ]

    private static func planned(of code: String = "01", pattern: String = "day", hours: Int64 = 12) -> ShiftCommand {
        let start = Desk.instant("2009-09-14", "08:00")
        return .plan(
            operator: code, pattern: pattern, businessDate: BusinessDate("2009-09-14")!, start: start,
            end: start + .hours(hours), substituteFor: nil)
    }
}
