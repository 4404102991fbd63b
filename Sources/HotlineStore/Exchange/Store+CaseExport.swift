import Crypto
import FoundationEssentials
import HotlineDomain

extension Store {
    /// What of these cases may go to another house. Refuses who may not, a case
    /// of people who did not agree, and one whose words were erased. That it
    /// left is in the journal before anything of it is given out.
    public func exportCases(
        _ ids: [CaseID], as format: CaseFormat, by actor: String, at now: Instant
    ) throws -> CaseParcel {
        let hotline = try hotline()
        if actor != Stamp.systemCode { try known(actor).require(.exportCases) }
        guard opensWords else { throw StoreError.locked }
        var document = CaseDocument(
            from: CaseDocument.House(hotline: hotline.code, name: hotline.name),
            madeOn: try zone(hotline.zone).date(at: now).description, cases: [])
        for id in ids {
            guard let file = try self.case(id) else { throw Refusal(CaseRule.unknown) }
            document.cases.append(try leaving(file))
        }
        try perform(ids.map { .access(.exportCase($0, format: format.rawValue)) }, by: actor, at: now)
        return CaseParcel(document, format)
    }

    private func leaving(_ file: Case) throws -> CaseDocument.File {
        let ofCase = CaseField.of(.case).filter { !$0.isOfCourse }
        return CaseDocument.File(
            id: hexadecimal(SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }), number: file.number,
            fields: try leaving(file.values, ofCase),
            people: try file.peopleWhoLeave.map { person in
                guard let pseudonym = try words(person.pseudonym) else {
                    throw ExchangeError.wordsErased(number: file.number)
                }
                return CaseDocument.Person(
                    role: person.role, pseudonym: Confided(pseudonym.revealed), contexts: person.contexts,
                    fields: try leaving(person.values, CaseField.of(.person)))
            },
            course: try course(of: file), before: try before(file))
    }

    private func leaving(_ values: [String: CaseValue], _ fields: [CaseField]) throws -> [String: Known] {
        var known: [String: Known] = [:]
        for field in fields where field.goesOut {
            guard let value = values[field.name] else { continue }
            known[field.name] = try self.known(value, field)
        }
        return known
    }

    /// Nil for words that were erased.
    private func known(_ value: CaseValue, _ field: CaseField) throws -> Known? {
        switch value {
        case .codes(let codes):
            if case .codes = field.kind { return .codes(codes) }
            return codes.first.map { .text(Confided($0)) }
        case .date(let date): return .text(Confided(date.description))
        case .number(let number): return .number(number)
        case .words(let id): return try words(id).map { .text(Confided($0.revealed)) }
        }
    }

    private func course(of file: Case) throws -> CaseDocument.Course {
        var course = CaseDocument.Course()
        course.htcdsStatus = file.status.htcds
        course.status = file.status.rawValue
        course.origin = file.origin.code
        course.openedOn = file.businessDate.description
        course.closing = file.closing?.reason
        course.referredOn = file.referredOn?.description
        course.fields = try leaving(file.values, CaseField.of(.case).filter(\.isOfCourse))
        course.timeline = try timeline(of: file).map { try CaseDocument.Step($0.stamp, $0.event) }
        let hotline = try hotline()
        let rules = try zone(hotline.zone)
        course.referrals = try referrals(of: file).map { CaseDocument.Referred($0, hotline, rules) }
        return course
    }

    /// The houses a received case was in, as they told it.
    private func before(_ file: Case) throws -> [CaseDocument.Stretch] {
        guard let course = file.origin.source?.course, let text = try words(course) else { return [] }
        return (try? JSONDecoder().decode([CaseDocument.Stretch].self, from: Data(text.revealed.utf8))) ?? []
    }
}

extension CaseDocument.Step {
    fileprivate init(_ stamp: Stamp, _ event: Event) throws {
        at = String(ZoneRules.utc.wallClock(at: stamp.at).iso8601.prefix(19)) + "Z"
        by = stamp.by
        of = event.subject.kind.rawValue
        // The journal writes an event as an object with its name as the only key.
        let body = try EventCodec().text(event)
        self.event = String(body.drop { $0 != "\"" }.dropFirst().prefix { $0 != "\"" })
        code = event.code
    }
}

extension Event {
    /// The reason or the outcome it tells.
    fileprivate var code: String? {
        switch self {
        case .call(_, .closedAs(let code, _)): code
        case .escalation(_, .resolved(let outcome, _, _)): outcome
        case .escalation(_, .reopened(let reason, _)): reason
        case .case(_, .opened(_, let origin, _)): origin.code
        case .case(_, .closingProposed(let reason, _, _)): reason
        case .case(_, .reopened(let reason, _)): reason
        case .referral(_, .added(_, _, _, let service, _)): service
        case .referral(_, .rejected(let reason, _)): reason
        case .referral(_, .delivered(let delivered)): delivered.service
        case .referral(_, .ended(let outcome, _)), .referral(_, .revoked(_, let outcome)): outcome
        default: nil
        }
    }
}

extension CaseDocument.Referred {
    fileprivate init(_ referral: Referral, _ hotline: Hotline, _ zone: ZoneRules) {
        self.init(
            number: referral.number, provider: hotline.provider(referral.provider)?.name ?? referral.provider,
            service: referral.service, urgency: referral.urgency.rawValue, status: referral.status.rawValue,
            sentOn: referral.sentAt.map { zone.date(at: $0).description }, rejectedBecause: referral.rejectedBecause,
            outcome: referral.outcome, source: referral.source?.rawValue,
            services: referral.delivered.map {
                CaseDocument.Delivered(service: $0.service, donor: $0.donor, on: $0.businessDate.description)
            })
    }
}
