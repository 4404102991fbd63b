/// The rules that can stand in the way of an entry of the directory.
public enum ProviderRule: String, RuleName {
    case unknown = "provider.unknown"
    case exists = "provider.exists"
    case badCode = "provider.bad_code"
    case badName = "provider.bad_name"
    case needsService = "provider.needs_service"
    case unknownTerritory = "provider.unknown_territory"
    case badAges = "provider.bad_ages"
    case badPlaces = "provider.bad_places"
    case endsBeforeItBegins = "provider.ends_before_it_begins"
}

/// The rules that can stand in the way of a territory.
public enum TerritoryRule: String, RuleName {
    case unknown = "territory.unknown"
    case exists = "territory.exists"
    case badCode = "territory.bad_code"
    case badName = "territory.bad_name"
    /// Its coordinator is an office, without a telephone or a mail address.
    case badCoordinator = "territory.bad_coordinator"
    /// What it lies in is not known, or lies in it.
    case badPlace = "territory.bad_place"
    case endsBeforeItBegins = "territory.ends_before_it_begins"
}
