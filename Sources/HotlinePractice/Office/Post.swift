import HotlineDomain

/// A planned shift of the year and who really works it.
struct Post {
    /// What kind of work it is; what one shift parks the next of its kind takes up.
    enum Kind { case line, specialist, supervisor }

    let plan: PlannedShift
    var id: ShiftID
    var person: String
    /// Signed on, and not handing over yet.
    var isOn = false
    /// Nobody told; somebody else comes late.
    var comesLate = false

    init(_ plan: PlannedShift, id: ShiftID) {
        self.plan = plan
        self.id = id
        person = plan.operator
    }

    var kind: Kind {
        switch plan.pattern {
        case "specialist": .specialist
        case "supervisor": .supervisor
        default: .line
        }
    }

    /// Whoever works the same kind of shift on the other days.
    static let substitutes = ["01": "03", "03": "01", "02": "04", "04": "02", "51": "52", "52": "51"]
}

extension Office {
    /// Who is on now for this kind of work: the one whose hours these are, else
    /// whoever is still or already there.
    func onDuty(_ kind: Post.Kind) -> Post? {
        let on = (posts[today] ?? []).filter { $0.kind == kind && $0.isOn }
        return on.first { $0.plan.start <= now && now < $0.plan.end } ?? on.first
    }

    /// A specialist: on duty, else the one who is on call this week.
    var specialist: String {
        onDuty(.specialist)?.person ?? ((today - PracticeYear.firstDate) / 7 % 2 == 0 ? "51" : "52")
    }

    mutating func update(_ post: Post) {
        let date = post.plan.businessDate
        guard let place = posts[date]?.firstIndex(where: { $0.plan == post.plan }) else { return }
        posts[date]?[place] = post
    }
}
