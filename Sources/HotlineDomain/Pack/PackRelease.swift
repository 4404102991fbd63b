/// That a donor was given a pack of a period: by whom, when, and what every
/// table in it looked like. What was given once is what is given for ever.
public struct PackRelease: Aggregate {
    public static let kind = SubjectKind.packRelease

    public let id: PackReleaseID
    public let period: Period
    public let contents: PackContents
    /// Who signed for it, each time it was given; never none.
    public internal(set) var given: [Stamp]
    public internal(set) var lastChanged: Stamp

    /// As a read table gives it back.
    public init(id: PackReleaseID, period: Period, contents: PackContents, given: [Stamp], lastChanged: Stamp) {
        self.id = id
        self.period = period
        self.contents = contents
        self.given = given
        self.lastChanged = lastChanged
    }

    public var donor: String { contents.donor }
    /// The first time.
    public var first: Stamp { given.first ?? lastChanged }
}
