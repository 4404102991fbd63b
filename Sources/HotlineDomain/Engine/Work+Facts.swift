/// Facts that several aggregates are judged by.
extension Work {
    /// A specialist on duty, else the supervisor on duty, else the first of the
    /// on-call list who is still active; never the operator who raises it.
    func responder(_ occasion: Occasion) throws -> String? {
        let onDuty = try shiftsOn().compactMap { occasion.hotline.operatorNamed($0.operatorCode) }
            .filter { $0.code != stamp.by && $0.active }
        let onCall = occasion.hotline.settings.onCall.first {
            $0 != stamp.by && occasion.hotline.operatorNamed($0)?.active == true
        }
        return onDuty.first { $0.has(.specialist) }?.code ?? onDuty.first { $0.has(.supervisor) }?.code ?? onCall
    }

    func zone(_ name: String) -> ZoneRules { zones[name] ?? .utc }

    func businessDate(_ occasion: Occasion) -> BusinessDate {
        occasion.hotline.businessDate(of: occasion.now, zone: zone(occasion.hotline.zone))
    }

    /// The operator's own shift decides; outside of one, the pattern that runs. A call that was going on when
    /// the operator signed on is of that shift.
    ///
    /// - Parameter ended: when the call was over, of one that is entered.
    func placement(
        line: String?, at instant: Instant, until ended: Instant? = nil, by code: String, _ occasion: Occasion
    ) throws -> Placement {
        let hotline = occasion.hotline
        let clock = zone(line.flatMap { hotline.line($0)?.zone } ?? hotline.zone).wallClock(at: instant)
        if let shift = try shift(of: code, at: instant) ?? ended.flatMap({ try shift(of: code, at: $0) }) {
            return Placement(
                businessDate: shift.businessDate, hour: clock.hour, pattern: shift.pattern, offShift: false)
        }
        let rules = zone(hotline.zone)
        let running = hotline.answeringPattern(at: instant, zone: rules)
        return Placement(
            businessDate: hotline.businessDate(of: instant, zone: rules), hour: clock.hour,
            pattern: running?.pattern.code, offShift: true)
    }

    func placement(of command: CallCommand, _ call: Call?, _ occasion: Occasion) throws -> Placement {
        switch command {
        case .start(let line, let at, _, _): try placement(line: line, at: at, by: stamp.by, occasion)
        case .answer(let id) where call == nil: try placement(ofVisit: id, occasion)
        case .enter(let line, let started, let ended, _):
            try placement(line: line, at: started, until: ended, by: stamp.by, occasion)
        case .changeLine(let line):
            try placement(
                line: line, at: call?.started ?? stamp.at, by: call?.operatorCode ?? stamp.by, occasion)
        case .amend(_, _, let started, let ended, _):
            // Unless its start moved, a call stays where it was counted.
            try call.flatMap { $0.started == started ? $0.placement : nil }
                ?? placement(
                    line: call?.line, at: started, until: ended, by: call?.operatorCode ?? stamp.by, occasion)
        default:
            call?.placement
                ?? Placement(businessDate: businessDate(occasion), hour: 0, pattern: nil, offShift: true)
        }
    }

    /// The date on the line's clock when the call starts.
    func localDate(of command: CallCommand, _ call: Call?, _ occasion: Occasion) -> BusinessDate {
        let (line, start): (String?, Instant) =
            switch command {
            case .start(let line, let at, _, _): (line, at)
            case .answer(let id) where call == nil: beginning(ofVisit: id, occasion)
            case .enter(let line, let started, _, _): (line, started)
            case .changeLine(let line): (line, call?.started ?? occasion.now)
            case .amend(_, _, let started, _, _): (call?.line, started)
            default: (call?.line, call?.started ?? occasion.now)
            }
        return zone(line.flatMap { occasion.hotline.line($0)?.zone } ?? occasion.hotline.zone).date(at: start)
    }

    /// What the line's clock shows when somebody is to be called back.
    func callBackMinute(of command: CallCommand, _ call: Call?, _ occasion: Occasion) -> Int? {
        let (line, entry): (String?, CallEntry) =
            switch command {
            case .enter(let line, _, _, let entry): (line, entry)
            case .save(let entry), .amend(_, _, _, _, let entry): (call?.line, entry)
            default: (nil, CallEntry(CallContent()))
            }
        guard let at = entry.content.callBackAt else { return nil }
        let clock = zone(line.flatMap { occasion.hotline.line($0)?.zone } ?? occasion.hotline.zone).wallClock(at: at)
        return clock.hour * 60 + clock.minute
    }

    /// `09-0417`: two digits of the business year, the desk's mark if it has one, then the next of its counter.
    func nextNumber(_ kind: SubjectKind, _ date: BusinessDate, digits: Int) throws -> String {
        let year = date.year
        let last = try numbers[kind]?[year] ?? records.lastNumber(kind, year: year)
        return SpokenNumber.text(year: year, desk: numbersMark, counter: last + 1, digits: digits)
    }

    /// Marks a number as given.
    mutating func take(_ kind: SubjectKind, _ number: String) {
        guard let (year, _, counter) = SpokenNumber.parts(number) else { return }
        numbers[kind, default: [:]][year] = counter
    }
}

extension Stamp {
    /// Who acts when the program itself does, with no person signed in: setting
    /// up a store, applying a profile, planning shifts from its roster.
    public static let systemCode = "ringbuoy"
}
