extension ListID {
    /// The list's file as it was compiled in.
    var bytes: [UInt8] {
        typealias R = PackageResources
        return switch self {
        case .callClass: R.call_class_tsv
        case .nonCounselling: R.non_counselling_tsv
        case .callOutcome: R.call_outcome_tsv
        case .topic: R.topic_tsv
        case .heard: R.heard_tsv
        case .country: R.country_tsv
        case .language: R.language_tsv
        case .discardedBecause: R.discarded_because_tsv
        case .amendedBecause: R.amended_because_tsv
        case .caller: R.caller_tsv
        case .beneficiary: R.beneficiary_tsv
        case .sex: R.sex_tsv
        case .ageBand: R.age_band_tsv
        case .caseRole: R.case_role_tsv
        case .caseType: R.case_type_tsv
        case .answer: R.answer_tsv
        case .sosQuestion: R.sos_question_tsv
        case .gbvType: R.gbv_type_tsv
        case .gbvAggressor: R.gbv_aggressor_tsv
        case .abduction: R.abduction_tsv
        case .gbvContext: R.gbv_context_tsv
        case .protectionOrder: R.protection_order_tsv
        case .service: R.service_tsv
        case .escalationOutcome: R.escalation_outcome_tsv
        case .referralOutcome: R.referral_outcome_tsv
        case .rejectedBecause: R.rejected_because_tsv
        case .consentOverriddenBecause: R.consent_overridden_because_tsv
        case .caseClosing: R.case_closing_tsv
        case .holdBecause: R.hold_because_tsv
        case .reopenedBecause: R.reopened_because_tsv
        case .resident: R.resident_tsv
        case .leftBecause: R.left_because_tsv
        case .fullOverriddenBecause: R.full_overridden_because_tsv
        case .erasedBecause: R.erased_because_tsv
        case .keptBecause: R.kept_because_tsv
        case .releasedBecause: R.released_because_tsv
        case .operatorState: R.operator_state_tsv
        case .offShiftBecause: R.off_shift_because_tsv
        case .absentBecause: R.absent_because_tsv
        case .shiftEndedBecause: R.shift_ended_because_tsv
        case .exploitation: R.exploitation_tsv
        case .sexExploitation: R.sex_exploitation_tsv
        case .industry: R.industry_tsv
        case .control: R.control_tsv
        case .recruitment: R.recruitment_tsv
        case .website: R.website_tsv
        case .traffickingStatus: R.trafficking_status_tsv
        case .decidingBody: R.deciding_body_tsv
        case .relationToTrafficker: R.relation_to_trafficker_tsv
        case .gender: R.gender_tsv
        case .maritalStatus: R.marital_status_tsv
        case .educationLevel: R.education_level_tsv
        case .traffickingEvent: R.trafficking_event_tsv
        case .organisationType: R.organisation_type_tsv
        case .roleInProcess: R.role_in_process_tsv
        case .referralReason: R.referral_reason_tsv
        case .htcdsCaseStatus: R.htcds_case_status_tsv
        case .supportPlan: R.support_plan_tsv
        case .vulnerability: R.vulnerability_tsv
        }
    }
}
