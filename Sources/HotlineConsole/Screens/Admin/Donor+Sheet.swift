import HotlineDomain
import TerminalUI
import Wording

extension Sheet {
    /// Everything that is known of a donor: what it pays for, when it is told, and of what.
    mutating func donor(_ donor: Donor, _ situation: Situation) {
        let say = situation.say
        heading(donor.name)
        fact(say("provider.code"), donor.code)
        fact(
            say("admin.field.services"), donor.services.map { situation.label(.service, $0) }.joined(separator: ", "))
        fact(say("admin.field.projects"), donor.projects.joined(separator: ", "))
        fact(
            say("admin.field.calendar"),
            say(
                "admin.donor.due",
                ["period": say("pack.length.\(donor.calendar.rawValue)"), "day": "\(donor.dueDay)"]))
        fact(say("admin.field.language"), situation.label(.language, donor.language))
        let families = donor.families.map { say("pack.family.\($0.rawValue)") }
        fact(
            say("admin.field.families"),
            families.isEmpty ? say("admin.donor.everything") : families.joined(separator: ", "))
        fact(say("admin.field.iati_activity"), donor.iatiActivity ?? "")
        fact(say("admin.field.iati_organisation"), donor.iatiOrganisation ?? "")
        fact(say("admin.line.since"), donor.since.map(situation.fullDay) ?? "")
        fact(say("admin.line.until"), donor.until.map(situation.fullDay) ?? "")
        heading(say("admin.donor.indicators"))
        for indicator in donor.indicators { fact(indicator.donorsCode ?? indicator.code, indicator.text(say)) }
    }
}

extension DonorIndicator {
    /// In the words of who looks at it, with what it aims for.
    fileprivate func text(_ say: Say) -> String {
        let wording = wording[say.language.rawValue] ?? wording["en"] ?? code
        return target.map { say("admin.donor.target", ["indicator": wording, "target": say.integer($0)]) } ?? wording
    }
}
