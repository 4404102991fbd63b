import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// What a hotline's times come to at one moment, as it is shown and acted on.
struct RetentionListing {
    let items: [RetentionItem]
    let zone: ZoneRules
    /// Copies of the store that go on holding what is erased.
    let backups: [Store.BackupMade]
    private let moment: Instant
    /// Where people type: what nobody came back for lies beside that store.
    private let own: Desk
    /// Codes of those who left a draft that nobody came back for.
    private let drafts: [String]

    /// - Parameter own: the desk, where `desk` is the house's store.
    init(_ desk: Desk, draftsOf own: Desk, at moment: Instant) throws {
        self.own = own
        self.moment = moment
        zone = try desk.zone()
        items = try desk.store.retention(at: moment)
        backups = try desk.store.backups(holding: items.filter { $0.standing == .due }.map(\.thing.subject))
        drafts = try RetentionListing.abandoned(own, before: moment).map { left in
            left.release()
            return left.draft.operatorCode
        }
    }

    var goes: Int { items.count { $0.standing == .due } + drafts.count }

    /// Drafts are sealed: who holds no key sees none of them.
    private static func abandoned(_ desk: Desk, before moment: Instant) throws -> [LeftOverDraft] {
        guard desk.store.opensWords, let days = desk.hotline.settings.retention.rule(.draft, nil).days else {
            return []
        }
        return try DraftShelf(desk.store).abandoned(before: moment - .days(Int64(days)))
    }

    func discardDrafts() throws -> Int {
        let left = try RetentionListing.abandoned(own, before: moment)
        for draft in left { try draft.discard() }
        return left.count
    }

    func print() throws {
        var table = TextTable(
            ["subject_kind", "number", "rule", "last_activity", "records", "standing"].map { say("cli.field.\($0)") },
            rightAligned: [4])
        for item in items {
            table.add([
                say("cli.kind.\(item.thing.subject.kind.rawValue)"), item.thing.name, item.rule.name,
                zone.spoken(item.lastActivity), String(item.words), item.standing.spoken(zone),
            ])
        }
        if !table.isEmpty { try table.print() }
        if !drafts.isEmpty { try Output.line(say("cli.retention.drafts_left", n: drafts.count)) }
        let kept = items.count { $0.standing != .due }
        try Output.line(say("cli.retention.sum", n: goes, ["kept": String(kept)]))
        for backup in backups {
            let made = ["file": backup.path, "time": zone.spoken(backup.stamp.at)]
            try Output.line(say("cli.retention.still_in", made).shown)
        }
    }

    var row: JSONValue {
        [
            "listed": .time(moment, zone), "items": .array(items.map { $0.row(zone) }),
            "drafts": .strings(drafts), "backups": .array(backups.map { $0.row(zone) }),
        ]
    }
}

extension RetentionItem {
    func row(_ zone: ZoneRules) -> JSONValue {
        var more: JSONValue = [:]
        switch standing {
        case .due: break
        case .open(let other): more = ["open": other.row]
        case .held(let other, let hold): more = ["held": other.row + ["because": .text(hold.because)]]
        case .newerActivity(let until): more = ["until": .time(until, zone)]
        }
        return thing.row + [
            "rule": .text(rule.name), "last_activity": .time(lastActivity, zone), "records": .number(words),
            "standing": .text(standing.name),
        ] + more
    }
}

extension RetentionItem.Standing {
    fileprivate func spoken(_ zone: ZoneRules) -> String {
        switch self {
        case .due: say("cli.retention.due")
        case .open(let other): say("cli.retention.open", ["other": other.name])
        case .held(let other, let hold):
            say("cli.retention.held", ["other": other.name, "because": ListID.keptBecause.label(hold.because)])
        case .newerActivity(let until): say("cli.retention.newer_activity", ["time": zone.spoken(until)])
        }
    }
}

/// What stands where words stood.
extension Store {
    /// Somebody's words, or when and why they were erased; nil for none.
    func said(_ id: WordsID?) throws -> String? {
        guard let id else { return nil }
        if let text = try text(id) { return text }
        guard let erasure = try erasure(of: id) else { return nil }
        let zone = try zone(hotline().zone)
        return say(
            "cli.erased_words",
            ["time": zone.spoken(erasure.stamp.at), "because": ListID.erasedBecause.label(erasure.because)])
    }
}

extension Keeping {
    func holdRow(_ zone: ZoneRules) -> JSONValue {
        hold.map {
            ["because": .text($0.because), "at": .time($0.stamp.at, zone), "operator": .text($0.stamp.by)]
        } ?? .null
    }

    /// For scripts: what was taken away, and whether the rest is held.
    func row(_ zone: ZoneRules) -> JSONValue {
        let erased = erasures.map { erasure -> JSONValue in
            [
                "at": .time(erasure.stamp.at, zone), "operator": .text(erasure.stamp.by),
                "because": .text(erasure.because), "records": .number(erasure.words.count),
                "person": erasure.person.map { .number($0) } ?? .null,
            ]
        }
        return ["erasures": .array(erased), "hold": holdRow(zone)]
    }

    /// The same for people.
    func add(to sheet: inout Sheet, _ zone: ZoneRules) {
        if let hold {
            sheet.add(
                "cli.field.hold",
                say(
                    "cli.held_since",
                    ["time": zone.spoken(hold.stamp.at), "because": ListID.keptBecause.label(hold.because)]))
        }
        for erasure in erasures where erasure.because != Erasure.replaced {
            sheet.add(
                "cli.field.erased",
                say(
                    "cli.erased_by", n: erasure.words.count,
                    [
                        "time": zone.spoken(erasure.stamp.at), "operator": erasure.stamp.by,
                        "because": ListID.erasedBecause.label(erasure.because),
                    ]))
        }
    }
}
