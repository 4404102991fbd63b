import HotlineDomain

/// Events of every kind with whatever their fields can hold, also what no rule
/// would let in: the journal's form must not depend on the rules.
struct RandomEvents {
    private var chance: SeededChance

    init(seed: UInt64) { chance = SeededChance(state: seed) }

    /// One of each kind.
    mutating func all() -> [Event] {
        calls().map { .call(id(), $0) } + cases().map { .case(id(), $0) }
            + escalations().map { .escalation(id(), $0) } + referrals().map { .referral(id(), $0) }
            + shifts().map { .shift(id(), $0) } + handovers().map { .handover(id(), $0) }
            + months().map { .month(id(), $0) } + packs().map { .pack(id(), $0) }
            + hotlines().map { .hotline($0) } + erasures().map { .erasure(integer(), $0) }
    }

    private mutating func erasures() -> [ErasureEvent] {
        [
            .erased(
                kind: one(SubjectKind.allCases), words: list { $0.id() }, because: text(),
                person: maybe { $0.number() }),
            .held(kind: one(SubjectKind.allCases), because: text()),
            .released(kind: one(SubjectKind.allCases), because: text()),
        ]
    }

    private mutating func months() -> [MonthEvent] {
        [.closed(month: date(), definitions: number(), figures: text(), digest: text())]
    }

    private mutating func packs() -> [PackEvent] {
        let terms = PackTerms(
            hotlineCode: text(), hotlineName: text(), projectYearStartMonth: number(),
            donor: Donor(
                code: text(), name: text(), services: list { $0.text() }, calendar: one(WindowLength.allCases),
                dueDay: number(), language: text(), families: list { $0.one(FamilyName.allCases) },
                indicators: list { $0.indicator() }), since: date(),
            thresholds: Thresholds(calls: number(), people: number()),
            families: list { Family($0.one(FamilyName.allCases), tree: $0.tree()) }, answerTargetSeconds: number(),
            shortAbandonSeconds: number())
        let contents = PackContents(
            period: one([Period("2009-Q3")!, Period("2008-10/2009-09")!]), terms: terms,
            months: list { PackContents.Month(month: $0.date(), digest: $0.text()) },
            tables: list {
                Release(
                    recipient: $0.text(), window: $0.text(), family: $0.text(), grouping: $0.list { $0.text() })
            }, manifest: text())
        return [.released(contents: contents), .releasedAgain]
    }

    private mutating func indicator() -> DonorIndicator {
        DonorIndicator(
            code: text(), donorsCode: maybe { $0.text() }, wording: texts(),
            target: maybe { $0.number() },
            source: one([
                .register(text()), .counted(one(Measure.allCases), of: nil),
                .counted(one(Measure.allCases), of: .init(one(Dimension.allCases), text())),
            ]))
    }

    private mutating func tree() -> CodeTree {
        CodeTree(list { $0.text() }, parents: texts(), isOpen: flag())
    }

    private mutating func texts() -> [String: String] {
        Dictionary(list { ($0.one(["MD", "RU", "en", "ro", "ru"]), $0.text()) }) { first, _ in first }
    }

    private mutating func calls() -> [CallEvent] {
        [
            .started(
                number: text(), line: text(), at: instant(), placement: placement(), country: maybe { $0.text() },
                language: maybe { $0.text() }),
            .joined(visit: id()), .connected(at: instant(), placement: placement()),
            .hungUp(at: instant(), held: Span(milliseconds: integer())),
            .held(at: instant()), .resumed(at: instant()), .transferred(to: text()), .ended(at: instant()),
            .entered(
                number: text(), line: text(), started: instant(), ended: instant(), placement: placement(),
                content: content()),
            .saved(content: content()), .closedAs(code: text(), ended: instant()), .escalated(escalation: id()),
            .finalised(revision: number()),
            .amended(
                revision: number(), reason: text(), started: instant(), ended: instant(), placement: placement(),
                content: content()),
            .discarded(reason: text()), .callBackTaken(by: text()), .calledBack(at: instant()),
            .callBackWithdrawn, .recognised(by: one(CallerSign.allCases), codename: maybe { $0.id() }),
            .unrecognised(by: one(CallerSign.allCases)),
        ]
    }

    private mutating func cases() -> [CaseEvent] {
        [
            .opened(
                number: text(),
                origin: one([.escalation(id: id()), .walkIn, .referredIn, .received(source: source())]),
                businessDate: date()),
            .triaged, .putOnHold(reason: maybe { $0.id() }), .resumed, .followedUp, .noted(words: id()),
            .closingProposed(reason: text(), asReferred: flag(), override: maybe { $0.id() }),
            .closed(asReferred: flag(), override: maybe { $0.id() }), .returned(reason: maybe { $0.id() }),
            .reopened(reason: text(), words: maybe { $0.id() }), .merged(into: id()),
            .countedAsReferred(referral: id(), businessDate: date()),
            .absorbed(cases: list { $0.id() }, referredOn: maybe { $0.date() }),
            .personAdded(person: number(), role: text(), pseudonym: id()),
            .personChanged(person: number(), role: maybe { $0.text() }, pseudonym: maybe { $0.id() }),
            .valuesSet(person: maybe { $0.number() }, values: values(), cleared: list { $0.text() }),
            .taskAdded(task: number(), what: id(), responsible: text(), due: maybe { $0.date() }),
            .taskGiven(task: number(), to: text()), .taskFinished(task: number(), result: maybe { $0.id() }),
        ]
    }

    private mutating func source() -> CaseSource {
        CaseSource(file: text(), hotline: text(), number: text(), course: maybe { $0.id() })
    }

    private mutating func escalations() -> [EscalationEvent] {
        [
            .raised(call: id(), callNumber: text(), businessDate: date()), .assigned(to: text()), .acknowledged,
            .kept(by: text()), .reassigned(to: text()),
            .resolved(outcome: text(), reason: maybe { $0.id() }, openedCase: maybe { $0.id() }),
            .reopened(reason: text(), words: maybe { $0.id() }),
            .assessed(
                answers: ["safe_to_talk": text(), "children": text(), "others_at_risk": text()],
                place: maybe { $0.id() }),
        ]
    }

    /// Fields have the names of the table, whatever stands in them.
    private mutating func values() -> [String: CaseValue] {
        [
            "gender": .codes(codes: list { $0.text() }), "birthdate": .words(id: id()),
            "plan_planned_end": .date(date: date()), "children": .number(number: number()),
        ]
    }

    private mutating func referrals() -> [ReferralEvent] {
        [
            .added(
                number: text(), origin: one([.case(id: id()), .escalation(id: id()), .call(id: id())]),
                provider: text(), service: text(), urgency: one(Urgency.allCases)),
            .consented(consent: one([.given, .overridden(because: text()), .refused])), .declined, .sent, .accepted,
            .rejected(reason: text(), outcome: text()), .started, .chased, .kept(by: text()),
            .ended(outcome: text(), source: one(OutcomeSource.allCases)),
            .revoked(reason: maybe { $0.id() }, outcome: text()),
        ]
    }

    private mutating func shifts() -> [ShiftEvent] {
        [
            .planned(
                operator: text(), pattern: maybe { $0.text() }, businessDate: date(), start: instant(),
                end: instant(), substituteFor: maybe { $0.id() }),
            .confirmed, .signedOn,
            .signedOnUnplanned(
                operator: text(), reason: text(), pattern: maybe { $0.text() }, businessDate: date(), end: instant()),
            .markedAbsent(reason: text()), .cancelled, .handoverBegun(handover: id()), .ended,
            .endedBySupervisor(reason: text()),
        ]
    }

    private mutating func handovers() -> [HandoverEvent] {
        [
            .offered(shift: id(), items: list { $0.item() }), .joined(items: list { $0.item() }),
            .acknowledged(item: number()), .parked(item: number()),
            .completed,
        ]
    }

    private mutating func hotlines() -> [HotlineEvent] {
        [
            .applied(hotline: hotline()), .operatorAdded(operator: person()),
            .operatorChanged(code: text(), roles: list { $0.one(Role.allCases) }), .operatorDisabled(code: text()),
            .operatorEnabled(code: text()),
            .lineSet(line: line()),
            .settingsChanged(settings: ["wrap_up_seconds": .number(number()), "donors": .codes(list { $0.text() })]),
        ]
    }
}

// MARK: - What events are made of

extension RandomEvents {
    private mutating func placement() -> Placement {
        Placement(businessDate: date(), hour: number(), pattern: maybe { $0.text() }, offShift: flag())
    }

    private mutating func content() -> CallContent {
        CallContent(
            callClass: maybe { $0.one(CallClass.allCases) }, code: maybe { $0.text() }, caller: maybe { $0.text() },
            country: maybe { $0.text() }, language: maybe { $0.text() }, topics: list { $0.text() },
            sex: maybe { $0.text() }, ageBand: maybe { $0.text() }, heard: maybe { $0.text() },
            outcome: maybe { $0.text() }, callBackAt: maybe { $0.instant() },
            callBack: maybe {
                CallBackTerms(
                    consent: $0.text(), safeTimes: [OpeningHours("18:00-02:30")!], message: $0.text(), number: $0.id()
                )
            }, offShiftReason: maybe { $0.text() },
            region: maybe { $0.id() }, note: maybe { $0.id() })
    }

    private mutating func item() -> HandoverItem {
        HandoverItem(
            number: number(),
            content: one([
                .escalation(id: id()), .draft(id: id()), .callBack(id: id()), .referral(id: id()), .note(id: id()),
            ]), state: one([.open, .parked, .acknowledged]), by: maybe { $0.text() })
    }

    private mutating func person() -> Operator {
        Operator(code: text(), roles: list { $0.one(Role.allCases) }, active: flag())
    }

    private mutating func time() -> LocalTime { LocalTime(minutes: Int(chance.next() % 1441))! }

    private mutating func line() -> Line {
        Line(
            code: text(), name: text(), dialled: text(), countries: list { $0.text() }, languages: list { $0.text() },
            zone: text(), hours: OpeningHours(from: time(), to: time()), since: date(), until: maybe { $0.date() })
    }

    private mutating func hotline() -> Hotline {
        Hotline(
            code: text(), name: text(), projectYearStartMonth: number(),
            lines: list { $0.line() }, operators: list { $0.person() },
            patterns: list { Pattern(code: $0.text(), from: $0.time(), to: $0.time(), staff: $0.number()) },
            roster: list {
                RosterEntry(
                    pattern: $0.text(), operators: $0.list { $0.text() }, first: $0.date(),
                    last: $0.maybe { $0.date() }, days: $0.list { $0.one(Weekday.allCases) })
            },
            providers: list {
                Provider(
                    code: $0.text(), name: $0.text(), services: $0.list { $0.text() }, aliases: $0.list { $0.text() })
            }, settings: settings())
    }

    private mutating func settings() -> Settings {
        Settings(answerTargetSeconds: number(), onCall: list { $0.text() })
    }
}

// MARK: - Values

extension RandomEvents {
    private static let pieces = [
        "a", "Z", "0", " ", "/", "\\", "\"", "'", "<", "&", "ș", "Ț", "Ж", "ё", "日", "é", "e\u{301}", "👍",
        "👩\u{200D}👧", "🇲🇩", "\u{1}", "\u{8}", "\t", "\n", "\u{B}", "\u{C}", "\r", "\r\n", "\u{10}",
        "\u{1B}", "\u{1F}", "\u{7F}", "\u{85}", "\u{2028}", "\u{2029}", "\u{202E}", "\u{FEFF}", "\u{FFFD}",
        "\u{10FFFF}",
    ]

    private mutating func one<T>(_ items: [T]) -> T { items.randomElement(using: &chance)! }
    private mutating func flag() -> Bool { chance.next() % 2 == 0 }
    private mutating func maybe<T>(_ make: (inout RandomEvents) -> T) -> T? { flag() ? make(&self) : nil }

    private mutating func list<T>(_ make: (inout RandomEvents) -> T) -> [T] {
        (0..<(chance.next() % 4)).map { _ in make(&self) }
    }

    private mutating func text() -> String {
        (0..<(chance.next() % 24)).map { _ in one(RandomEvents.pieces) }.joined()
    }

    private mutating func integer() -> Int64 {
        one([.min, .min + 1, -1, 0, 1, .max - 1, .max, Int64(bitPattern: chance.next() >> (chance.next() % 64))])
    }

    private mutating func number() -> Int { Int(integer()) }
    private mutating func instant() -> Instant { Instant(milliseconds: integer()) }
    private mutating func date() -> BusinessDate { BusinessDate(days: integer()) }
    private mutating func id<Kind>() -> ID<Kind> { ID(raw: integer()) }
}

/// Random numbers that come again with the same seed (SplitMix64).
struct SeededChance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
