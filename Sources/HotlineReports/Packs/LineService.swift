import HotlineDomain

/// How one of several lines was answered. How many calls came in on it is not told:
/// beside a table by country it would say what that table puts together. So the
/// percentage is a whole one and has no n/N, and a few calls have none.
public struct LineService: Hashable, Sendable {
    public let line: String
    /// Answered within the target, of a hundred; nil: too few to say.
    public let percent: Int?
    /// Half of those answered waited no longer; nil likewise.
    public let median: Span?

    /// Of fewer calls even a whole percentage nearly says how many they were.
    static let callsMin = 100

    init(_ line: String, _ queue: QueueCounts) {
        let level = queue.serviceLevel
        let isSaid = level.of >= LineService.callsMin
        self.line = line
        percent = isSaid ? (level.n * 200 + level.of) / (level.of * 2) : nil
        median = isSaid ? queue.speedOfAnswerMedian : nil
    }
}
