import HotlineDomain

extension Hotline {
    /// Who pays for the practice line and is told: as in its profile.
    static let donorsOfPractice = [sdc, iom, eu, untfhs, sida, norway]

    private static let sdc = Donor(
        code: "sdc", name: "Swiss Agency for Development and Cooperation",
        calendar: .quarter, dueDay: 15, language: "en",
        indicators: [
            indicator(
                "calls", "1.1",
                ["Calls answered", "Apeluri preluate", "Принятые звонки"],
                .calls, target: 1200, .counted(.calls, of: nil)),
            indicator(
                "information_calls", "1.2",
                ["Callers given information", "Apelanți informați", "Звонившие, получившие информацию"],
                .calls, target: 900, .counted(.calls, of: .init(.class, "information"))),
            indicator(
                "sos_calls", "1.3",
                ["SOS calls", "Apeluri SOS", "Звонки SOS"],
                .calls, .counted(.sos, of: nil)),
            indicator(
                "cases_opened", "2.1",
                ["Cases opened", "Cazuri deschise", "Открытые дела"],
                .cases, target: 20, .counted(.casesOpened, of: nil)),
            indicator(
                "referred", "2.2",
                [
                    "Victims referred to social reintegration", "Victime referite spre reintegrare socială",
                    "Пострадавшие, направленные на социальную реинтеграцию",
                ],
                .referrals, target: 5, .counted(.referred, of: nil)),
        ])

    private static let iom = Donor(
        code: "iom", name: "International Organization for Migration",
        calendar: .month, dueDay: 10, language: "ru",
        families: [.caller, .topic, .repatriated],
        indicators: [
            indicator(
                "cases_opened", "1",
                ["Cases opened", "Cazuri deschise", "Открытые дела"],
                .cases, target: 20, .counted(.casesOpened, of: nil)),
            indicator(
                "referred", "2",
                [
                    "Victims referred to social reintegration", "Victime referite spre reintegrare socială",
                    "Пострадавшие, направленные на социальную реинтеграцию",
                ],
                .referrals, target: 5, .counted(.referred, of: nil)),
            indicator(
                "repatriated", "3",
                ["People brought home", "Persoane repatriate", "Люди, возвращённые домой"],
                .persons, target: 12, .counted(.repatriated, of: nil)),
            indicator(
                "children_repatriated", "4",
                [
                    "Unaccompanied children brought home", "Copii neînsoțiți repatriați",
                    "Дети без сопровождения, возвращённые домой",
                ],
                .persons, target: 4, .counted(.repatriated, of: .init(.category, "unaccompanied_child"))),
            indicator(
                "investigations", "5",
                [
                    "Investigations into trafficking opened", "Anchete de trafic pornite",
                    "Начатые расследования торговли людьми",
                ],
                .number, .register("investigations")),
        ])

    private static let eu = Donor(
        code: "eu", name: "European Union",
        calendar: .projectYear, dueDay: 28, language: "ro",
        families: [.topic, .language, .service],
        indicators: [
            indicator(
                "about_employment_abroad", "R1.1",
                ["Calls about work abroad", "Apeluri despre munca peste hotare", "Звонки о работе за границей"],
                .calls, target: 600, .counted(.calls, of: .init(.topic, "employment_abroad"))),
            indicator(
                "legal_help", "R2.1",
                ["Legal help received", "Asistență juridică primită", "Полученная юридическая помощь"],
                .services, target: 40, .counted(.delivered, of: .init(.service, "legal"))),
            indicator(
                "adult_victims", "R2.2",
                ["Adult victims assisted", "Victime adulte asistate", "Взрослые пострадавшие, получившие помощь"],
                .persons, target: 800, .register("adult_victims")),
            indicator(
                "mother_and_child", "R2.3",
                ["Mothers and children assisted", "Mame și copii asistați", "Матери и дети, получившие помощь"],
                .persons, target: 150, .register("mother_and_child")),
        ])

    private static let untfhs = Donor(
        code: "untfhs", name: "United Nations Trust Fund for Human Security",
        services: [
            "safe_accommodation", "urgent_medical", "psychological_crisis", "psychological_long_term", "legal",
            "social_reintegration",
        ],
        calendar: .quarter, dueDay: 20, language: "en",
        families: [.service, .fund, .admitted],
        indicators: [
            indicator(
                "services_received", "A.1",
                [
                    "Services received, whoever paid", "Servicii primite, oricine a plătit",
                    "Полученные услуги, кто бы ни платил",
                ],
                .services, target: 350, .counted(.delivered, of: nil)),
            indicator(
                "services_funded", "A.2",
                [
                    "Services received on this fund", "Servicii primite din acest fond",
                    "Услуги, оплаченные этим фондом",
                ],
                .services, target: 160, .counted(.delivered, of: .init(.donor, "untfhs"))),
            indicator(
                "admitted", "A.3",
                ["People taken into a shelter", "Persoane primite în adăpost", "Люди, принятые в приют"],
                .persons, target: 60, .counted(.admitted, of: nil)),
        ])

    private static let sida = Donor(
        code: "sida", name: "Swedish International Development Cooperation Agency",
        calendar: .projectYear, dueDay: 15, language: "en",
        families: [.service, .admitted],
        indicators: [
            indicator(
                "psychological_help", "1.1",
                [
                    "Psychological help in a crisis received", "Asistență psihologică de criză primită",
                    "Полученная психологическая помощь в кризисе",
                ],
                .services, target: 80, .counted(.delivered, of: .init(.service, "psychological_crisis"))),
            indicator(
                "women_admitted", "1.2",
                ["Women taken into a shelter", "Femei primite în adăpost", "Женщины, принятые в приют"],
                .persons, target: 40, .counted(.admitted, of: .init(.category, "woman"))),
            indicator(
                "dv_women", "2.1",
                [
                    "Women assisted after domestic violence", "Femei asistate după violență în familie",
                    "Женщины, получившие помощь после домашнего насилия",
                ],
                .persons, target: 300, .register("dv_women")),
            indicator(
                "convictions", "3.1",
                ["Convictions for trafficking", "Condamnări pentru trafic", "Приговоры за торговлю людьми"],
                .number, .register("convictions")),
        ])

    private static let norway = Donor(
        code: "norway", name: "Norwegian Ministry of Foreign Affairs",
        services: ["vocational_training", "education", "livelihood", "individual_assistance_package"],
        calendar: .quarter, dueDay: 25, language: "en",
        families: [.heard, .service],
        indicators: [
            indicator(
                "calls", "O1",
                ["Calls answered", "Apeluri preluate", "Принятые звонки"],
                .calls, target: 1200, .counted(.calls, of: nil)),
            indicator(
                "heard_word_of_mouth", "O2",
                [
                    "Calls by people who heard of the line from others",
                    "Apeluri ale celor ce au aflat de linie de la alții", "Звонки тех, кто узнал о линии от других",
                ],
                .calls, .counted(.calls, of: .init(.heard, "word_of_mouth"))),
            indicator(
                "vocational_training", "O3",
                [
                    "Vocational training received", "Formare profesională primită",
                    "Полученное профессиональное обучение",
                ],
                .services, target: 20, .counted(.delivered, of: .init(.service, "vocational_training"))),
        ])

    /// The wording in English, Romanian and Russian.
    private static func indicator(
        _ code: String, _ donorsCode: String, _ wording: [String], _ unit: DonorIndicator.Unit = .number,
        baseline: Int? = nil, target: Int? = nil, _ source: DonorIndicator.Source
    ) -> DonorIndicator {
        DonorIndicator(
            code: code, donorsCode: donorsCode,
            wording: Dictionary(zip(Donor.languages, wording)) { first, _ in first }, unit: unit, baseline: baseline,
            target: target, source: source)
    }
}
