import HotlineDomain
import HotlineStore
import TerminalUI

/// What the keys of a handover do.
extension HandoverScreen {
    mutating func perform(
        _ command: HandoverScreenCommand, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch command {
        case .offer: return offer(situation, around)
        case .addNote: return addNote(situation, around)
        case .takeNoteBack: return takeNoteBack(situation, around)
        case .acknowledge: return acknowledge()
        case .park: return park(selected.map { [$0] } ?? [])
        case .parkAll: return park((items ?? []).filter { $0.state == .open && !$0.isOnTheLine })
        case .open: return open()
        case .look:
            isLooking.toggle()
            return []
        }
    }

    // MARK: - Putting it together

    private mutating func addNote(_ situation: Situation, _ around: Surroundings) -> [Effect] {
        guard !note.isBlank else { return [] }
        notes.append(note.text)
        note = HandoverScreen.noteArea("")
        showItems()
        return saveDraft(situation, around)
    }

    /// The last note that was ready is written on; what stands in the field becomes ready in its place.
    mutating func takeNoteBack(_ situation: Situation, _ around: Surroundings) -> [Effect] {
        guard let last = notes.popLast() else { return [] }
        if !note.isBlank { notes.append(note.text) }
        note = HandoverScreen.noteArea(last)
        showItems()
        return saveDraft(situation, around)
    }

    /// Offers what is open with the notes; with neither, the shift simply ends.
    func offer(_ situation: Situation, _ around: Surroundings) -> [Effect] {
        guard let shift = building, let items else { return [] }
        let written = (notes + (note.isBlank ? [] : [note.text])).compactMap(around.written)
        let drop = Effect.dropDraft(DraftKey(HandoverScreen.draftForm, shift.raw))
        guard !items.isEmpty || !written.isEmpty else {
            let done = Notice(.done, says: "shift.signed_off", ["time": situation.clock(situation.now)])
            return [.perform([.shift(shift, .end)], then: [drop, .back, .say(done)])]
        }
        let id: HandoverID = around.newID()
        let done = Notice(.done, says: "handover.offered")
        let typed = typedInto(items, situation)
        let saved = typed.map { Command.call($0.call.id, .save($0.form.entry(situation, around))) }
        return [
            .perform(
                saved + [.handover(id, .offer(shift: shift, notes: written))],
                then: typed.map { .dropDraft($0.key) } + [drop, .replace(.handover(id)), .say(done)])
        ]
    }

    /// Calls into which something was typed and not saved yet: whoever takes the
    /// call over must find it there, and not in this console's drafts.
    private func typedInto(
        _ items: [HandoverRow], _ situation: Situation
    ) -> [(call: Call, form: CallForm, key: DraftKey)] {
        items.compactMap { item in
            guard case .draft(let call) = item.thing else { return nil }
            let key = DraftKey(CallScreen.draftForm, call.id.raw)
            guard let draft = situation.drafts[key] else { return nil }
            var form = CallForm(CallFile(call: call), situation)
            form.restore(draft.fields)
            return (call, form, key)
        }
    }

    // MARK: - Taking it

    private func acknowledge() -> [Effect] {
        guard let handover, let selected else { return [] }
        return [.perform([.handover(handover.id, .acknowledge(item: selected.number))], then: [])]
    }

    /// What an act came to: so many are parked or left, the shift is ended, or
    /// more has joined, which nobody had seen yet.
    func tell(_ events: [Event]) -> [Effect] {
        notice(events).map { [.say($0)] } ?? []
    }

    private func notice(_ events: [Event]) -> Notice? {
        guard let handover else { return nil }
        var (taken, parked, joined): ([Int], [Int], Int) = ([], [], 0)
        for case .handover(_, let event) in events {
            switch event {
            case .acknowledged(let item): taken.append(item)
            case .parked(let item): parked.append(item)
            case .joined(let items): joined += items.count
            case .offered, .completed: break
            }
        }
        if joined > 0 { return Notice(.warning, says: "handover.joined", n: joined) }
        if !parked.isEmpty { return Notice(.done, says: "handover.was_parked", n: parked.count) }
        guard let last = taken.last else { return nil }
        if events.contains(.shift(handover.shift, .ended)) {
            return Notice(.done, says: "handover.taken", ["operator": handover.from])
        }
        let left = handover.items.count { $0.state != .acknowledged && !taken.contains($0.number) }
        return left == 0
            ? Notice(.done, says: "handover.complete")
            : Notice(.done, says: "handover.acknowledged", n: left, ["item": String(last)])
    }

    private func park(_ rows: [HandoverRow]) -> [Effect] {
        guard let handover, !rows.isEmpty else { return [] }
        let commands = rows.map { Command.handover(handover.id, .park(item: $0.number)) }
        return [.ask(.parkItem, then: [.perform(commands, then: [])])]
    }

    private mutating func open() -> [Effect] {
        guard let selected else { return [] }
        if let route = selected.route { return [.open(route)] }
        isLooking = true
        return []
    }
}

extension TextArea {
    /// Nothing but spaces is no note.
    fileprivate var isBlank: Bool { text.allSatisfy(\.isWhitespace) }
}
