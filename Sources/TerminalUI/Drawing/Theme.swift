/// A colour as terminals of three kinds know it.
public struct Ink: Hashable, Sendable {
    /// In the palette of 256; 16 and up, because the first 16 differ from terminal to terminal.
    public let of256: UInt8
    public let of16: UInt8
    public let of8: UInt8

    public init(_ of256: UInt8, _ of16: UInt8, _ of8: UInt8) {
        self.of256 = of256
        self.of16 = of16
        self.of8 = of8
    }

    /// The number to use on a terminal with so many colours.
    public func number(ofColours count: Int) -> UInt8 {
        count >= 256 ? of256 : count >= 16 ? of16 : of8
    }
}

/// How a cell looks; without inks, by its attributes alone.
public struct Style: Hashable, Sendable {
    public struct Attributes: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        public static let bold = Attributes(rawValue: 1)
        public static let dim = Attributes(rawValue: 2)
        public static let underline = Attributes(rawValue: 4)
        public static let reverse = Attributes(rawValue: 8)
    }

    public let ink: Ink?
    public let paper: Ink?
    public let attributes: Attributes

    public init(_ ink: Ink? = nil, on paper: Ink? = nil, _ attributes: Attributes = []) {
        self.ink = ink
        self.paper = paper
        self.attributes = attributes
    }
}

/// Which set of looks the person at the desk has chosen.
public enum Scheme: String, CaseIterable, Hashable, Sendable {
    case dark
    case light
    case highContrast = "high-contrast"
    case monochrome

    /// What to start with: a person's own choice, else no colours where
    /// `NO_COLOR` is set to anything (no-color.org), else dark.
    public static func initial(chosen: Scheme?, noColor: String?) -> Scheme {
        if let chosen { return chosen }
        return noColor.map { !$0.isEmpty } ?? false ? .monochrome : .dark
    }

    public var theme: Theme {
        switch self {
        case .dark: .dark
        case .light: .light
        case .highContrast: .highContrast
        case .monochrome: .monochrome
        }
    }
}

/// A look for every role.
public struct Theme: Hashable, Sendable {
    public let styles: [Role: Style]

    public init(_ styles: [Role: Style]) { self.styles = styles }

    /// How a role looks; a role that a theme forgot (a test forbids it) looks like text.
    public func style(_ role: Role) -> Style { styles[role] ?? styles[.text] ?? Style() }
}
