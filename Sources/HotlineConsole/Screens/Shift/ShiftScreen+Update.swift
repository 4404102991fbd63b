import HotlineDomain
import HotlineStore
import TerminalUI

extension ShiftScreen {
    public mutating func update(
        _ message: ScreenMessage<ShiftScreenCommand>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch message {
        case .opened: return [.planShifts(), read]
        case .changed: return [read]
        case .command(let command): return perform(command, situation, around)
        case .key(let key): return take(key)
        case .chosen(let code, let asking): return take(code, asking, situation, around)
        case .answered(.shifts(let shifts, let dates)):
            guard dates == wanted else { return [] }
            self.shifts = shifts
            list(situation)
            return []
        case .answered(.openWork(let things, let code)) where !isSigningOff:
            if code == asked?.operatorCode { leftOpen = things }
            return []
        case .answered(.openWork(let things, let code)):
            guard isSigningOff, code == situation.person?.code else { return [] }
            isSigningOff = false
            return signOff(hasNothingOpen: things.isEmpty, situation)
        case .save, .answered, .performed, .refused: return []
        }
    }

    public mutating func relabel(_ situation: Situation) { picking?.relabel(situation) }

    public mutating func layOut(_ size: Size, _ situation: Situation) -> [Effect] {
        let layout = HeadedLayout(size, headRows: 2)
        isWide = layout.isWide
        window.resize(height: layout.list.height)
        picking?.picker.height = max(1, layout.list.height - 4)
        return []
    }

    /// A week to either side of what is listed is read too: people are free or not by it.
    private var wanted: ClosedRange<BusinessDate> { (first - 2)...(first + ShiftScreen.days + 7) }
    var read: Effect { .load(.shifts(wanted)) }

    // MARK: - The list

    private mutating func list(_ situation: Situation) {
        let isFirst = rows.isEmpty
        rows = RosterRow.rows(dates, shifts, situation.hotline, situation.zone)
        window.show(rows)
        if isFirst { standOnNow(situation) }
    }

    /// On the pattern that runs, the own shift in it first.
    private mutating func standOnNow(_ situation: Situation) {
        if let mine = situation.myShift, window.select(.shift(mine.id)) { return }
        let now = rows.lazy.compactMap { row -> RosterRow.Place? in
            guard case .slot(let slot) = row else { return nil }
            return slot.hours.contains(situation.now) ? row.id : nil
        }.first
        window.select(now ?? .day(situation.live.businessDate))
    }

    mutating func go(to date: BusinessDate, _ situation: Situation) -> [Effect] {
        first = date
        rows = RosterRow.rows(dates, shifts, situation.hotline, situation.zone)
        window.go(to: .first)
        window.show(rows)
        return [read]
    }

    private mutating func take(_ key: Key) -> [Effect] {
        if picking != nil {
            if key == .escape {
                if picking?.back() == false { picking = nil }
            } else {
                picking?.handle(key)
            }
            return []
        }
        if key == .escape {
            guard isLooking, !isWide else { return [.back] }
            isLooking = false
            return []
        }
        _ = window.handle(key)
        return []
    }
}
