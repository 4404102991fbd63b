/// What a profile must keep to; a problem is named after the rule it broke, and
/// its sentence is in the catalogue under `profile.<rule>`.
public enum ProfileRule: String, CaseIterable, Hashable, Sendable {
    case unreadable = "profile.unreadable"
    case notUTF8 = "profile.not_utf8"
    case forbiddenCharacter = "profile.forbidden_character"
    case syntax = "profile.syntax"
    case namelessHeader = "profile.nameless_header"
    case strayBrace = "profile.stray_brace"
    case unknownKey = "profile.unknown_key"
    case missingKey = "profile.missing_key"
    case wrongType = "profile.wrong_type"
    case empty = "profile.empty"
    case badCode = "profile.bad_code"
    case duplicateCode = "profile.duplicate_code"
    case listedTwice = "profile.listed_twice"
    case outOfRange = "profile.out_of_range"
    case badHours = "profile.bad_hours"

    case lineUnknownCountry = "line.unknown_country"
    case lineUnknownLanguage = "line.unknown_language"
    case lineUnknownZone = "line.unknown_zone"
    case lineBadDate = "line.bad_date"

    case operatorUnknownRole = "operator.unknown_role"
    case noOperator = "operator.nobody_answers"
    case noSpecialist = "operator.no_specialist"
    case noSupervisor = "operator.no_supervisor"

    case rosterUnknownPattern = "roster.unknown_pattern"
    case rosterUnknownOperator = "roster.unknown_operator"
    case rosterInactiveOperator = "roster.inactive_operator"
    case rosterBadDate = "roster.bad_date"
    case rosterEndsBeforeStart = "roster.ends_before_start"
    case rosterBadDay = "roster.bad_day"
    case rosterGap = "roster.gap"
    case rosterGapWithoutPattern = "roster.gap_without_pattern"
    case rosterOverlap = "roster.overlap"
    case rosterUnderstaffed = "roster.understaffed"

    case territoryUnknown = "territory.unknown"
    case territoryBadDate = "territory.bad_date"

    case providerUnknownService = "provider.unknown_service"
    case providerUnknownTerritory = "provider.unknown_territory"
    case providerUnknownLanguage = "provider.unknown_language"
    case providerBadAges = "provider.bad_ages"
    case providerBadDate = "provider.bad_date"

    case donorUnknownService = "donor.unknown_service"
    case donorUnknownCalendar = "donor.unknown_calendar"
    case donorUnknownLanguage = "donor.unknown_language"
    case donorUnknownFamily = "donor.unknown_family"
    case donorFamilyNotPublished = "donor.family_not_published"
    case donorBadDate = "donor.bad_date"
    case donorEndsBeforeStart = "donor.ends_before_start"
    case indicatorUnknownUnit = "donor.indicator_unknown_unit"
    case indicatorUnknownMeasure = "donor.indicator_unknown_measure"
    case indicatorNeedsSource = "donor.indicator_needs_source"
    case indicatorTwoSources = "donor.indicator_two_sources"
    case indicatorBadFilter = "donor.indicator_bad_filter"
    case indicatorNoTable = "donor.indicator_no_table"
    case indicatorUnknownCode = "donor.indicator_unknown_code"
    case indicatorNotPublished = "donor.indicator_not_published"
    case packsUnknownFamily = "packs.unknown_family"
    case packsUnknownWindow = "packs.unknown_window"
    case packsLinkedFamilies = "packs.linked_families"
    case packsUnevenWindows = "packs.uneven_windows"

    case settingsUnknownService = "settings.unknown_service"
    case settingsUnknownOperator = "settings.unknown_operator"
    case switchUnknownLine = "switch.unknown_line"
    case switchUnknownOperator = "switch.unknown_operator"

    /// Whether no store may take the profile: something in it is wrong or can be
    /// read two ways. The others are holes in a plan, or a figure a donor asks for and
    /// nobody is shown, which a hotline may know of and live with.
    public var blocks: Bool {
        switch self {
        case .noSpecialist, .noSupervisor, .rosterGap, .rosterGapWithoutPattern, .rosterOverlap, .rosterUnderstaffed,
            .indicatorNotPublished:
            false
        default: true
        }
    }
}
