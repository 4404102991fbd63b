/// A point in time: whole milliseconds since 1970-01-01T00:00:00Z.
public struct Instant: Hashable, Comparable, Sendable {
    public let milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }
    public init(seconds: Int64) { self.milliseconds = seconds * 1000 }

    public static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }

    /// Whole seconds since 1970, rounded down, also before 1970.
    public var seconds: Int64 { milliseconds.floorDivided(by: 1000) }

    public static func + (a: Instant, b: Span) -> Instant { Instant(milliseconds: a.milliseconds + b.milliseconds) }
    public static func - (a: Instant, b: Span) -> Instant { Instant(milliseconds: a.milliseconds - b.milliseconds) }
    public static func - (a: Instant, b: Instant) -> Span { Span(milliseconds: a.milliseconds - b.milliseconds) }
}

/// A length of time in milliseconds; may be negative.
public struct Span: Hashable, Comparable, Sendable {
    public let milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }
    public static let zero = Span(milliseconds: 0)
    public static func seconds(_ n: Int64) -> Span { Span(milliseconds: n * 1000) }
    public static func minutes(_ n: Int64) -> Span { Span(milliseconds: n * 60_000) }
    public static func hours(_ n: Int64) -> Span { Span(milliseconds: n * 3_600_000) }
    public static func days(_ n: Int64) -> Span { Span(milliseconds: n * 86_400_000) }

    /// Whole ones that have passed, as a clock that runs shows them.
    public var seconds: Int64 { milliseconds.floorDivided(by: 1000) }
    /// The nearest whole one, a half up: what was measured.
    public var secondsRounded: Int64 { (milliseconds + 500).floorDivided(by: 1000) }
    public var minutes: Int64 { milliseconds.floorDivided(by: 60_000) }

    public static func < (a: Span, b: Span) -> Bool { a.milliseconds < b.milliseconds }
    public static func + (a: Span, b: Span) -> Span { Span(milliseconds: a.milliseconds + b.milliseconds) }
}

extension Instant: Codable {
    public init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.singleValueContainer()
        try box.encode(milliseconds)
    }
}

extension Span: Codable {
    public init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.singleValueContainer()
        try box.encode(milliseconds)
    }
}

extension Int64 {
    /// Division that rounds towards minus infinity: -1 / 1000 is -1, not 0.
    func floorDivided(by n: Int64) -> Int64 {
        let quotient = self / n
        return (self % n != 0 && (self < 0) != (n < 0)) ? quotient - 1 : quotient
    }
    func floorRemainder(by n: Int64) -> Int64 { self - floorDivided(by: n) * n }
}
