import HotlineDomain
import HotlineProfiles

/// A small hotline without a fault, day and night, which tests break in one place.
enum Sample {
    static let text = """
        code = "sample"
        name = "Sample"

        [[line]]
        code = "md"
        name = "Moldova"
        dialled = "0-800-00000"
        countries = ["MD"]
        languages = ["ro", "ru"]
        zone = "Europe/Chisinau"
        hours = "00:00-24:00"
        since = 2026-01-01

        [[operator]]
        code = "01"
        roles = ["operator"]

        [[operator]]
        code = "02"
        roles = ["operator"]

        [[operator]]
        code = "03"
        roles = ["operator"]

        [[operator]]
        code = "51"
        roles = ["specialist"]

        [[operator]]
        code = "91"
        roles = ["supervisor"]

        [[pattern]]
        code = "day"
        hours = "08:00-20:00"
        staff = 2

        [[pattern]]
        code = "night"
        hours = "20:00-08:00"
        staff = 1

        [[roster]]
        pattern = "day"
        operators = ["01", "02"] # by day
        first = 2026-11-01

        [[roster]] # 2
        pattern = "night"
        operators = ["03"] # by night
        first = 2026-11-01

        [[territory]]
        code = "orhei"
        name = "Orhei"

        [[provider]]
        code = "shelter"
        name = "A shelter"
        services = ["safe_accommodation"]

        [settings]
        on_call = ["51", "91"]

        """

    /// The sample with one text in place of another, which must be there.
    static func with(_ old: String, _ new: String) -> String {
        precondition(text.contains(old), "the sample has no \(old)")
        return text.replacing(old, with: new, maxReplacements: 1)
    }

    static func hotline(_ text: String = text) throws -> Hotline {
        try HotlineProfile.read(text: text, file: "sample.toml").hotline
    }
}

extension ProfileProblem {
    /// `roster.gap 41`
    var short: String { "\(rule.rawValue) \(line)" }

    /// A placeholder's filling as text, phrases by their keys.
    func detail(_ name: String) -> String? {
        details[name]?.text { key, details in
            details.isEmpty
                ? key : "\(key)(\(details.keys.sorted().map { details[$0] ?? "" }.joined(separator: "; ")))"
        }
    }
}
