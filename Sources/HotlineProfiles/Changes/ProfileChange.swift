import HotlineDomain

/// One thing that a profile would change in a running hotline.
public struct ProfileChange: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable { case added, removed, changed }

    /// The table of the profile, as its file calls it.
    public enum Part: String, CaseIterable, Sendable {
        case hotline, line, `operator`, pattern, roster, territory, provider, donor, indicator, settings
    }

    public let part: Part
    public let kind: Kind
    /// The code of what changes; for an entry of the roster its pattern and first date; else empty.
    public let subject: String
    /// The key of the file whose value changes; empty for what comes or goes whole.
    public let field: String
    public let old: String
    public let new: String

    /// Of the catalogue; its placeholders are `{part}`, `{subject}`, `{field}`, `{old}`, `{new}`.
    public var key: String {
        let isWhole = part == .hotline || part == .settings
        return "profile.change." + (isWhole ? "setting" : kind.rawValue)
    }

    public func text(_ say: (_ key: String, _ details: [String: String]) -> String) -> String {
        say(
            key,
            [
                "part": say("profile.part.\(part.rawValue)", [:]), "subject": subject, "field": field,
                "old": old.isEmpty ? "-" : old, "new": new.isEmpty ? "-" : new,
            ])
    }
}

extension HotlineProfile {
    /// What there is to tell a person before a profile is applied, in the order
    /// of a profile's tables; empty where nothing changes.
    public static func difference(from old: Hotline, to new: Hotline) -> [ProfileChange] {
        fields(.hotline, "", old.fields, new.fields)
            + parts(.line, old.lines, new.lines, \.code, \.fields)
            + parts(.operator, old.operators, new.operators, \.code, \.fields)
            + parts(.pattern, old.patterns, new.patterns, \.code, \.fields)
            + parts(.roster, numbered(old.roster), numbered(new.roster), \.subject, \.entry.fields)
            + parts(.territory, old.territories, new.territories, \.code, \.fields)
            + parts(.provider, old.providers, new.providers, \.code, \.fields)
            + parts(.donor, old.donors, new.donors, \.code, \.fields)
            + parts(.indicator, indicators(old, new), indicators(new, old), \.subject, \.indicator.fields)
            + fields(.settings, "", old.settings.fields, new.settings.fields)
    }

    typealias Field = (name: String, value: String)

    private static func parts<Value>(
        _ part: ProfileChange.Part, _ old: [Value], _ new: [Value], _ subject: (Value) -> String,
        _ describe: (Value) -> [Field]
    ) -> [ProfileChange] {
        let before = Dictionary(old.map { (subject($0), $0) }) { first, _ in first }
        let after = Set(new.map(subject))
        let present = new.flatMap { value -> [ProfileChange] in
            guard let was = before[subject(value)] else { return [whole(part, .added, subject(value))] }
            return fields(part, subject(value), describe(was), describe(value))
        }
        return present + old.map(subject).filter { !after.contains($0) }.map { whole(part, .removed, $0) }
    }

    private static func whole(
        _ part: ProfileChange.Part, _ kind: ProfileChange.Kind, _ subject: String
    ) -> ProfileChange {
        ProfileChange(part: part, kind: kind, subject: subject, field: "", old: "", new: "")
    }

    private static func fields(
        _ part: ProfileChange.Part, _ subject: String, _ old: [Field], _ new: [Field]
    ) -> [ProfileChange] {
        zip(old, new).filter { $0.value != $1.value }.map { was, now in
            ProfileChange(
                part: part, kind: .changed, subject: subject, field: now.name, old: was.value, new: now.value)
        }
    }

    /// Each by its donor's code and its own. A donor that comes or goes brings and takes its own.
    private static func indicators(
        _ hotline: Hotline, _ other: Hotline
    ) -> [(subject: String, indicator: DonorIndicator)] {
        hotline.donors.filter { other.donor($0.code) != nil }.flatMap { donor in
            donor.indicators.map { ("\(donor.code) \($0.code)", $0) }
        }
    }

    /// Entries of a roster have no code: they are told apart by pattern, first
    /// date and weekdays, and by their order where these are the same.
    private static func numbered(_ roster: [RosterEntry]) -> [(subject: String, entry: RosterEntry)] {
        var seen: [String: Int] = [:]
        return roster.map { entry in
            var subject = "\(entry.pattern) \(entry.first)"
            if entry.days.count < 7 { subject += " " + entry.weekdays }
            let count = seen[subject, default: 0] + 1
            seen[subject] = count
            return (count == 1 ? subject : "\(subject) (\(count))", entry)
        }
    }
}
