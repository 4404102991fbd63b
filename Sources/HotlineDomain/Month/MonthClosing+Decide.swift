extension MonthClosing {
    /// What judging a closing needs from outside of it.
    public struct Facts: Sendable {
        /// Today's business date.
        public var today: BusinessDate
        /// The latest month that is closed.
        public var last: BusinessDate?
        /// The date of the first call or case that counts; nil without one.
        public var first: BusinessDate?
        /// Calls of the month that are not final yet.
        public var unfinished: Int

        public init(today: BusinessDate, last: BusinessDate?, first: BusinessDate?, unfinished: Int) {
            self.today = today
            self.last = last
            self.first = first
            self.unfinished = unfinished
        }
    }

    public static func decide(
        _ closing: MonthClosing?, _ command: MonthCommand, _ facts: Facts, _ occasion: Occasion
    ) throws(Refusal) -> [MonthEvent] {
        guard closing == nil else { throw Refusal(MonthRule.exists) }
        switch command {
        case .close(let figures):
            let month = Period(month: figures.month)
            try check(month, figures.balance, facts)
            return [
                .closed(
                    month: month.first, definitions: figures.definitions, figures: figures.text,
                    digest: figures.digest)
            ]
        }
    }

    /// Whether a month may be closed: it is over, it is the next one, nobody has a call of it
    /// to finish, and its cases add up.
    public static func check(_ month: Period, _ balance: MonthBalance, _ facts: Facts) throws(Refusal) {
        try checkTurn(month, facts)
        guard facts.unfinished == 0 else {
            throw Refusal(MonthRule.draftsLeft, ["month": month.name, "n": String(facts.unfinished)])
        }
        guard balance.reconciles else {
            throw Refusal(
                MonthRule.doesNotReconcile,
                [
                    "month": month.name, "expected": String(balance.expected), "found": String(balance.openAtEnd),
                ])
        }
    }

    /// It is over, and it is the next one.
    private static func checkTurn(_ month: Period, _ facts: Facts) throws(Refusal) {
        if let last = facts.last, month.first <= last {
            throw Refusal(MonthRule.alreadyClosed, ["month": month.name])
        }
        guard facts.today > month.last else {
            throw Refusal(MonthRule.notOver, ["month": month.name, "from": "\(month.last + 1)"])
        }
        guard let next = facts.last.map({ Period(month: $0).last + 1 }) ?? facts.first?.firstOfMonth,
            next <= month.first
        else { throw Refusal(MonthRule.nothingCounted, ["month": month.name]) }
        guard next == month.first else {
            throw Refusal(MonthRule.earlierOpen, ["month": month.name, "first": Period(month: next).name])
        }
    }
}
