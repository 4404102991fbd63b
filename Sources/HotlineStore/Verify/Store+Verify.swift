import HotlineDomain

extension Store {
    /// Proves the chain event by event and the read and count tables against
    /// what the events say, in one snapshot, while others write. Memory does
    /// not grow with the number of calls. `progress` runs from 0 to 1.
    public func verify(progress: (Double) -> Void = { _ in }) throws -> Verification {
        var verifier = Verifier(
            hotline: hotlineID, desk: numbersMark, sealer: vault { $0.sealer }, callerKeys: vault { $0.callerKeys })
        for detail in try engine.integrityFindings() { verifier.find(.engine(detail: detail)) }
        try engine.read { connection in
            let indexes = Set(try connection.all(engine.dialect.indexNames) { $0.text(0) })
            for name in Schema.indexes where !indexes.contains(name) { verifier.find(.indexMissing(name: name)) }
            let total = max(1, try connection.count("SELECT count(*) FROM event"))
            try verifier.checkChains(connection) { progress(Double($0) / Double(total) * 0.3) }
            try verifier.checkTables(connection) { progress(0.3 + Double($0) / Double(total) * 0.7) }
        }
        progress(1)
        return Verification(events: verifier.events, findings: verifier.findings, more: verifier.more)
    }
}

struct Verifier {
    let hotline: Int64
    /// Whose numbers are counted here.
    let desk: DeskMark?
    private(set) var events: Int64 = 0
    private(set) var findings: [Finding] = []
    private(set) var more = 0
    private var counts: [CountKey: Int64] = [:]
    private var rows: [String: Int64] = [:]
    var divergences: Int64 = 0
    var numbers: [SubjectKind: [Int: Int]] = [:]

    /// Nil where nobody has signed in: seals are then checked from outside only.
    let sealer: WordsSealer?
    let callerKeys: CallerKeyRing?

    init(hotline: Int64, desk: DeskMark?, sealer: WordsSealer?, callerKeys: CallerKeyRing?) {
        self.hotline = hotline
        self.desk = desk
        self.sealer = sealer
        self.callerKeys = callerKeys
    }

    static let findingsMax = 100
    static let progressStep: Int64 = 10_000

    mutating func find(_ finding: Finding) {
        if findings.count < Verifier.findingsMax { findings.append(finding) } else { more += 1 }
    }

    /// Each node's chain from its first event to its head.
    mutating func checkChains(_ connection: any Connection, progress: (Int64) -> Void) throws {
        var heads: [Int64: (sequence: Int64, hash: [UInt8])] = [:]
        var node: Int64 = 0
        var last: (sequence: Int64, hash: [UInt8]) = (0, Chain.start)
        try connection.rows(
            """
            SELECT \(JournalEntry.columns), hash FROM event ORDER BY node, sequence
            """, []
        ) { row in
            if row.integer(0) != node {
                node = row.integer(0)
                last = (0, Chain.start)
            }
            let sequence = row.integer(1)
            let hash = row.bytes(JournalEntry.columnCount)
            if sequence != last.sequence + 1 { find(.gap(node: node, sequence: last.sequence + 1)) }
            if JournalEntry(row).map({ Chain.hash(last.hash, $0) }) != hash {
                find(.chainBroken(node: node, sequence: sequence))
            }
            // Going on from what stands there names each damaged event once.
            last = (sequence, hash)
            heads[node] = last
            events += 1
            if events % Verifier.progressStep == 0 { progress(events) }
            return true
        }
        try connection.rows("SELECT node, last_sequence, last_hash FROM node", []) { row in
            let head = heads[row.integer(0)] ?? (0, Chain.start)
            if head.sequence != row.integer(1) || head.hash != row.bytes(2) {
                find(.headDiffers(node: row.integer(0)))
            }
            return true
        }
    }

    /// Folds the events of one thing after the other and holds its row against them.
    mutating func checkTables(_ connection: any Connection, progress: (Int64) -> Void) throws {
        var seen: Int64 = 0
        try History.each(connection, hotline: hotline) { outcome in
            seen += outcome.events
            if seen / Verifier.progressStep != (seen - outcome.events) / Verifier.progressStep { progress(seen) }
            if let place = outcome.misplaced {
                find(.misplaced(node: place.node, sequence: place.sequence))
            }
            divergences += Int64(outcome.divergences.count)
            try checkDivergences(outcome, connection)
            switch outcome.state {
            case .unreadable(let node, let sequence):
                find(.unreadableEvent(node: node, sequence: sequence))
                // Its row cannot be judged; it is not a row without events.
                rows[Verifier.table(outcome.subject.kind), default: 0] += 1
            case .call(let call):
                Change(old: nil, new: call).addCounts(to: &counts)
                gave(.call, call.number)
                try check(call, CallTable.self, connection)
            case .escalation(let escalation):
                Change(old: nil, new: escalation).addCounts(to: &counts)
                try check(escalation, EscalationTable.self, connection)
            case .case(let file):
                Change(old: nil, new: file).addCounts(to: &counts)
                gave(.case, file.number)
                try checkWords(of: file, connection)
                try check(file, CaseTable.self, connection)
            case .referral(let referral):
                Change(old: nil, new: referral).addCounts(to: &counts)
                gave(.referral, referral.number)
                try check(referral, ReferralTable.self, connection)
            case .shift(let shift): try check(shift, ShiftTable.self, connection)
            case .handover(let handover): try check(handover, HandoverTable.self, connection)
            case .stay(let stay):
                Change(old: nil, new: stay).addCounts(to: &counts)
                try check(stay, StayTable.self, connection)
            case .entry(let entry):
                Change(old: nil, new: entry).addCounts(to: &counts)
                try check(entry, EntryTable.self, connection)
            case .visit(let visit): try check(visit, VisitTable.self, connection)
            case .operatorState(let state): try check(state, OperatorStateTable.self, connection)
            case .linkState(let link): try check(link, LinkStateTable.self, connection)
            case .closing(let closing):
                if Store.digest(of: closing.figures) != closing.digest {
                    find(.monthDiffers(month: closing.period.name))
                }
                try check(closing, MonthClosingTable.self, connection)
            case .pack(let release): try check(release, PackReleaseTable.self, connection)
            case .hotline(let setup): try check(setup, connection)
            }
        }
        try checkRowCounts(connection)
        try checkCounts(connection)
        try checkNumbers(connection)
        try checkWords(connection)
        try checkErasures(connection)
        try checkCallers(connection)
        try checkSlots(connection)
        try checkDivergenceCount(connection)
    }

    private static func table(_ kind: SubjectKind) -> String { kind == .case ? CaseTable.name : kind.rawValue }

    private mutating func check<T: ReadTable>(_ folded: T.A, _ table: T.Type, _ connection: any Connection) throws {
        rows[T.name, default: 0] += 1
        do {
            guard let stored = try T.find(folded.id, connection) else {
                return find(.rowMissing(table: T.name, id: folded.id.raw))
            }
            if stored != folded { find(.rowDiffers(table: T.name, id: folded.id.raw)) }
        } catch is UnreadableRow {
            find(.rowDiffers(table: T.name, id: folded.id.raw))
        }
    }

    private mutating func check(_ setup: Hotline, _ connection: any Connection) throws {
        try checkWords(of: setup, connection)
        let text = try connection.first("SELECT setup FROM hotline WHERE id = $1", [.integer(hotline)]) { $0.text(0) }
        guard let text else { return find(.rowMissing(table: "hotline", id: hotline)) }
        if (try? EventCodec().value(Hotline.self, text)) != setup { find(.rowDiffers(table: "hotline", id: hotline)) }
    }

    private mutating func checkRowCounts(_ connection: any Connection) throws {
        for table in [
            CallTable.name, EscalationTable.name, CaseTable.name, ReferralTable.name, ShiftTable.name,
            HandoverTable.name, StayTable.name, EntryTable.name, VisitTable.name, OperatorStateTable.name,
            LinkStateTable.name, MonthClosingTable.name, PackReleaseTable.name,
        ] {
            let stored = try connection.count("SELECT count(*) FROM \(table) WHERE hotline = $1", [.integer(hotline)])
            let extra = stored - (rows[table] ?? 0)
            if extra > 0 { find(.rowWithoutEvent(table: table, count: extra)) }
        }
    }

    private mutating func checkCounts(_ connection: any Connection) throws {
        var left = counts.filter { $0.value != 0 }
        try connection.rows(
            """
            SELECT measure, dimension, business_date, key, sum(n) FROM count_cell WHERE hotline = $1
            GROUP BY measure, dimension, business_date, key
            """, [.integer(hotline)]
        ) { row in
            let date = BusinessDate(days: row.integer(2))
            let stored = row.integer(4)
            var real: Int64 = 0
            if let measure = Measure(rawValue: row.text(0)), let dimension = Dimension(rawValue: row.text(1)) {
                real = left.removeValue(forKey: CountKey(measure, date, dimension, row.text(3))) ?? 0
            }
            if stored != real {
                find(
                    .countDiffers(
                        measure: row.text(0), dimension: row.text(1), date: date, key: row.text(3), stored: stored,
                        true: real))
            }
            return true
        }
        for (key, real) in left {
            find(
                .countDiffers(
                    measure: key.measure.rawValue, dimension: key.dimension.rawValue, date: key.date, key: key.key,
                    stored: 0, true: real))
        }
    }
}
