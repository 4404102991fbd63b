import HotlineDomain

/// Up to when a bridge heard its switch, and which start of the switch that
/// was. Stands beside the journal, written again every few seconds: nothing
/// happened, but whoever reads it knows that the bridge is there.
public struct FeedMark: Hashable, Sendable {
    public let heardAt: Instant
    /// The same by the clock of what is told: lines may be of another day, and a
    /// recording is of last year.
    public let toldUntil: Instant
    /// When the switch was started, as reckoned from its uptime.
    public let bootAt: Instant?
    /// The same in the switch's own words.
    public let bootWords: String?

    public init(heardAt: Instant, toldUntil: Instant? = nil, bootAt: Instant? = nil, bootWords: String? = nil) {
        self.heardAt = heardAt
        self.toldUntil = toldUntil ?? heardAt
        self.bootAt = bootAt
        self.bootWords = bootWords
    }

    /// A mark is written anew this often.
    public static let interval = Span.seconds(15)
    /// With one older than this, the bridge itself is gone.
    public static let goneAfter = Span.seconds(60)
}

/// What a bridge needs to go on where the one before it ended: its own source's
/// visits, and what it told last.
public struct FeedMemory: Hashable, Sendable {
    /// Nil where no bridge has fed from this source yet.
    public let mark: FeedMark?
    public let open: [VisitFacts]
    /// The last of those that are over: a call that comes back is counted on.
    public let over: [VisitFacts]
    /// What its operators are doing as far as the store knows.
    public let states: [OperatorState]
    public let link: LinkState?

    public init(
        mark: FeedMark?, open: [VisitFacts], over: [VisitFacts], states: [OperatorState], link: LinkState?
    ) {
        self.mark = mark
        self.open = open
        self.over = over
        self.states = states
        self.link = link
    }

    /// Of a source that nothing was told of yet.
    public static let nothing = FeedMemory(mark: nil, open: [], over: [], states: [], link: nil)

    /// Whoever was writing up a call, and since when.
    public var wrapping: [String: Instant] {
        Dictionary(
            states.filter { $0.state == "wrap_up" }.map { ($0.operatorCode, $0.beganAt) }, uniquingKeysWith: max)
    }
}

extension Store {
    /// How many finished visits a bridge begins with.
    static let overRemembered = 500

    public func feedMemory(_ source: String) throws -> FeedMemory {
        try engine.read { connection in
            let key: [SQLValue] = [.integer(hotlineID), .text(source)]
            let isOpen = "(ending IS NULL OR (ending = 'answered' AND talk_ended_at IS NULL AND talk_lost = 0))"
            return FeedMemory(
                mark: try FeedMark.find(key, connection),
                open: try VisitTable.select(
                    "hotline = $1 AND source = $2 AND \(isOpen) ORDER BY offered_at, id", key, connection
                ).map(\.facts),
                over: try VisitTable.select(
                    """
                    hotline = $1 AND source = $2 AND NOT \(isOpen)
                    ORDER BY offered_at DESC, id DESC LIMIT \(Store.overRemembered)
                    """, key, connection
                ).map(\.facts),
                states: try OperatorStateTable.select(
                    "hotline = $1 AND source = $2 AND ended_at IS NULL ORDER BY operator, began_at", key, connection),
                link: try StoreRecords(connection: connection, hotline: hotlineID).lastState(ofLink: source))
        }
    }

    public func keep(_ mark: FeedMark, of source: String) throws {
        try engine.writeRepeatably { connection in
            try connection.run(
                """
                INSERT INTO feed_mark (hotline, source, heard_at, told_until, boot_at, boot_words)
                VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (hotline, source) DO UPDATE
                SET heard_at = excluded.heard_at, told_until = excluded.told_until, boot_at = excluded.boot_at, boot_words = excluded.boot_words
                """,
                [
                    .integer(hotlineID), .text(source), .instant(mark.heardAt), .instant(mark.toldUntil),
                    .instant(mark.bootAt), .text(mark.bootWords),
                ])
        }
    }

    /// The latest of every feed, in the order of their names. Where a bridge
    /// gives no sign of life any more, the switch is not heard, whatever was told last.
    /// A feed that was ended in order a week ago and left nobody on the line is none any more.
    public func linksNow(at now: Instant) throws -> [LinkState] {
        try engine.read { connection in
            let links = try LinkStateTable.select(
                """
                hotline = $1 AND ended_at IS NULL
                AND (trouble IS NULL OR trouble <> '\(LinkState.bridgeStopped)' OR began_at > $2 OR EXISTS (
                    SELECT 1 FROM visit WHERE visit.hotline = link_state.hotline AND visit.source = link_state.source
                    AND (ending IS NULL OR (ending = 'answered' AND talk_ended_at IS NULL AND talk_lost = 0))))
                ORDER BY source, began_at, id LIMIT 100
                """, [.integer(hotlineID), .instant(now - .days(7))], connection)
            return try links.map { link in
                guard link.state == .up,
                    let mark = try FeedMark.find([.integer(hotlineID), .text(link.source)], connection),
                    mark.heardAt + FeedMark.goneAfter < now
                else { return link }
                return LinkState(
                    id: link.id, source: link.source, state: .down, trouble: LinkState.bridgeGone,
                    beganAt: max(mark.heardAt, link.beganAt), endedAt: nil, lastChanged: link.lastChanged)
            }
        }
    }
}

extension FeedMark {
    /// `key`: the hotline and the source.
    fileprivate static func find(_ key: [SQLValue], _ connection: any Connection) throws -> FeedMark? {
        try connection.first(
            "SELECT heard_at, told_until, boot_at, boot_words FROM feed_mark WHERE hotline = $1 AND source = $2", key
        ) { row in
            FeedMark(
                heardAt: row.instant(0), toldUntil: row.instant(1), bootAt: row.instantOrNil(2),
                bootWords: row.textOrNil(3))
        }
    }
}
