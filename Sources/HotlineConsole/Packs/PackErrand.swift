import HotlineDomain

/// A pack that somebody gives from the screen, or a draft of one.
public struct PackErrand: Hashable, Sendable {
    public let donor: String
    public let period: Period
    /// Where it goes, from the root on.
    public let folder: String
    public let isDraft: Bool
    /// Who signs for it.
    public let actor: String

    public init(donor: String, period: Period, folder: String, isDraft: Bool, actor: String) {
        self.donor = donor
        self.period = period
        self.folder = folder
        self.isDraft = isDraft
        self.actor = actor
    }
}

/// How far it has come.
public enum PackStep: Hashable, Sendable {
    /// Months that are open, as of now.
    case counting(done: Int, of: Int)
    case making
    case writing(done: Int, of: Int)
    case done(PackDone)
}

/// What came of it.
public struct PackDone: Hashable, Sendable {
    /// The digest of its manifest, as the ledger has it.
    public let manifest: String
    /// Who gave the very same first, if that was before.
    public let earlier: Stamp?

    public init(manifest: String, earlier: Stamp?) {
        self.manifest = manifest
        self.earlier = earlier
    }
}

/// Why a pack could not be put where it was to go.
public struct PackFault: Error, Hashable, Sendable {
    /// Its sentence in the catalogue, and what fills its placeholders.
    public let key: String
    public let details: [String: String]

    public init(_ key: String, _ details: [String: String]) {
        self.key = key
        self.details = details
    }
}

/// The errand that was begun last, as screens show it.
public struct PackWork: Hashable, Sendable {
    public enum State: Hashable, Sendable {
        case going(PackStep)
        case done(PackDone)
        case stopped(FieldFault)
    }

    public let errand: PackErrand
    public let state: State

    var isGoing: Bool { if case .going = state { true } else { false } }
    var isCounting: Bool { if case .going(.counting) = state { true } else { false } }

    func isOf(_ donor: String, _ period: Period) -> Bool { errand.donor == donor && errand.period == period }
}
