import HotlineDomain

/// The Human Trafficking Case Data Standard 2.0 as a table: its fields, in its
/// order (International Organization for Migration, CC BY 4.0), and how ours
/// are written in them. IOM has not endorsed this program.
enum HTCDS {
    static let columns = [
        "org_Name", "org_ShippingCity", "org_ShippingCountry", "org_ShippingState", "org_ShippingStreet",
        "org_ShippingPostalCode", "org_ShippingLongitude", "org_ShippingLatitude", "org_Phone", "org_Type",
        "prs_Salutation", "prs_FirstName", "prs_MiddleName", "prs_SecondName", "prs_Birthdate", "prs_Gender",
        "prs_Deceased", "prs_MaritalStatus", "prs_NumberOfChildren", "prs_PrimaryLanguage", "prs_SecondaryLanguage",
        "prs_HighestLevelOfEducation", "prs_Citizenship", "prs_IdentityNumber", "prs_Title", "prs_Email",
        "prs_HomePhone", "prs_MobilePhone", "prs_MailingCity", "prs_MailingCountry", "prs_MailingState",
        "prs_MailingStreet", "prs_MailingPostalCode", "prs_MailingLongitude", "prs_MailingLatitude",
        "vic_AgreementToManagePersonalData", "vic_TraffickingStatus", "vic_TraffickingStatusDecisionMakingOrg",
        "vic_RelationshipToTrafficker", "vic_AgeWhenTrafficked", "vic_RecruitmentWebsitesAndApps",
        "vic_MethodOfRecruitment", "vic_LocationOfRecruitment", "vic_MethodsOfControl", "vic_TypeOfExploitation",
        "vic_ForcedLabourIndustry", "vic_TypeOfSexExploitation", "vic_LocationOfExploitation",
        "vic_ExploitationWebsitesAndApps", "vic_Vulnerabilities", "vic_DetailsOfVulnerabilities",
        "per_RoleInProcess", "per_RoleDetails", "cas_Status", "cas_ReasonForCaseClosure", "cas_CaseOwner",
        "cas_ReferringOrganisation", "cas_IncomingReferralDate", "cas_ReferringPrimaryCaseWorker",
        "cas_ReasonForIncomingReferral", "cas_IncomingReferralDetails", "cas_ReferredOrganisation",
        "cas_ReferredPrimaryCaseWorker", "cas_ReasonForOutgoingReferral", "cas_OutgoingReferralDate",
        "cas_OutgoingReferralDetails", "cco_CaseComment", "hte_Longitude", "hte_Latitude", "hte_City",
        "hte_Country", "hte_State", "hte_Street", "hte_PostalCode", "hte_Date", "hte_Type", "hte_Description",
        "spl_Objectives", "spl_ActionPlan", "spl_PlannedEndDate", "spl_ActualEndDate", "spl_Type", "con_Consent",
    ]

    /// Columns that no field of a case stands for, because the case or its referrals know them.
    static let pseudonym = "prs_FirstName"
    static let organisation = "org_Name"
    static let status = "cas_Status"
    static let closing = "cas_ReasonForCaseClosure"
    static let referredTo = "cas_ReferredOrganisation"
    static let referredOn = "cas_OutgoingReferralDate"
    static let eventType = "hte_Type"
    static let events = ["Recruitment", "Transit", "Exploitation"]
}

extension CaseField {
    /// The column it is written in, and of which historic event; nil for what the standard does not have.
    var column: (name: String, event: String?)? {
        guard let standard, goesOut else { return nil }
        let parts = standard.split(separator: ":", maxSplits: 1).map(String.init)
        return (parts[0], parts.count == 2 ? parts[1] : nil)
    }

    /// A checkbox of the standard: yes or no, and nothing for any other answer.
    var isCheckbox: Bool { kind == .code(.answer) }

    /// Part of how a case came to a house and left it, not of what is known of it.
    var isOfCourse: Bool { group == .referral }
}
