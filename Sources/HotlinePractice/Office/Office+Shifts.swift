import HotlineDomain
import HotlineStore

/// The roster comes true, day by day.
extension Office {
    /// The supervisor plans a month's shifts from the roster.
    mutating func planMonth(_ month: Period, _ batch: inout Store.Batch) throws {
        let planned = hotline.plannedShifts(month.first...month.last, zone: zone)
        var commands: [Command] = []
        for plan in planned {
            let post = Post(plan, id: id())
            posts[plan.businessDate, default: []].append(post)
            commands.append(.shift(post.id, post.command(for: plan.operator)))
        }
        try perform(commands, by: Office.supervisor, &batch)
    }

    /// In the early morning: who is not coming, and everybody's hours.
    mutating func beginDay(_ date: BusinessDate, _ batch: inout Store.Batch) throws {
        if let absence = absences[date] { try replace(absence, &batch) }
        for post in posts[date] ?? [] {
            let early = chance.number(2...12)
            later(post.plan.start + .minutes(post.comesLate ? 22 : Int64(-early))) { try $0.signOn(post, &$1) }
            later(post.plan.end + .minutes(Int64(post.kind == .supervisor ? 25 : chance.number(1...9)))) {
                try $0.signOff(post.plan, &$1)
            }
        }
        posts[date - 2] = nil
    }

    private mutating func replace(_ absence: YearPlan.Absence, _ batch: inout Store.Batch) throws {
        guard var post = posts[absence.date]?.first(where: { $0.plan.pattern == absence.pattern }),
            let substitute = Post.substitutes[post.person]
        else { return }
        let missing = post.id
        let absent = Command.shift(missing, .absent(reason: absence.reason))
        post.person = substitute
        post.id = id()
        if absence.unannounced {
            post.comesLate = true
            later(post.plan.start + .minutes(75)) { try $0.perform([absent], by: Office.supervisor, &$1) }
        } else {
            let cover = Command.shift(post.id, post.command(for: substitute, substituteFor: missing))
            try perform([absent, cover], by: Office.supervisor, &batch)
        }
        update(post)
    }

    private mutating func signOn(_ post: Post, _ batch: inout Store.Batch) throws {
        var post = post
        post.isOn = true
        let command: ShiftCommand =
            post.comesLate ? .signOnUnplanned(reason: "covering", end: post.plan.end) : .signOn
        try perform([.shift(post.id, command)], by: post.person, &batch)
        update(post)
        takeUpParked(post)
    }

    /// A second pair of hands for some hours of a busy evening.
    mutating func helpOut(_ code: String, _ batch: inout Store.Batch) throws {
        let shift: ShiftID = id()
        let end = now + .hours(3)
        try perform([.shift(shift, .signOnUnplanned(reason: "covering", end: end))], by: code, &batch)
        later(end - .minutes(4)) { try $0.perform([.shift(shift, .end)], by: code, &$1) }
    }

    /// When the last call is written up: straight home with nothing open, else
    /// through a handover.
    private mutating func signOff(_ plan: PlannedShift, _ batch: inout Store.Batch) throws {
        guard var post = posts[plan.businessDate]?.first(where: { $0.plan == plan }) else { return }
        if engaged.contains(post.person) {
            after(240) { try $0.signOff(plan, &$1) }
            return
        }
        post.isOn = false
        let isLastDay = plan.businessDate == PracticeYear.lastDate
        let note = post.kind == .line && !isLastDay && chance.happens(22) ? phrase("handover", by: post.person) : nil
        if note == nil {
            do {
                try perform([.shift(post.id, .end)], by: post.person, &batch)
                update(post)
                return
            } catch let refusal as Refusal where refusal.rule == ShiftRule.needsHandover.rawValue {}
        }
        update(post)
        try handOver(post, note, &batch)
    }
}

extension Post {
    func command(for code: String, substituteFor missing: ShiftID? = nil) -> ShiftCommand {
        .plan(
            operator: code, pattern: plan.pattern, businessDate: plan.businessDate, start: plan.start, end: plan.end,
            substituteFor: missing)
    }
}
