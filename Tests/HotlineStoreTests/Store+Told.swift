import HotlineDomain

@testable import HotlineStore

/// Things with words in every part of them, closed again.
extension Store {
    /// An SOS with its case, one person in it, and a referral that has ended.
    func toldCase(at started: Instant, _ text: String) throws -> CaseID {
        let call = try log(
            .sos, at: started, outcome: "escalated", region: "place \(text.prefix(20))", note: "note \(text)")
        let now = started + .minutes(30)
        guard let escalation = try self.call(call)?.escalation else { throw StoreError.busy }
        let (file, referral) = (newID(Case.self, at: now), newID(Referral.self, at: now))
        func said(_ what: String) -> Written { written("\(what) \(text)", at: now) }
        try perform([.escalation(escalation, .assign(to: "51"))], by: "91", at: now)
        try perform(
            [
                .escalation(escalation, .acknowledge), .case(file, .open(.escalation(id: escalation))),
                .escalation(
                    escalation, .resolve(outcome: "case_opened", reason: said("reason"), openedCase: file)),
                .case(file, .triage),
                .case(
                    file,
                    .addPerson(
                        role: "beneficiary", pseudonym: written("pseudonym \(text.prefix(20))", at: now),
                        [CaseEntry("first_name", .words(written("name \(text.prefix(1500))", at: now)))])),
                .case(file, .note(said("file"))),
                .referral(
                    referral,
                    .add(.case(id: file), provider: "capc", service: "social_reintegration", urgency: .day)),
                .referral(referral, .consent(.given)), .referral(referral, .send),
                .referral(referral, .revoke(reason: said("revoked"), outcome: "not_applicable")),
                .case(file, .proposeClosing(reason: "plan_completed", asReferred: false, override: nil)),
            ], by: "51", at: now)
        try perform([.case(file, .approve(override: nil))], by: "91", at: now)
        return file
    }

    /// The sealed records there are, by their ids.
    func records() throws -> [Int64: (kind: String, subject: Int64, sealed: [UInt8], key: [UInt8])] {
        try engine.read { connection in
            let rows = try connection.all(
                "SELECT id, kind, subject, sealed, wrapped_key FROM words WHERE erased_at IS NULL"
            ) { ($0.integer(0), ($0.text(1), $0.integer(2), $0.bytes(3), $0.bytes(4))) }
            return Dictionary(uniqueKeysWithValues: rows)
        }
    }

    /// Everything counted, as reports read it.
    func counted() throws -> [String: Int64] {
        try engine.read { connection in
            let rows = try connection.all(
                "SELECT measure || '|' || dimension || '|' || business_date || '|' || key, sum(n) FROM count_cell GROUP BY 1"
            ) { ($0.text(0), $0.integer(1)) }
            return Dictionary(uniqueKeysWithValues: rows)
        }
    }
}
