import HotlineDomain

/// A hotline as a file under `shifts/` describes it.
public struct HotlineProfile: Hashable, Sendable {
    /// As the person named it.
    public let file: String
    public let hotline: Hotline
    /// Holes in its plan: they keep no store from taking it, but somebody should know.
    public let remarks: [ProfileProblem]

    /// Throws everything that keeps a store from taking the profile, and what else there is to mend.
    /// `asOf`: the day from which open-ended entries matter, for remarks; else the day they begin.
    public static func read(
        path: String, asOf: BusinessDate? = nil
    ) throws(BrokenProfile) -> HotlineProfile {
        switch contents(path) {
        case .success(let text): try read(text, asOf)
        case .failure(let problem): throw BrokenProfile(problems: [problem])
        }
    }

    public static func read(
        text: String, file: String, asOf: BusinessDate? = nil
    ) throws(BrokenProfile) -> HotlineProfile {
        try read(ProfileText(file: file, text: text), asOf)
    }

    /// Everything there is to mend, in the order of the file; empty for a clean profile.
    public static func check(
        path: String, asOf: BusinessDate? = nil
    ) -> [ProfileProblem] {
        switch contents(path) {
        case .success(let text): examined(text, asOf).problems
        case .failure(let problem): [problem]
        }
    }

    public static func check(
        text: String, file: String, asOf: BusinessDate? = nil
    ) -> [ProfileProblem] {
        examined(ProfileText(file: file, text: text), asOf).problems
    }

    private static func read(
        _ text: ProfileText, _ asOf: BusinessDate?
    ) throws(BrokenProfile) -> HotlineProfile {
        let (draft, problems) = examined(text, asOf)
        guard let draft, !problems.contains(where: \.rule.blocks) else { throw BrokenProfile(problems: problems) }
        return HotlineProfile(file: text.file, hotline: draft.hotline, remarks: problems)
    }

    private static func examined(
        _ text: ProfileText, _ asOf: BusinessDate?
    ) -> (draft: ProfileDraft?, problems: [ProfileProblem]) {
        var (draft, problems) = ProfileReader.read(text)
        if let draft {
            problems += ReferenceCheck(draft: draft).problems + DonorCheck(draft: draft).problems
            // Without every line and pattern, what is missing would be taken for a gap.
            if draft.isWhole { problems += PlanCheck(draft: draft, asOf: asOf)?.problems ?? [] }
        }
        problems.sort { ($0.line, $0.column, $0.rule.rawValue) < ($1.line, $1.column, $1.rule.rawValue) }
        return (draft, problems)
    }

    private static func contents(_ path: String) -> Result<ProfileText, ProfileProblem> {
        do {
            return .success(try ProfileText(file: path, bytes: ProfileFile.bytes(path)))
        } catch {
            return .failure(error)
        }
    }
}
