/// How often what turns up on the line: made up, but in the proportions of a
/// line for migrants and their families between the Dniester and Moscow.
enum Mix {
    /// October to September: people ask before they leave, after New Year and in summer.
    static let callsByMonth = [95, 90, 96, 134, 112, 109, 103, 111, 129, 137, 124, 106]
    /// Flatter: trouble has no season.
    static let sosByMonth = [10, 9, 10, 12, 10, 10, 9, 10, 11, 12, 12, 11]
    /// Monday to Sunday.
    static let callsByWeekday = [118, 112, 108, 106, 104, 78, 66]

    static let hour = Weights<Int>([
        (8, 28), (9, 62), (10, 98), (11, 104), (12, 82), (13, 62), (14, 66), (15, 64), (16, 72), (17, 92), (18, 112),
        (19, 116), (20, 98), (21, 62), (22, 24),
    ])

    /// Every class but SOS, which is counted out beforehand.
    static let callClass = Weights<String>([
        ("information", 602), ("counselling", 262), ("follow_up", 82), ("professional", 54), ("non_counselling", 220),
    ])

    static let nonCounselling = Weights<String>([
        ("silent", 58), ("hang_up", 46), ("wrong_number", 44), ("prank", 27), ("thanks", 9), ("inaudible", 8),
        ("abusive", 7), ("enquiry_about_line", 8), ("sexual_misuse", 4), ("technical_fault", 3), ("complaint", 3),
        ("misdirected_emergency", 3),
    ])

    static let topic = Weights<String>([
        ("employment_abroad", 44), ("documents", 20), ("study_abroad", 9), ("tourism", 8),
        ("marriage_to_foreigner", 6), ("repatriation_and_victim_support", 7), ("missing_relative_abroad", 6),
    ])
    static let counsellingTopic = Weights<String>([
        ("missing_relative_abroad", 20), ("repatriation_and_victim_support", 18), ("employment_abroad", 18),
        ("violence", 16), ("access_legal", 12), ("mental_health", 9), ("family_relationships", 9),
    ])
    static let sosTopic = Weights<String>([
        ("repatriation_and_victim_support", 46), ("employment_abroad", 24), ("missing_relative_abroad", 20),
        ("violence", 14), ("documents", 8),
    ])

    static let language = Weights<String?>([("ru", 66), ("ro", 25), ("uk", 8), (nil, 1)])

    static let country = Weights<String?>([
        ("MD", 780), ("RU", 74), ("UA", 46), ("TR", 18), ("IT", 22), ("PT", 8), ("PL", 9), ("GR", 6), ("CY", 4),
        ("AE", 3), ("IL", 5), ("ES", 3), ("RO", 9), ("DE", 4), (nil, 9),
    ])
    static let sosCountry = Weights<String?>([
        ("MD", 44), ("RU", 30), ("TR", 13), ("UA", 9), ("AE", 5), ("CY", 5), ("IT", 5), ("PL", 4), ("GR", 3),
        ("IL", 2), ("XK", 1), ("PT", 1),
    ])

    static let caller = Weights<String?>([
        ("potential_victim", 58), ("relative", 12), ("parent_or_caregiver", 9), ("friend", 6), ("partner", 4),
        ("self_victim", 3), ("community", 3), ("unknown", 3), ("not_asked", 2), (nil, 1),
    ])
    static let sosCaller = Weights<String?>([
        ("self_victim", 40), ("relative", 20), ("parent_or_caregiver", 17), ("partner", 7), ("friend", 8), ("ngo", 4),
        ("police", 2), ("embassy", 2), ("border", 1), ("client_of_service", 2),
    ])
    static let professional = Weights<String?>([
        ("ngo", 22), ("social_worker", 14), ("police", 8), ("education", 8), ("media", 6), ("health", 5),
        ("embassy", 4), ("border", 3), ("employer", 3),
    ])

    static let sex = Weights<String?>([("female", 68), ("male", 27), ("unknown", 2), ("not_asked", 2), (nil, 3)])
    static let ageBand = Weights<String?>([
        ("9-17", 5), ("18-20", 15), ("21-23", 17), ("24-26", 15), ("27-29", 11), ("30-38", 16), ("39-47", 10),
        ("48+", 6), ("unknown", 6), ("not_asked", 8), ("refused", 2), (nil, 6),
    ])
    static let heard = Weights<String?>([
        ("tv", 20), ("radio", 9), ("press", 11), ("internet", 7), ("word_of_mouth", 20), ("poster", 14),
        ("bus_station", 6), ("train_station", 4), ("ngo_home", 8), ("ngo_cis", 3), ("police", 3), ("embassy", 2),
        ("other", 2), (nil, 12),
    ])

    static let informationOutcome = Weights<String>([
        ("information_given", 70), ("materials_sent", 9), ("consultation_given", 11), ("call_back_agreed", 4),
        ("transferred_elsewhere", 4), ("no_further_action", 2),
    ])
    static let counsellingOutcome = Weights<String>([
        ("consultation_given", 70), ("referred", 6), ("call_back_agreed", 11), ("information_given", 9),
        ("caller_hung_up", 4),
    ])

    /// What an SOS ends in that opens no case; each happens at least once a year.
    static let sosOutcome = Weights<String>([
        ("resolved_by_consultation", 39), ("referred_without_case", 21), ("not_confirmed", 11),
        ("caller_withdrew", 10), ("caller_lost", 9), ("linked_to_existing_case", 6),
        ("emergency_services_called", 5), ("outside_mandate", 4), ("duplicate", 2),
    ])

    static let caseClosing = Weights<String>([
        ("plan_completed", 5), ("no_longer_needs_support", 4), ("moved_or_repatriated", 3), ("client_request", 2),
        ("lost_contact", 2),
    ])

    static let caseService = Weights<String>([
        ("safe_accommodation", 7), ("psychological_crisis", 6), ("legal", 5), ("psychological_long_term", 4),
        ("urgent_medical", 3), ("documents", 3), ("repatriation", 3), ("vocational_training", 3),
        ("individual_assistance_package", 3),
    ])
    static let sosService = Weights<String>([
        ("repatriation", 5), ("documents", 4), ("psychological_crisis", 4), ("legal", 4), ("safe_accommodation", 3),
        ("child_protection", 1),
    ])
    static let callService = Weights<String>([
        ("legal", 5), ("documents", 4), ("psychological_crisis", 4), ("psychological_long_term", 2),
    ])
}
