import HotlineDomain
import HotlineReports

// How answers are put together: objects keep the order of their literal.

extension JSONValue {
    static func string(_ text: String?) -> JSONValue { text.map { .text($0) } ?? .null }
    static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .text($0) }) }

    /// Identifiers are strings: many programs cannot hold 63 bits in a number.
    static func id<Kind>(_ id: ID<Kind>?) -> JSONValue { string(id?.description) }

    /// ISO 8601 with the offset of the clock it is read off.
    static func time(_ instant: Instant?, _ zone: ZoneRules) -> JSONValue {
        string(instant.map { zone.wallClock(at: $0).iso8601 })
    }

    /// The members of both objects.
    static func + (a: JSONValue, b: JSONValue) -> JSONValue {
        guard case .object(let first) = a, case .object(let second) = b else { return a }
        return .object(first + second)
    }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self = .text(text) }

    public init(dictionaryLiteral members: (String, JSONValue)...) {
        self = .object(members.map { (name: $0.0, value: $0.1) })
    }
}
