import HotlineDomain
import TerminalUI
import Wording

extension Console {
    /// The way of a key: what works everywhere, what lies over the screen, the screen.
    mutating func handle(_ key: Key, _ around: Surroundings) -> [Effect] {
        // SOS goes before everything: nothing that lies on the screen may be in its way, nor in that of leaving.
        if let command = GlobalCommand.keys.exactRow(for: key)?.command, command == .sos || command == .quit {
            return run(global: command, around)
        }
        if strayKeys.take(key, at: around.now) {
            // What an SOS has to say is not written over.
            if notice?.tone != .alarm { notice = Notice(.warning, says: "keys.stray") }
            return []
        }
        if overlay != nil { return answer(key, around) }
        notice = nil
        if !key.writes, let command = GlobalCommand.keys.exactRow(for: key)?.command {
            return command == .back ? escape(key, around) : run(global: command, around)
        }
        if !top.isWriting, !top.hasKey(key), let row = GlobalCommand.keys.row(for: key) {
            return run(global: row.command, around)
        }
        let wanted = top.handle(key, situation, around)
        return settle(wanted, around)
    }

    /// A letter pressed now would go into a form.
    var isInForm: Bool { overlay == nil && top.isForm }

    /// A letter pressed now would be a command.
    private var isOpenToCommands: Bool {
        switch overlay {
        case .confirm: true
        case .palette, .choice, .help, .server: false
        case nil: !top.isWriting
        }
    }

    /// A form that closes, or puts a question over itself, may leave a hand behind that still writes.
    mutating func watchHands(wasInForm: Bool, _ now: Instant) {
        if !isOpenToCommands { strayKeys.end() } else if wasInForm { strayKeys.begin(at: now) }
    }

    private mutating func run(global command: GlobalCommand, _ around: Surroundings) -> [Effect] {
        let row = GlobalCommand.keys.row(for: command)
        if let missing = row?.needs.first(where: { !top.isMet($0, situation) }) {
            notice = Notice(.hint, says: "needs.\(missing.rawValue)")
            return []
        }
        return run(command, around)
    }

    /// Esc belongs to the screen first: a search or an entry inside it is left
    /// before the screen is. A screen that has no use for it gives `back`.
    private mutating func escape(_ key: Key, _ around: Surroundings) -> [Effect] {
        let wanted = top.handle(key, situation, around)
        return settle(wanted, around)
    }

    private mutating func answer(_ key: Key, _ around: Surroundings) -> [Effect] {
        guard let answer = overlay?.handle(key) else { return [] }
        switch answer {
        case .stays: return []
        case .closes:
            overlay = nil
            return []
        case .run(let command):
            overlay = nil
            notice = nil
            return run(listed: command, around)
        case .confirmed(let effects):
            overlay = nil
            return settle(effects, around)
        case .chosen(let code, let asking):
            overlay = nil
            return tell(.chosen(code: code, asking), around)
        }
    }

    private mutating func run(listed command: ListedCommand, _ around: Surroundings) -> [Effect] {
        switch command {
        case .global(.back): return escape(.escape, around)
        case .global(let command): return run(global: command, around)
        case .screen(let row):
            let wanted = top.run(row: row, situation, around)
            return settle(wanted, around)
        }
    }
}

extension Language {
    var next: Language {
        let all = Language.allCases
        return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
    }
}
