import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

extension AdminRow {
    /// In one line: what it is called, what there is to know at a glance, its state at the end.
    func draw(on surface: inout Surface, _ slots: Set<String>?, _ situation: Situation) {
        switch self {
        case .person(let person): draw(person, on: &surface, slots, situation)
        case .line(let line): draw(line, on: &surface, situation)
        case .setting(let setting, let value):
            let text = situation.text(of: value, setting)
            let room = min(cellWidth(of: text), surface.width / 2)
            surface.put(
                situation.say("admin.setting.\(setting.rawValue)"), x: 1, y: 0,
                maxWidth: max(0, surface.width - room - 4))
            surface.put(text, x: surface.width - room - 1, y: 0, role: .strong, maxWidth: room, align: .right)
        case .keeping(let item): item.draw(on: &surface, situation)
        case .donor(let donor): draw(donor, on: &surface, situation)
        case .provider(let provider):
            let isOpen = provider.isOpen(on: situation.live.businessDate)
            let room = isOpen ? 0 : situation.closed.draw(atRightOf: &surface)
            surface.put(
                provider.name, x: 1, y: 0, role: isOpen ? .text : .faint, maxWidth: max(0, surface.width - room - 2))
        }
    }

    /// Its language and period stand at the right, or that its time is over.
    private func draw(_ donor: Donor, on surface: inout Surface, _ situation: Situation) {
        let isTold = donor.until.map { situation.live.businessDate <= $0 } ?? true
        surface.put(donor.code, x: 1, y: 0, role: isTold ? .strong : .faint, maxWidth: 9)
        let period = situation.say("pack.length.\(donor.calendar.rawValue)")
        var room = cellWidth(of: period)
        if isTold {
            surface.put(period, x: 0, y: 0, maxWidth: surface.width - 1, align: .right)
        } else {
            room = situation.closed.draw(atRightOf: &surface)
        }
        surface.put(
            donor.name, x: 11, y: 0, role: isTold ? .text : .faint, maxWidth: max(0, surface.width - room - 14))
    }

    /// Its number stands at the right, or that it is closed.
    private func draw(_ line: Line, on surface: inout Surface, _ situation: Situation) {
        let isOpen = line.until.map { situation.zone.date(at: situation.now) <= $0 } ?? true
        let role: TerminalUI.Role = isOpen ? .text : .faint
        surface.put(line.code, x: 1, y: 0, role: isOpen ? .strong : .faint, maxWidth: 9)
        var room = cellWidth(of: line.dialled)
        if isOpen {
            surface.put(line.dialled, x: 0, y: 0, maxWidth: surface.width - 1, align: .right)
        } else {
            room = situation.closed.draw(atRightOf: &surface)
        }
        surface.put(line.name, x: 11, y: 0, role: role, maxWidth: max(0, surface.width - room - 14))
    }

    private func draw(
        _ person: Operator, on surface: inout Surface, _ slots: Set<String>?, _ situation: Situation
    ) {
        let role: TerminalUI.Role = person.active ? .text : .faint
        surface.put(person.code, x: 1, y: 0, role: person.active ? .strong : .faint, maxWidth: 9)
        let state = situation.state(of: person, slots)
        let width = cellWidth(of: state.text)
        surface.put(state.text, x: surface.width - width - 1, y: 0, role: state.role, maxWidth: width)
        surface.put(
            situation.roles(of: person), x: 11, y: 0, role: role, maxWidth: max(0, surface.width - width - 14))
    }

    /// Everything that is known of it.
    func sheet(width: Int, _ slots: Set<String>?, _ situation: Situation) -> Sheet {
        let say = situation.say
        var sheet = Sheet(width: width)
        switch self {
        case .person(let person):
            sheet.heading(say("admin.operator", ["code": person.code]))
            sheet.state(situation.state(of: person, slots))
            sheet.fact(say("admin.field.roles"), situation.roles(of: person))
            if let wayIn = situation.wayIn(of: person, slots) { sheet.text(say(wayIn), role: .faint) }
        case .line(let line):
            sheet.heading(line.name)
            sheet.fact(say("provider.code"), line.code)
            sheet.fact(say("admin.line.dialled"), line.dialled)
            sheet.fact(
                say("call.field.country"),
                line.countries.map { situation.label(.country, $0) }.joined(separator: ", "))
            sheet.fact(
                say("call.field.language"),
                line.languages.map { situation.label(.language, $0) }.joined(separator: ", "))
            sheet.fact(say("admin.line.hours"), "\(line.hours.from)\u{2013}\(line.hours.to), \(line.zone)")
            sheet.fact(say("admin.line.since"), situation.fullDay(line.since))
            sheet.fact(say("admin.line.until"), line.until.map(situation.fullDay) ?? "")
        case .setting(let setting, let value):
            sheet.heading(say("admin.setting.\(setting.rawValue)"))
            sheet.fact(say("admin.value"), situation.text(of: value, setting), role: .strong)
            sheet.explain(setting, situation)
        case .keeping(let item): return item.sheet(width: width, situation)
        case .donor(let donor): sheet.donor(donor, situation)
        case .provider(let provider):
            sheet.heading(provider.name)
            sheet.fact(say("provider.code"), provider.code)
            sheet.fact(say("provider.aliases"), provider.aliases.joined(separator: ", "))
            sheet.fact(
                say("provider.services"),
                provider.services.map { situation.label(.service, $0) }.joined(separator: ", "))
            sheet.provider(provider, situation)
            sheet.fact(say("admin.line.since"), provider.since.map(situation.fullDay) ?? "")
            sheet.fact(say("admin.line.until"), provider.until.map(situation.fullDay) ?? "")
        }
        return sheet
    }
}

extension Sheet {
    /// What a setting does, what it may be, and what it is called in a profile.
    mutating func explain(_ setting: Setting, _ situation: Situation) {
        let say = situation.say
        text(say("admin.setting.\(setting.rawValue).about"), role: .faint)
        if let range = setting.range {
            fact(
                say("admin.may_be"),
                "\(range.lowerBound)\u{2013}\(situation.text(of: .number(range.upperBound), setting))")
        }
        fact(say("admin.in_profile"), setting.rawValue)
    }
}

extension Situation {
    fileprivate func roles(of person: Operator) -> String {
        person.roles.map { say("role.\($0.rawValue)") }.joined(separator: ", ")
    }

    /// Whether they work here, and in a sealed store whether they can come in.
    fileprivate func state(of person: Operator, _ slots: Set<String>?) -> StateMark {
        guard person.active else { return StateMark(glyph: .none, word: say("admin.disabled"), role: .faint) }
        guard !about.isOpen, let slots, !slots.contains(person.code) else {
            return StateMark(glyph: .done, word: say("admin.active"), role: .good)
        }
        return StateMark(glyph: .overdue, word: say("admin.no_slot"), role: .warning)
    }

    /// Nil for who may not know which slots there are.
    fileprivate func wayIn(of person: Operator, _ slots: Set<String>?) -> String? {
        if about.isOpen { return "admin.way_in.open" }
        guard let slots else { return nil }
        guard slots.contains(person.code) else { return "admin.way_in.none" }
        return person.opensWords ? "admin.way_in.words" : "admin.way_in.no_words"
    }

    func text(of value: SettingValue, _ setting: Setting) -> String {
        switch value {
        case .number(let number): text(of: number, setting)
        case .codes(let codes) where codes.isEmpty:
            [.retention, .packsWindows].contains(setting) ? say("admin.by_default") : "\(Glyph.none)"
        case .codes(let codes):
            setting == .countsAsReferred
                ? codes.map { label(.service, $0) }.joined(separator: ", ") : value.text
        }
    }

    private func text(of number: Int, _ setting: Setting) -> String {
        switch setting {
        case .planDays, .repeatCallerDays: say("admin.days", n: number)
        case .packsThresholdCalls, .packsThresholdPeople: String(number)
        default: say("admin.seconds", n: number)
        }
    }

    /// What takes no calls and nobody in any more.
    fileprivate var closed: StateMark { StateMark(glyph: .none, word: say("admin.closed"), role: .faint) }

    /// With its year: what stands here stands for years.
    func fullDay(_ date: BusinessDate) -> String {
        say.date(year: date.year, month: date.month, day: date.day)
    }
}

extension StateMark {
    /// At the end of a line; gives the room it took.
    fileprivate func draw(atRightOf surface: inout Surface) -> Int {
        let width = cellWidth(of: text)
        surface.put(text, x: surface.width - width - 1, y: 0, role: role, maxWidth: width)
        return width + 2
    }
}
