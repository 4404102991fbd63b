import HotlineDomain

/// What operators did in a day, as their states come in: those that are over
/// are summed once, those that go on are added for the moment one looks.
public struct DutyDay: Sendable {
    public let day: Range<Instant>
    private var over = DutyTime([], from: Instant(seconds: 0), to: Instant(seconds: 0))
    private var now: [OperatorStateID: OperatorState] = [:]
    private var taken: [OperatorStateID: DutyStretch] = [:]

    public init(_ day: Range<Instant>) { self.day = day }

    /// Those of another day count for nothing.
    public mutating func take(_ state: OperatorState) {
        if state.endedAt != nil { now[state.id] = nil }
        guard state.beganAt < day.upperBound, state.endedAt.map({ $0 > day.lowerBound }) ?? true else { return }
        guard let end = state.endedAt else {
            if taken[state.id] == nil { now[state.id] = state }
            return
        }
        let stretch = DutyStretch(operator: state.operatorCode, state: state.state, from: state.beganAt, to: end)
        guard taken.updateValue(stretch, forKey: state.id) == nil else { return }
        over = over + DutyTime([stretch], from: day.lowerBound, to: day.upperBound)
    }

    public func time(at moment: Instant) -> DutyTime {
        over + DutyTime(going(at: moment), from: day.lowerBound, to: min(moment, day.upperBound))
    }

    /// Everything there is, those that go on up to now.
    public func stretches(at moment: Instant) -> [DutyStretch] { Array(taken.values) + going(at: moment) }

    /// Who takes calls now, as the switch tells it.
    public func present(at moment: Instant) -> Set<String> {
        Set(going(at: moment).filter(\.isStaffing).map(\.operator))
    }

    private func going(at moment: Instant) -> [DutyStretch] {
        now.values.filter { $0.beganAt < moment }.map {
            DutyStretch(operator: $0.operatorCode, state: $0.state, from: $0.beganAt, to: moment)
        }
    }
}

extension DutyStretch {
    /// A shift somebody signed on to, for a line of which no switch tells what its operators do.
    public init?(_ shift: Shift, at now: Instant) {
        guard let from = shift.signedOnAt, shift.status.isOn || shift.endedAt != nil else { return nil }
        self.init(operator: shift.operatorCode, state: "available", from: from, to: max(from, shift.endedAt ?? now))
    }
}
