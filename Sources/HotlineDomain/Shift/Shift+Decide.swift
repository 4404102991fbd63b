extension Shift {
    /// What judging a shift needs from outside of it.
    public struct Facts: Sendable {
        /// The shift this person is on now, if any.
        public var current: ShiftID?
        /// Another shift of the same person that is planned for the same time.
        public var overlapping: ShiftID?
        /// How many things this person would leave open.
        public var openItems: Int
        /// Where an unplanned shift falls.
        public var placement: Placement

        public init(current: ShiftID?, overlapping: ShiftID?, openItems: Int, placement: Placement) {
            self.current = current
            self.overlapping = overlapping
            self.openItems = openItems
            self.placement = placement
        }
    }

    /// How long before its start a planned shift may be signed on to.
    public static let earlySignOn = Span.hours(2)

    /// Longer than any shift; a typing error in a date is found by it.
    public static let durationMax = Span.hours(48)

    public static func decide(
        _ shift: Shift?, _ command: ShiftCommand, _ facts: Facts, _ occasion: Occasion
    ) throws(Refusal) -> [ShiftEvent] {
        switch command {
        case .plan(let code, let pattern, let date, let start, let end, let substituteFor):
            guard shift == nil else { throw Refusal(ShiftRule.exists) }
            guard occasion.hotline.operatorNamed(code)?.active == true else {
                throw Refusal(
                    ShiftRule.unknownOperator, ["operator": code, "known": occasion.hotline.knownOperators])
            }
            if let pattern, occasion.hotline.pattern(pattern) == nil {
                throw Refusal(
                    ShiftRule.unknownPattern, ["pattern": pattern, "known": occasion.hotline.knownPatterns])
            }
            try checkTimes(from: start, to: end)
            // Nobody can sign on to it any more: it would stand as planned for ever.
            guard end > occasion.now else { throw Refusal(ShiftRule.isOver, ["operator": code, "date": "\(date)"]) }
            guard facts.overlapping == nil else { throw Refusal(ShiftRule.overlaps, ["operator": code]) }
            return [
                .planned(
                    operator: code, pattern: pattern, businessDate: date, start: start, end: end,
                    substituteFor: substituteFor)
            ]
        case .signOnUnplanned(let reason, let end):
            guard shift == nil else { throw Refusal(ShiftRule.exists) }
            guard facts.current == nil else {
                throw Refusal(ShiftRule.alreadyOn, ["operator": occasion.actor.code])
            }
            try CodeCheck.required(reason, .offShiftBecause, ShiftRule.needsReason)
            try checkTimes(from: occasion.now, to: end)
            // A specialist on duty does not make the pattern one operator fuller.
            let pattern = occasion.actor.has(.operator) ? facts.placement.pattern : nil
            return [
                .signedOnUnplanned(
                    operator: occasion.actor.code, reason: reason, pattern: pattern,
                    businessDate: facts.placement.businessDate, end: end)
            ]
        default:
            guard let shift else { throw Refusal(ShiftRule.unknown) }
            return try shift.decide(command, facts, occasion)
        }
    }

    private static func checkTimes(from start: Instant, to end: Instant) throws(Refusal) {
        guard start < end else { throw Refusal(ShiftRule.endsBeforeItStarts) }
        guard end - start <= durationMax else {
            throw Refusal(ShiftRule.tooLong, ["hours": String(durationMax.minutes / 60)])
        }
    }

    private func decide(
        _ command: ShiftCommand, _ facts: Facts, _ occasion: Occasion
    ) throws(Refusal) -> [ShiftEvent] {
        switch command {
        case .plan, .signOnUnplanned: throw Refusal(ShiftRule.exists)
        case .confirm:
            guard status == .planned else { throw refusal(.notAhead) }
            return [.confirmed]
        case .signOn:
            guard occasion.actor.code == operatorCode else { throw refusal(.notYours) }
            guard status.isAhead else { throw refusal(status.isOn ? .alreadyOn : .notAhead) }
            guard facts.current == nil else { throw refusal(.alreadyOn) }
            guard occasion.now >= plannedStart - Shift.earlySignOn else { throw refusal(.tooEarly) }
            guard occasion.now < plannedEnd else { throw refusal(.tooLate) }
            return [.signedOn]
        case .absent(let reason):
            guard status.isAhead else { throw refusal(.notAhead) }
            try CodeCheck.required(reason, .absentBecause, ShiftRule.needsReason)
            return [.markedAbsent(reason: reason)]
        case .cancel:
            guard status.isAhead else { throw refusal(.notAhead) }
            return [.cancelled]
        case .end:
            guard status.isOn else { throw refusal(.notOn) }
            if status == .handingOver { throw refusal(.handoverNotAcknowledged) }
            guard occasion.actor.code == operatorCode else { throw refusal(.notYours) }
            if facts.openItems > 0 {
                throw Refusal(ShiftRule.needsHandover, ["operator": operatorCode, "count": String(facts.openItems)])
            }
            return [.ended]
        case .endBySupervisor(let reason):
            guard status.isOn else { throw refusal(.notOn) }
            guard occasion.actor.has(.supervisor) else { throw refusal(.needsSupervisor) }
            try CodeCheck.required(reason, .shiftEndedBecause, ShiftRule.needsReason)
            return [.endedBySupervisor(reason: reason)]
        }
    }

    private func refusal(_ rule: ShiftRule) -> Refusal {
        Refusal(rule, ["operator": operatorCode, "date": businessDate.description, "status": status.rawValue])
    }
}
