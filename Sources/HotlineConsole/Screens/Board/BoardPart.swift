import HotlineDomain
import HotlineReports
import HotlineStore

/// The parts of the board: side by side on a wall, one at a time at 80 columns.
enum BoardPart: String, CaseIterable, Sendable {
    /// Every line at one look, and what must not be missed.
    case now
    case figures
    /// The hourly picture, with the staff it takes.
    case hours
    case waits
    case people
    /// Who gave up waiting, and whether they are called back.
    case givenUp = "given_up"
}

/// A line of one of the board's lists.
enum BoardRow: Hashable, Sendable, Identifiable {
    case figure(BoardFigure)
    case wait(WaitHistogram.Step)
    case person(OperatorNow)
    case givenUp(GivenUp)

    var id: String {
        switch self {
        case .figure(let figure): figure.rawValue
        case .wait(let step): "\(step.id)"
        case .person(let person): person.operator
        case .givenUp(let visit): "\(visit.id)"
        }
    }
}

/// What is opened: a figure with everything it is made of.
enum BoardTarget: Hashable, Sendable {
    case figure(BoardFigure)
    case hour(BoardHour.ID)
    case wait(WaitHistogram.Step.ID)
    case person(String)
    case givenUp(VisitID)
}

/// Something that a figure counts.
enum BehindRow: Hashable, Sendable, Identifiable {
    case visit(Visit)
    case escalation(Escalation)
    /// One operator's stretches in a state, in milliseconds.
    case duty(operator: String, state: String, Int64)

    var id: String {
        switch self {
        case .visit(let visit): "v\(visit.id)"
        case .escalation(let escalation): "e\(escalation.id)"
        case .duty(let code, let state, _): "\(code) \(state)"
        }
    }
}
