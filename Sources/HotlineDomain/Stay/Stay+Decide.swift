extension Stay {
    /// What judging a stay needs from outside of it.
    public struct Facts: Sendable {
        /// The business date the admission falls on.
        public var businessDate: BusinessDate
        /// Of the provider it is for; nil where that has no places.
        public var occupancy: Occupancy?
        public var caseExists: Bool
        public var referralExists: Bool

        public init(businessDate: BusinessDate, occupancy: Occupancy?, caseExists: Bool, referralExists: Bool) {
            self.businessDate = businessDate
            self.occupancy = occupancy
            self.caseExists = caseExists
            self.referralExists = referralExists
        }
    }

    public static func decide(
        _ stay: Stay?, _ command: StayCommand, _ facts: Facts, _ occasion: Occasion
    ) throws(Refusal) -> [StayEvent] {
        if case .admit(let admission) = command {
            guard stay == nil else { throw Refusal(StayRule.exists) }
            try check(admission, facts, occasion)
            return [.admitted(admission: admission, businessDate: facts.businessDate)]
        }
        guard let stay else { throw Refusal(StayRule.unknown) }
        guard stay.isNow else { throw Refusal(StayRule.hasLeft, ["provider": stay.provider]) }
        switch command {
        case .admit: throw Refusal(StayRule.exists)
        case .expect(let date):
            if let date, date < stay.admittedOn {
                throw Refusal(StayRule.leavesBeforeAdmission, ["date": "\(stay.admittedOn)"])
            }
            return stay.expectedUntil == date ? [] : [.expected(until: date)]
        case .leave(let instant, let because):
            guard instant >= stay.admittedAt else {
                throw Refusal(StayRule.leavesBeforeAdmission, ["date": "\(stay.admittedOn)"])
            }
            if instant > occasion.now { throw Refusal(StayRule.inTheFuture) }
            try CodeCheck.required(because, .leftBecause, StayRule.needsReason)
            return [.left(at: instant, because: because)]
        }
    }

    private static func check(_ admission: Admission, _ facts: Facts, _ occasion: Occasion) throws(Refusal) {
        let about = ["provider": admission.provider]
        guard let provider = occasion.hotline.provider(admission.provider) else {
            throw Refusal(
                StayRule.unknownProvider, about.merging(["known": occasion.hotline.knownShelters]) { $1 })
        }
        guard let occupancy = facts.occupancy else { throw Refusal(StayRule.noPlaces, about) }
        guard provider.isOpen(on: facts.businessDate) else { throw Refusal(StayRule.providerClosed, about) }
        try CodeCheck.required(admission.category, .resident, StayRule.needsCategory)
        if admission.at > occasion.now { throw Refusal(StayRule.inTheFuture) }
        if admission.case != nil, !facts.caseExists { throw Refusal(StayRule.caseUnknown) }
        if admission.referral != nil, !facts.referralExists { throw Refusal(StayRule.referralUnknown) }
        try occasion.hotline.checkDonor(admission.donor, StayRule.unknownDonor, StayRule.needsDonor)
        if let until = admission.expectedUntil, until < facts.businessDate {
            throw Refusal(StayRule.leavesBeforeAdmission, ["date": "\(facts.businessDate)"])
        }
        if let because = admission.overriddenBecause {
            try CodeCheck.required(because, .fullOverriddenBecause, StayRule.needsReason)
        } else if occupancy.isFull {
            throw occupancy.refusal(StayRule.full, about)
        }
    }
}

extension Occupancy {
    /// What a refusal says of a full shelter: a day to come is a promise, one that has passed is not.
    func refusal(_ rule: some RuleName, _ about: [String: String]) -> Refusal {
        let details = about.merging(["places": String(places), "taken": String(taken)]) { $1 }
        return switch nextFree {
        case .expected(let date): Refusal(rule, details.merging(["date": "\(date)"]) { $1 })
        case .overdue(let date): Refusal(rule, details.merging(["date": "\(date)"]) { $1 }, told: .overdue)
        case .unknown, nil: Refusal(rule, details, told: .unknown)
        }
    }
}

extension Hotline {
    var knownShelters: String {
        let codes = providers.filter { $0.places != nil }.map(\.code).sorted()
        return codes.isEmpty ? "-" : codes.joined(separator: ", ")
    }

    /// Where the hotline lists its funds, every service and stay names one of them.
    func checkDonor(
        _ donor: String?, _ unknown: some RuleName, _ missing: some RuleName
    ) throws(Refusal) {
        guard let donor else {
            if funds.isEmpty { return }
            throw Refusal(missing, ["known": knownFunds])
        }
        guard funds.contains(donor) else {
            throw Refusal(unknown, ["donor": donor, "known": knownFunds])
        }
    }
}
