/// Something that somebody is to do in a case.
public struct CaseTask: Hashable, Sendable, Codable {
    /// 1, 2, 3 ... within the case.
    public let number: Int
    public let what: WordsID
    /// The code of who is to do it.
    public internal(set) var responsible: String
    public let due: BusinessDate?
    public internal(set) var doneOn: Instant?
    public internal(set) var doneBy: String?
    public internal(set) var result: WordsID?

    public init(
        number: Int, what: WordsID, responsible: String, due: BusinessDate?, doneOn: Instant? = nil,
        doneBy: String? = nil, result: WordsID? = nil
    ) {
        self.number = number
        self.what = what
        self.responsible = responsible
        self.due = due
        self.doneOn = doneOn
        self.doneBy = doneBy
        self.result = result
    }

    public var isDone: Bool { doneOn != nil }

    func isDue(of operatorCode: String, by date: BusinessDate) -> Bool {
        responsible == operatorCode && isDue(by: date)
    }

    func isDue(by date: BusinessDate) -> Bool { !isDone && due.map { $0 <= date } ?? false }

    /// A condition of the calendar, never a state.
    public func isOverdue(on date: BusinessDate) -> Bool { !isDone && due.map { $0 < date } ?? false }
}

extension Case {
    /// What is left to do in it; nothing where it is closed.
    public var openTasks: [CaseTask] { status.isOpen ? tasks.filter { !$0.isDone } : [] }

    public func tasksDue(by date: BusinessDate) -> [CaseTask] { openTasks.filter { $0.isDue(by: date) } }

    func tasksDue(of operatorCode: String, by date: BusinessDate) -> [CaseTask] {
        openTasks.filter { $0.isDue(of: operatorCode, by: date) }
    }

    /// The first day something is due in it.
    public var taskDue: BusinessDate? { openTasks.compactMap(\.due).min() }
}
