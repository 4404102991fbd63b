import HotlineDomain

/// The published year of the Transnistria line, and an empty one before it.
enum FieldCounts {
    static let year = Period("2008-10/2009-09")!

    static func source(_ measure: Measure, _ dimension: Dimension, _ period: Period) -> [String: Int] {
        guard period == year else { return [:] }
        switch (measure, dimension) {
        case (.calls, .all): return ["all": 1346]
        case (.sos, .all): return ["all": 126]
        case (.casesOpened, .all): return ["all": 19]
        case (.referred, .all): return ["all": 3]
        case (.escalations, .outcome): return ["case_opened": 19, "resolved_by_consultation": 107]
        case (.calls, .class): return ["sos": 126, "information": 1000, "counselling": 220]
        case (.sos, .class): return ["sos": 126]
        case (.calls, .hour): return ["09": 46, "21": 1300]
        case (.calls, .country): return ["MD": 700, "RU": 600, "UA": 20, "TR": 20, "not_recorded": 6]
        case (.sos, .country): return ["RU": 100, "TR": 20, "MD": 6]
        default: return [:]
        }
    }
}
