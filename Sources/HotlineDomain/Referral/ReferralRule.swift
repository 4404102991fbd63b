/// The rules that can stand in the way of a referral's commands.
public enum ReferralRule: String, RuleName {
    case unknown = "referral.unknown"
    case exists = "referral.exists"
    case originUnknown = "referral.origin_unknown"
    case caseClosed = "referral.case_closed"
    case unknownProvider = "referral.unknown_provider"
    case needsService = "referral.needs_service"
    case needsConsent = "referral.needs_consent"
    case notDraft = "referral.not_draft"
    case notSent = "referral.not_sent"
    case notAccepted = "referral.not_accepted"
    case hasEnded = "referral.has_ended"
    case alreadySent = "referral.already_sent"
    case needsReason = "referral.needs_reason"
    case needsOutcome = "referral.needs_outcome"
    case outcomeDoesNotFit = "referral.outcome_does_not_fit"
    case needsChase = "referral.needs_chase"
}
