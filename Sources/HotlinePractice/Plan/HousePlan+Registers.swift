import HotlineDomain

/// The registers: missions, indicators, and what the territories report.
extension HousePlan {
    // MARK: - Missions

    private static let country = Weights<String>([("RU", 56), ("UA", 24), ("PT", 8), ("AE", 7), ("XK", 5)])

    /// From January to September twelve missions bring 26 children home, three
    /// of them with eleven children in September; with some of them come seven
    /// victims and a stranded migrant. One more is planned for October.
    mutating func drawnMissions() -> [Journey] {
        let months = PracticeYear.period.months.suffix(9)
        let before = chance.some(9, of: months.dropLast().flatMap { [$0, $0] })
        let children = dealt(15, to: 9) + dealt(11, to: 3)
        let victims = chance.some(7, of: Array(0..<12))
        let stranded = chance.below(12)
        let dates =
            before.map { $0.first + chance.number(3...24) }
            + [4, 12, 21].map { (months.last?.first ?? PracticeYear.firstDate) + $0 + chance.number(0...3) }
        let done = dates.enumerated().map { place, date in
            let persons = [
                ("unaccompanied_child", children[place]), ("victim_of_trafficking", victims.contains(place) ? 1 : 0),
                ("stranded_migrant", stranded == place ? 1 : 0),
            ]
            return journey(on: date, persons, isTold: true)
        }
        return done + [journey(on: PracticeYear.lastDate + 14, [("unaccompanied_child", 3)], isTold: false)]
    }

    /// At least one each.
    private mutating func dealt(_ total: Int, to count: Int) -> [Int] {
        sharedOut(total - count, by: (0..<count).map { _ in chance.number(1...9) }).map { $0 + 1 }
    }

    private mutating func journey(
        on date: BusinessDate, _ persons: [(category: String, count: Int)], isTold: Bool
    ) -> Journey {
        Journey(
            planned: office(date - chance.number(14...20)), date: date, country: chance.one(of: HousePlan.country),
            persons: persons.filter { $0.count > 0 }.map { PersonCount(category: $0.category, count: $0.count) },
            donor: chance.one(of: ["iom", "sdc"]), told: isTold ? office(date + 1) : nil)
    }

    // MARK: - Returns

    /// The districts that are asked, and the region three of them lie in.
    static let territories = [
        Territory(code: "transnistria", name: "Transnistria"),
        Territory(code: "tiraspol", name: "Tiraspol", within: "transnistria"),
        Territory(code: "bender", name: "Bender", aliases: ["Tighina"], within: "transnistria"),
        Territory(code: "ribnita", name: "Rîbnița", within: "transnistria"),
        Territory(code: "chisinau", name: "Municipiul Chișinău"), Territory(code: "balti", name: "Municipiul Bălți"),
        Territory(code: "cahul", name: "Cahul"), Territory(code: "causeni", name: "Căușeni"),
        Territory(code: "edinet", name: "Edineț"), Territory(code: "orhei", name: "Orhei"),
        Territory(code: "soroca", name: "Soroca"), Territory(code: "ungheni", name: "Ungheni"),
    ]

    /// Each district is asked on the 25th for its month. Some are punctual, some
    /// are late, some let it be known that nothing will come, some are silent.
    mutating func drawnReturns() -> [Question] {
        var questions: [Question] = []
        for territory in HousePlan.territories.dropFirst() {
            let reliable = chance.number(60...98)
            for month in PracticeYear.period.months {
                questions.append(question(of: territory.code, month, reliable))
            }
        }
        return questions
    }

    private mutating func question(of territory: String, _ month: Period, _ reliable: Int) -> Question {
        let asked = zone.instant(month.first + 24, secondsOfDay: 10 * 3600 + chance.below(3600))
        let due = month.last + 10
        let answer: (at: Instant, figures: [NamedFigure]?)?
        if chance.happens(reliable) {
            let late = chance.happens(14)
            answer = (office(late ? due + chance.number(1...20) : month.last + chance.number(1...8)), figures())
        } else {
            answer = chance.happens(40) ? (office(due + chance.number(1...10)), nil) : nil
        }
        return Question(territory: territory, month: month, asked: asked, due: due, answer: answer)
    }

    private mutating func figures() -> [NamedFigure] {
        let sessions = chance.around(0...3)
        let victims = sessions == 0 ? 0 : chance.around(0...4)
        return [
            NamedFigure(name: "sessions", value: sessions), NamedFigure(name: "presumed_victims", value: victims),
        ]
    }
}

extension HousePlan.Promise {
    /// The programme's targets, measured each quarter; and what others count.
    static func drawn(_ zone: ZoneRules, _ chance: inout Chance) -> [HousePlan.Promise] {
        let own: [(code: String, target: Int)] = [
            ("adult_victims", 800), ("mother_and_child", 150), ("dv_women", 300),
        ]
        let others: [(code: String, most: Int, source: String)] = [
            ("investigations", 240, "MAI"), ("convictions", 90, "CSJ"),
        ]
        return own.map { row in
            HousePlan.Promise(
                code: row.code, target: row.target, source: "CAPC",
                readings: readings(row.target * chance.around(78...108) / 100, [12, 3, 6, 9], zone, &chance))
        }
            + others.map { row in
                HousePlan.Promise(
                    code: row.code, target: nil, source: row.source,
                    readings: readings(row.most * chance.around(60...100) / 100, [12, 6], zone, &chance))
            }
    }

    /// Cumulative: at the end of these months, with the year's whole at its end.
    private static func readings(
        _ whole: Int, _ months: [Int], _ zone: ZoneRules, _ chance: inout Chance
    ) -> [(at: Instant, actual: Int)] {
        PracticeYear.period.months.enumerated().filter { months.contains(($0.offset + 9) % 12 + 1) }.map {
            place, month in
            (HousePlan.office(month.last - 6, zone, &chance), whole * (place + 1) / 12)
        }
    }
}
