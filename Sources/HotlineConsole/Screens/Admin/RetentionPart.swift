import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

/// What the hotline's times for keeping words come to, as the admin's screen
/// shows it: a list of one moment, and only what it says is erased.
struct RetentionPart: Hashable, Sendable {
    /// More stands on the command line.
    static let rowsMax = 500

    let items: [RetentionItem]
    /// Copies of the store that go on holding what is erased.
    let backups: [Store.BackupMade]
    let moment: Instant

    var due: [RetentionItem] { items.filter { $0.standing == .due } }

    /// What would go and where it would still be, for the question before it goes.
    func facts(_ situation: Situation) -> [String] {
        let say = situation.say
        let kinds = Retention.Kind.allCases.compactMap { kind -> String? in
            let count = due.count { $0.rule.kind == kind }
            return count == 0 ? nil : "\(say("retention.kind.\(kind.rawValue)")) \(count)"
        }
        let words = due.reduce(0) { $0 + $1.words }
        var facts = [say("retention.goes", n: words, ["kinds": kinds.joined(separator: ", ")])]
        if items.count >= RetentionPart.rowsMax { facts.append(say("retention.more_after")) }
        if backups.isEmpty { facts.append(say("retention.in_no_backup")) }
        return facts
            + backups.map {
                say("retention.still_in", ["file": $0.path, "time": situation.fullDay($0.stamp.at)])
            }
    }
}

extension RetentionItem {
    /// In one line: which thing, under which line of the times, what becomes of it.
    func draw(on surface: inout Surface, _ situation: Situation) {
        let mark = mark(situation)
        let room = min(cellWidth(of: mark.text), surface.width / 2)
        surface.put(name(situation), x: 1, y: 0, role: .strong, maxWidth: 22)
        surface.put(situation.text(of: rule), x: 24, y: 0, role: .faint, maxWidth: max(0, surface.width - room - 27))
        surface.put(mark.text, x: surface.width - room - 1, y: 0, role: mark.role, maxWidth: room, align: .right)
    }

    func sheet(width: Int, _ situation: Situation) -> Sheet {
        let say = situation.say
        var sheet = Sheet(width: width)
        sheet.heading(name(situation))
        sheet.state(mark(situation), why(situation))
        sheet.fact(say("retention.rule"), "\(situation.text(of: rule)), \(rule.name)")
        sheet.fact(say("retention.days"), rule.days.map { String($0) } ?? say("retention.never"))
        sheet.fact(say("retention.last_activity"), situation.fullDay(lastActivity))
        sheet.fact(say("retention.words"), String(words))
        return sheet
    }

    private func name(_ situation: Situation) -> String {
        "\(situation.say("audit.kind.\(thing.subject.kind.rawValue)")) \(thing.name)"
    }

    private func mark(_ situation: Situation) -> StateMark {
        switch standing {
        case .due: StateMark(glyph: .overdue, word: situation.say("retention.due"), role: .warning)
        case .open: StateMark(glyph: .idle, word: situation.say("retention.open"), role: .text)
        case .held: StateMark(glyph: .live, word: situation.say("retention.held"), role: .strong)
        case .newerActivity: StateMark(glyph: .idle, word: situation.say("retention.newer_activity"), role: .text)
        }
    }

    private func why(_ situation: Situation) -> String {
        switch standing {
        case .due: ""
        case .open(let other): other.name
        case .held(let other, let hold): "\(other.name), \(situation.label(.keptBecause, hold.because))"
        case .newerActivity(let until): situation.fullDay(until)
        }
    }
}

extension Situation {
    /// Which line of the times, in words: what a thing ended as, or the line of all others.
    fileprivate func text(of rule: Retention.Rule) -> String {
        if rule.kind == .callBack { return say("retention.call_back") }
        guard rule.code != Retention.any, let list = rule.kind.list else { return say("retention.any") }
        return label(list, rule.code)
    }

    /// With its year: what is kept is older than that.
    func fullDay(_ instant: Instant) -> String {
        let date = zone.date(at: instant)
        return say.date(year: date.year, month: date.month, day: date.day)
    }
}
