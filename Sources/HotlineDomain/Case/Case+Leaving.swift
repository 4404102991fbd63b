/// What of a case may go to another house: only of people who agreed to it.
extension Case {
    /// Refuses a case about somebody who did not agree, or about nobody.
    func checkMayLeave() throws(Refusal) {
        if status == .duplicate { throw Refusal(CaseRule.isDuplicate, ["number": number]) }
        let asked = people.filter(\.isSurvivor)
        let missing = asked.filter { !$0.agreedToShare }.map { String($0.number) }
        guard !asked.isEmpty, missing.isEmpty else {
            throw Refusal(
                CaseRule.noConsent,
                ["number": number, "people": missing.isEmpty ? "-" : missing.joined(separator: ", ")])
        }
    }

    /// Who goes with it: a relative or an aggressor who was never asked stays.
    public var peopleWhoLeave: [CasePerson] { people.filter(\.agreedToShare) }
}

extension CasePerson {
    /// `con_Consent` of the standard.
    public var agreedToShare: Bool { code("consent") == "yes" }
}
