import HotlineDomain

/// A call of the year before anybody has answered it.
struct CallPlan {
    var start: Instant
    var seconds: Int
    /// Codes only; the words are written when the call is written up.
    var content: CallContent
    var place: String?
    var note: String?
    var course = Course.answered
    var amendment: Amendment?
    var sos: SOSPlan?
    var referral: ReferralPlan?

    var end: Instant { start + .seconds(Int64(seconds)) }

    /// How a call goes and how it gets into the journal.
    enum Course {
        case answered
        /// The operator asks a colleague and comes back.
        case held
        /// To the specialist, where one is on duty.
        case transferred
        /// Written down on paper and entered so many minutes later.
        case enteredAfterwards(minutes: Int)
        /// A draft that is thrown away; never counted.
        case discarded(because: String)
    }

    /// What is put right afterwards, and why.
    struct Amendment {
        let reason: String
        let content: CallContent
        /// By the operator within the hour; otherwise by the supervisor.
        let atOnce: Bool
    }
}

/// What becomes of an SOS.
struct SOSPlan {
    let outcome: String
    var file: CasePlan?
    var referral: ReferralPlan?
    /// From the acknowledgement to the outcome.
    let minutes: Int
}

/// What becomes of a case: steps, each so many days after it was opened, one
/// after the other.
struct CasePlan {
    enum Step {
        case triage, note, followUp, hold, resume, turnBack
        case refer(ReferralPlan)
        case proposeClosing(reason: String, asReferred: Bool)
        case approve
        case reopen(reason: String)
    }

    var steps: [(day: Int, step: Step)]
}

/// What becomes of a referral: steps, each so many minutes after the one before.
struct ReferralPlan {
    let provider: String
    let service: String
    let urgency: Urgency
    let consent: Referral.Consent
    let steps: [(minutes: Int, command: ReferralCommand)]
}
