import HotlineDomain

/// Why a case's file cannot be opened or taken in. Its sentence for people is
/// in the catalogue under `exchange.<name>`.
public enum ExchangeError: Error, Hashable, Sendable {
    /// It is no file of this kind.
    case notACaseFile
    /// It ends before it should, or was changed on its way.
    case damaged
    case wrongPassphrase
    /// Written by a later release.
    case newerVersion(found: Int, known: Int)
    /// Longer than any case.
    case tooLong(bytes: Int, max: Int)
    /// Of a case that was to leave there is nothing left but what was counted.
    case wordsErased(number: String)
    /// What stands in it does not fit, each with its place. None of it is taken in.
    case doesNotFit([Problem])

    /// One thing that is wrong.
    public struct Problem: Hashable, Sendable {
        /// `3: prs_Gender` in a table, `cases[0].people[1].gender` in a document.
        public let place: String
        public let rule: String
        public let details: [String: String]

        init(_ place: String, _ rule: String, _ details: [String: String] = [:]) {
            self.place = place
            self.rule = rule
            self.details = details
        }

        init(_ place: String, _ refusal: Refusal) {
            self.init(place, refusal.rule, refusal.details)
        }

        /// The key of its sentence.
        public var sentence: String { rule.hasPrefix("exchange.") ? rule : "refusal.\(rule)" }
    }

    public var name: String {
        switch self {
        case .notACaseFile: "not_a_case_file"
        case .damaged: "damaged"
        case .wrongPassphrase: "wrong_passphrase"
        case .newerVersion: "newer_version"
        case .tooLong: "too_long"
        case .wordsErased: "words_erased"
        case .doesNotFit: "does_not_fit"
        }
    }

    public var details: [String: String] {
        switch self {
        case .newerVersion(let found, let known): ["found": String(found), "known": String(known)]
        case .tooLong(let bytes, let max): ["bytes": String(bytes), "max": String(max)]
        case .wordsErased(let number): ["number": number]
        case .notACaseFile, .damaged, .wrongPassphrase, .doesNotFit: [:]
        }
    }
}
