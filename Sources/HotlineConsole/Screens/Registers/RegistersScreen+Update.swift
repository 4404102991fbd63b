import HotlineDomain
import HotlineStore
import TerminalUI

extension RegistersScreen {
    public mutating func update(
        _ message: ScreenMessage<RegistersCommand>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch message {
        case .opened:
            if !RegisterKind.kinds(situation).contains(kind) { kind = .mission }
            return read(situation)
        case .changed: return read(situation)
        case .answered(.entries(let files, let kind)):
            guard kind == self.kind.entryKind else { return [] }
            self.files = files
            show(situation)
            return []
        case .command(let command): return perform(command, situation)
        case .key(let key): return take(key, situation)
        case .save, .chosen, .answered, .performed, .refused: return []
        }
    }

    public mutating func layOut(_ size: Size, _ situation: Situation) -> [Effect] {
        list.resize(height: LeafedLists.registers(size).rows)
        return []
    }

    private mutating func read(_ situation: Situation) -> [Effect] {
        show(situation)
        return kind.entryKind.map { [.load(.entries($0))] } ?? []
    }

    mutating func show(_ situation: Situation) {
        var rows = ordered.filter { !openOnly || $0.entry.status == .open }.map { RegisterRow.entry($0) }
        switch kind {
        case .callBack: rows = situation.live.callBacks.map { .callBack($0) }
        case .task:
            let cases = situation.live.caseTasks
            rows += cases.map { .caseTask($0.file, $0.task) }
        case .mission, .indicator, .return: break
        }
        list.show(rows.filter { $0.fits(list.filter.text, situation) })
    }

    /// What is to come first, the soonest at the top; then what is done, the latest at the top.
    private var ordered: [EntryFile] {
        func key(_ place: Int) -> (Int, Int64, Int) {
            let entry = files[place].entry
            let day = entry.content.due?.days ?? 0
            return entry.status == .open ? (0, day, place) : (1, -day, place)
        }
        return files.indices.sorted { key($0) < key($1) }.map { files[$0] }
    }

    private mutating func go(to step: Int, _ situation: Situation) -> [Effect] {
        kind = RegisterKind.kinds(situation).leafed(from: kind, by: step) ?? kind
        openOnly = kind.beginsWithOpen
        files = []
        let height = list.window.height
        list = RegistersScreen.emptyList
        list.resize(height: height)
        return read(situation)
    }

    private mutating func perform(_ command: RegistersCommand, _ situation: Situation) -> [Effect] {
        switch command {
        case .nextPart: return go(to: 1, situation)
        case .previousPart: return go(to: -1, situation)
        case .openOnly:
            openOnly.toggle()
            show(situation)
            return []
        case .filter:
            list.beginFilter()
            return []
        case .take: return take(.enter, situation)
        case .add: return kind.entryKind.map { [.open(.act(.newEntry($0)))] } ?? []
        case .done: return list.selected.map(done) ?? []
        case .noResponse: return entry { [perform(.done(.notReceived), on: $0, says: "registers.is_no_response")] }
        case .give: return entry { [.open(.act(.giveEntry($0)))] }
        case .withdraw: return entry { [.open(.act(.withdrawEntry($0)))] }
        }
    }

    /// What came of the line under the cursor; a call-back and a case's task lead to where they are done.
    private func done(_ row: RegisterRow) -> [Effect] {
        switch row {
        case .callBack(let call): return [.open(.call(call.id))]
        case .caseTask(let file, _): return [.open(.case(file.id))]
        case .entry(let file):
            let (id, kind) = (file.entry.id, file.entry.content.kind)
            guard kind != .task else { return [perform(.done(.did), on: id, says: "registers.is_done")] }
            return [.open(.act(.finishEntry(id, kind)))]
        }
    }

    private func entry(_ effects: (EntryID) -> [Effect]) -> [Effect] { selectedEntry.map { effects($0.id) } ?? [] }

    private func perform(_ command: EntryCommand, on id: EntryID, says key: String) -> Effect {
        .perform([.entry(id, command)], then: [.say(Notice(.done, says: key))])
    }

    private mutating func take(_ key: Key, _ situation: Situation) -> [Effect] {
        switch list.handle(key, today: situation.live.businessDate) {
        case .filtered: show(situation)
        case .ignored: return key == .escape ? [.back] : []
        case .moved, .jump, .noDate, .chosen: break
        }
        return []
    }
}
