import HotlineDomain

/// Cases as they go from one house to another: what may leave, and nothing
/// else. The same for every format; its JSON is the one that holds all of it.
public struct CaseDocument: Hashable, Sendable, Codable {
    /// Of the format this release writes; a higher one is not read.
    static let version = 1
    static let format = "ringbuoy-case"

    public var format = CaseDocument.format
    public var version = CaseDocument.version
    public var from: House
    /// The date it was made, on the clock of the house that made it.
    public var madeOn: String
    public var cases: [File]

    enum CodingKeys: String, CodingKey {
        case format, version, from, cases
        case madeOn = "made_on"
    }

    /// Whose file it is.
    public struct House: Hashable, Sendable, Codable {
        public var hotline: String
        public var name: String
    }

    public struct File: Hashable, Sendable, Codable {
        /// No other file ever calls a case so.
        public var id: String
        /// What people say aloud where it comes from.
        public var number: String
        /// Fields of the case, by name.
        public var fields: [String: Known]
        public var people: [Person]
        /// What became of it in the house it comes from.
        public var course: Course
        /// And in those it was in before, in their order.
        public var before: [Stretch]
    }

    public struct Person: Hashable, Sendable, Codable {
        public var role: String
        public var pseudonym: Confided
        /// Read off the fields, for who reads the file; not read back.
        public var contexts: [String]
        public var fields: [String: Known]
    }

    /// A case's course in one house.
    public struct Stretch: Hashable, Sendable, Codable {
        public var from: House
        public var number: String
        public var course: Course
    }

    public struct Course: Hashable, Sendable, Codable {
        /// `cas_Status` of the standard.
        public var htcdsStatus: String?
        public var status: String?
        public var origin: String?
        public var openedOn: String?
        public var closing: String?
        public var referredOn: String?
        /// How it came to that house and where it went, by name.
        public var fields: [String: Known] = [:]
        public var timeline: [Step] = []
        public var referrals: [Referred] = []

        enum CodingKeys: String, CodingKey {
            case status, origin, closing, fields, timeline, referrals
            case htcdsStatus = "htcds_status"
            case openedOn = "opened_on"
            case referredOn = "referred_on"
        }
    }

    /// One thing that happened: codes, no words.
    public struct Step: Hashable, Sendable, Codable {
        public var at: String
        /// The code of who did it.
        public var by: String
        /// `call`, `escalation`, `case`, `referral`
        public var of: String
        public var event: String
        /// A reason or an outcome, where there is one.
        public var code: String?
    }

    public struct Referred: Hashable, Sendable, Codable {
        public var number: String?
        public var provider: String
        public var service: String?
        public var urgency: String?
        public var status: String?
        public var sentOn: String?
        public var rejectedBecause: String?
        public var outcome: String?
        public var source: String?
        public var services: [Delivered] = []

        enum CodingKeys: String, CodingKey {
            case number, provider, service, urgency, status, outcome, source, services
            case sentOn = "sent_on"
            case rejectedBecause = "rejected_because"
        }
    }

    public struct Delivered: Hashable, Sendable, Codable {
        public var service: String
        public var donor: String?
        public var on: String
    }
}

/// Somebody's words on their way through a file: masked wherever they are printed by accident.
public struct Confided: Hashable, Sendable, Codable {
    public let text: Private<String>
    public init(_ text: String) { self.text = Private(text) }
    public init(from decoder: any Decoder) throws { self.init(try String(from: decoder)) }
    public func encode(to encoder: any Encoder) throws { try text.revealed.encode(to: encoder) }
}

/// What is known in one field: a text (a code, a date, words), several codes, or a number.
public enum Known: Hashable, Sendable, Codable {
    case text(Confided)
    case codes([String])
    case number(Int)

    public init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let number = try? value.decode(Int.self) {
            self = .number(number)
        } else if let codes = try? value.decode([String].self) {
            self = .codes(codes)
        } else {
            self = .text(try value.decode(Confided.self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        switch self {
        case .text(let text): try value.encode(text)
        case .codes(let codes): try value.encode(codes)
        case .number(let number): try value.encode(number)
        }
    }
}
