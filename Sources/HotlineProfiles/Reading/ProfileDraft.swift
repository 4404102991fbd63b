import HotlineDomain

/// What a profile says, each part with its place in the text; what could not be
/// read is left out.
struct ProfileDraft {
    let file: String
    let source: SourceIndex
    var code = ""
    var name = ""
    var projectYearStartMonth = 1
    var lines: [Located<Line>] = []
    var operators: [Located<Operator>] = []
    var patterns: [Located<Pattern>] = []
    var roster: [Located<RosterEntry>] = []
    var territories: [Located<Territory>] = []
    var providers: [Located<Provider>] = []
    var donors: [Located<DonorTable>] = []
    var settings = Settings()
    /// Whether no line, operator, pattern or entry of the roster was left out.
    /// Where one was, what it would have covered must not be taken for a gap.
    var isWhole = true
    /// Whether no donor was left out.
    var fundsAreWhole = true

    struct Located<Value> {
        var value: Value
        let path: SourcePath
        /// Whether a date in it could not be read. Such an entry of a roster is
        /// taken to go on for ever, so that one slip of a finger is not reported
        /// as a gap as well.
        var hasBadDate = false
    }

    init(file: String, source: SourceIndex) {
        self.file = file
        self.source = source
    }

    var hotline: Hotline {
        Hotline(
            code: code, name: name, projectYearStartMonth: projectYearStartMonth, lines: lines.map(\.value),
            operators: operators.map(\.value), patterns: patterns.map(\.value), roster: roster.map(\.value),
            territories: territories.map(\.value), providers: providers.map(\.value),
            donors: donors.map(\.value.donor), settings: settings)
    }

    func problem(
        _ rule: ProfileRule, at path: SourcePath, _ details: [String: ProfileProblem.Detail] = [:]
    ) -> ProfileProblem {
        let place = source.value(path)
        return ProfileProblem(rule: rule, file: file, line: place.line, column: place.column, details: details)
    }
}
