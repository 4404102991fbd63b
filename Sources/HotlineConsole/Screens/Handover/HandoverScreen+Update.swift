import HotlineDomain
import HotlineStore
import TerminalUI

extension HandoverScreen {
    public mutating func update(
        _ message: ScreenMessage<HandoverScreenCommand>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch message {
        case .opened, .changed: return read(situation)
        case .command(let command): return perform(command, situation, around)
        case .key(let key): return take(key, situation, around)
        case .save: return building == nil ? [] : offer(situation, around)
        case .answered(.openWork(let things, let code)):
            guard building != nil, code == situation.person?.code else { return [] }
            items = things.enumerated().map { HandoverRow(number: $0.offset + 1, thing: $0.element) }
            places = situation.placesToHandOver
            showItems()
            return []
        case .answered(.handover(let file, let id)):
            guard stage == .offered(id) else { return [] }
            return take(file)
        case .performed(let events): return tell(events)
        case .chosen, .answered, .refused: return []
        }
    }

    public mutating func layOut(_ size: Size, _ situation: Situation) -> [Effect] {
        let layout = HandoverLayout(size, isBuilding: building != nil)
        isWide = layout.isWide
        window.resize(height: layout.list.height)
        note.width = max(10, layout.note.width - 2)
        note.height = HandoverScreen.noteRows
        return []
    }

    private func read(_ situation: Situation) -> [Effect] {
        switch stage {
        case .building: situation.person.map { [.load(.openWork(of: $0.code))] } ?? []
        case .offered(let id): [.load(.handover(id))]
        }
    }

    private mutating func take(_ file: HandoverFile?) -> [Effect] {
        guard let file else { return [.say(Notice(.warning, says: "refusal.handover.unknown")), .back] }
        let isFirst = items == nil
        let before = selected
        handover = file.handover
        items = zip(file.handover.items, file.things).map { item, thing in
            HandoverRow(number: item.number, thing: thing, state: item.state, by: item.by)
        }
        showItems()
        // What was waiting under the cursor has been taken: on to the next that waits.
        let wasTaken = before?.state != .acknowledged && selected?.state == .acknowledged
        if isFirst || wasTaken { standOnNextOpen() }
        return []
    }

    /// Notes that are ready stand below what is open.
    mutating func showItems() {
        let open = items ?? []
        let ready = notes.enumerated().map { place, note in
            HandoverRow(number: open.count + place + 1, thing: .note(Private(note)))
        }
        // Free places go with the rest, and alone are no reason for a handover.
        let handed = open + ready
        let free = handed.isEmpty ? [] : places
        window.show(
            handed
                + free.enumerated().map { place, thing in
                    HandoverRow(number: handed.count + place + 1, thing: thing)
                })
    }

    private mutating func standOnNextOpen() {
        let items = items ?? []
        let here = window.cursor
        let next =
            items.indices.first { $0 >= here && items[$0].state == .open } ?? items.firstIndex { $0.state == .open }
        if let next { window.select(items[next].id) }
    }

    // MARK: - Typing

    private mutating func take(_ key: Key, _ situation: Situation, _ around: Surroundings) -> [Effect] {
        if key == .escape { return escape() }
        guard building != nil else {
            _ = window.handle(key)
            return []
        }
        // With nothing left to delete, the last note is gone on with.
        if key == .backspace, note.isEmpty, !notes.isEmpty { return takeNoteBack(situation, around) }
        // In a note of one line there is nowhere to go: the list above moves.
        if !key.writes, note.lineCount == 1, MoveCommand.pickerKeys.exactRow(for: key) != nil {
            _ = window.handle(key)
            return []
        }
        switch note.handle(key) {
        case .changed: return saveDraft(situation, around)
        case .full: return [.say(Notice(.warning, says: "form.full"))]
        case .moved, .ignored: return []
        }
    }

    private mutating func escape() -> [Effect] {
        guard isLooking, !isWide else { return [.back] }
        isLooking = false
        return []
    }

    /// What is typed, on its way to the disk.
    mutating func saveDraft(_ situation: Situation, _ around: Surroundings) -> [Effect] {
        guard let shift = building, let person = situation.person else { return [] }
        let startedAt = draftStartedAt ?? around.now
        draftStartedAt = startedAt
        return [
            .saveDraft(
                Draft(
                    form: HandoverScreen.draftForm, subject: shift.raw, fields: typed, operatorCode: person.code,
                    startedAt: startedAt))
        ]
    }
}
