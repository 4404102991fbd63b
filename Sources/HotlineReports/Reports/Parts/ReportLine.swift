import HotlineDomain

/// One figure of an internal report as it is read: what it is called, what it
/// came to, what it is a part of, and how it is made.
public struct ReportLine: Hashable, Sendable, Identifiable {
    /// The same in every period, and once in its part.
    public let id: String
    public let name: Name
    public let value: Value
    /// The count as a part of its whole.
    public var share: Share?
    /// Of the calls counted, those that were SOS.
    public var sos = 0
    /// Key of the sentence that says how it is made.
    public let formula: String
    /// Which they are, as the hotline calls them; or where the figure is from.
    public var which: [String] = []
    /// The calls that are counted in it; nil where no calls stand behind it.
    public var behind: Behind?
    /// In the period before, and in the same a year before; nil where nothing is known of it.
    public var before: Value?
    public var yearBefore: Value?

    public init(
        _ id: String, _ name: Name, _ value: Value, share: Share? = nil, sos: Int = 0, formula: String,
        behind: Behind? = nil
    ) {
        self.id = id
        self.name = name
        self.value = value
        self.share = share
        self.sos = sos
        self.formula = formula
        self.behind = behind
    }

    /// What it is called, not yet in any language.
    public enum Name: Hashable, Sendable {
        /// A key of the catalogue.
        case word(String)
        /// A code, by the column it stands in.
        case code(String, String)
        /// A step of time.
        case period(Period)
        /// As the hotline calls it.
        case text(String)
    }

    public enum Value: Hashable, Sendable {
        case count(Int)
        case share(Share)
        /// A length, over so many; nil over none.
        case time(Span?, of: Int)
        case minutes(Int)
        /// What was promised; nil: nothing was, or it is not known yet.
        case reached(Int?, target: Int?)

        /// What a bar is drawn by.
        public var length: Int? {
            switch self {
            case .count(let n), .minutes(let n): n
            case .share(let share): share.n
            case .time, .reached: nil
            }
        }
    }

    public struct Behind: Hashable, Sendable {
        public let measure: Measure
        public let dimension: Dimension
        public let key: String

        public init(_ measure: Measure, _ dimension: Dimension = .all, _ key: String = CountKey.everything) {
            self.measure = measure
            self.dimension = dimension
            self.key = key
        }
    }
}
