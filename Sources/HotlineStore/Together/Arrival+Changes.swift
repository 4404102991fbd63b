import HotlineDomain

extension Arrival {
    /// What became of the things that were told of, to be written in one go.
    struct Changes {
        /// In the order in which they were told of.
        var subjects: [Subject] = []
        var setUp: Hotline?
        private(set) var calls: [CallID: Change<Call>] = [:]
        private(set) var visits: [VisitID: Visit] = [:]
        private var rows: [Row] = []
        private var counts: [Int64: [CountKey: Int64]] = [:]
        private var numbers: [(kind: SubjectKind, number: String)] = []

        private struct Row {
            let sql: String
            let values: (Int64) throws -> [SQLValue]
        }

        /// `node`: under which the counts stand, so that two desks never write to one of them.
        mutating func add<T: ReadTable>(
            old: T.A?, new: T.A, _ table: T.Type, _ subject: Subject, of node: Int64
        ) {
            guard old != new else { return }
            subjects.append(subject)
            rows.append(Row(sql: T.sql.upsert, values: { try T.values(new, hotline: $0) }))
            for key in (old as? any Counted)?.counts ?? [] { counts[node, default: [:]][key, default: 0] -= 1 }
            for key in (new as? any Counted)?.counts ?? [] { counts[node, default: [:]][key, default: 0] += 1 }
            switch (old, new) {
            case (let old as Call?, let call as Call):
                calls[call.id] = Change(old: old, new: call)
                if old == nil { numbers.append((.call, call.number)) }
            case (nil, let file as Case): numbers.append((.case, file.number))
            case (nil, let referral as Referral): numbers.append((.referral, referral.number))
            case (_, let visit as Visit): visits[visit.id] = visit
            default: break
            }
        }

        func write(_ connection: any Connection, hotline: Int64, desk: DeskMark?) throws {
            for row in rows { try connection.run(row.sql, try row.values(hotline)) }
            for (node, sums) in counts.sorted(by: { $0.key < $1.key }) {
                try Projection(connection: connection, hotline: hotline, node: node).write(sums)
            }
            try writeNumbers(connection, hotline, desk)
        }

        /// The store's own numbers that it lost, and that others had kept, are not given again.
        private func writeNumbers(_ connection: any Connection, _ hotline: Int64, _ desk: DeskMark?) throws {
            var last: [SubjectKind: [Int: Int]] = [:]
            for (kind, number) in numbers {
                guard let (year, mark, counter) = SpokenNumber.parts(number), mark == desk else { continue }
                last[kind, default: [:]][year] = max(counter, last[kind]?[year] ?? 0)
            }
            let projection = Projection(connection: connection, hotline: hotline, node: 0)
            for (kind, years) in last.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                for (year, counter) in years.sorted(by: { $0.key < $1.key }) {
                    try projection.raiseNumber(kind, year, counter)
                }
            }
        }
    }
}

extension SubjectKind {
    /// Where its state stands; nil for the set-up, and for what has none.
    var readTable: (any ReadTable.Type)? {
        switch self {
        case .call: CallTable.self
        case .escalation: EscalationTable.self
        case .case: CaseTable.self
        case .referral: ReferralTable.self
        case .shift: ShiftTable.self
        case .handover: HandoverTable.self
        case .stay: StayTable.self
        case .entry: EntryTable.self
        case .visit: VisitTable.self
        case .operatorState: OperatorStateTable.self
        case .linkState: LinkStateTable.self
        case .monthClosing: MonthClosingTable.self
        case .packRelease: PackReleaseTable.self
        case .hotline, .access, .erasure: nil
        }
    }
}
