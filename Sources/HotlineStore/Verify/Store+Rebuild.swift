import HotlineDomain

extension Store {
    /// Makes the read and count tables and every index anew from the journal, in
    /// one transaction, also those that are gone; what `verify` found wrong with them is mended by it. The
    /// counters of spoken numbers are set to the highest number given.
    public func rebuild(progress: (Int64) -> Void = { _ in }) throws {
        try engine.write { connection in
            try connection.script(Schema.statements(engine.dialect))
            for table in [
                CallTable.name, EscalationTable.name, CaseTable.name, ReferralTable.name, ShiftTable.name,
                HandoverTable.name, StayTable.name, EntryTable.name, VisitTable.name, OperatorStateTable.name,
                LinkStateTable.name, MonthClosingTable.name, PackReleaseTable.name, "count_cell", "number_given",
                "divergence",
            ] {
                try connection.run("DELETE FROM \(table) WHERE hotline = $1", [.integer(hotlineID)])
            }
            var rebuild = Rebuild(connection: connection, hotline: hotlineID, node: engine.node, desk: numbersMark)
            var seen: Int64 = 0
            try History.each(connection, hotline: hotlineID) { outcome in
                seen += outcome.events
                progress(seen)
                try rebuild.write(outcome.state)
                for row in outcome.divergences {
                    try Divergence.Table(connection: connection).write(
                        row, of: outcome.subject, hotline: hotlineID)
                }
            }
            try rebuild.close()
        }
    }
}

private struct Rebuild {
    let connection: any Connection
    let hotline: Int64
    let node: Int64
    let desk: DeskMark?
    var counts: [CountKey: Int64] = [:]
    var numbers: [SubjectKind: [Int: Int]] = [:]

    mutating func write(_ state: History.State) throws {
        switch state {
        case .hotline(let setup): try Store.write(setup, id: hotline, connection)
        case .call(let call):
            Change(old: nil, new: call).addCounts(to: &counts)
            take(.call, call.number)
            try row(call, CallTable.self)
        case .escalation(let escalation):
            Change(old: nil, new: escalation).addCounts(to: &counts)
            try row(escalation, EscalationTable.self)
        case .case(let file):
            Change(old: nil, new: file).addCounts(to: &counts)
            take(.case, file.number)
            try row(file, CaseTable.self)
        case .referral(let referral):
            Change(old: nil, new: referral).addCounts(to: &counts)
            take(.referral, referral.number)
            try row(referral, ReferralTable.self)
        case .shift(let shift): try row(shift, ShiftTable.self)
        case .handover(let handover): try row(handover, HandoverTable.self)
        case .stay(let stay):
            Change(old: nil, new: stay).addCounts(to: &counts)
            try row(stay, StayTable.self)
        case .entry(let entry):
            Change(old: nil, new: entry).addCounts(to: &counts)
            try row(entry, EntryTable.self)
        case .visit(let visit): try row(visit, VisitTable.self)
        case .operatorState(let state): try row(state, OperatorStateTable.self)
        case .linkState(let link): try row(link, LinkStateTable.self)
        case .closing(let closing): try row(closing, MonthClosingTable.self)
        case .pack(let release): try row(release, PackReleaseTable.self)
        case .unreadable: break
        }
    }

    private func row<T: ReadTable>(_ a: T.A, _ table: T.Type) throws {
        try connection.run(T.sql.upsert, try T.values(a, hotline: hotline))
    }

    private mutating func take(_ kind: SubjectKind, _ number: String) {
        guard let (year, mark, value) = SpokenNumber.parts(number), mark == desk else { return }
        numbers[kind, default: [:]][year] = max(value, numbers[kind]?[year] ?? 0)
    }

    func close() throws {
        let projection = Projection(connection: connection, hotline: hotline, node: node)
        try projection.write(counts)
        for (kind, years) in numbers { for (year, last) in years { try projection.writeNumber(kind, year, last) } }
    }
}

extension Store {
    /// Whether a file of which this much can be read in whole holds all that the
    /// rest can be made from.
    public static func canRebuild(fromTables whole: [String]) -> Bool {
        Schema.recordTables.allSatisfy(whole.contains)
    }
}
