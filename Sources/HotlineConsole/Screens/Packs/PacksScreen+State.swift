import HotlineDomain
import TerminalUI

/// What donors were given, and what they are to be given by which day.
public struct PacksScreen: ConsoleScreen {
    public static let title = "packs.title"

    var list = ListWindow<PackRow>.ofWhole
    var isRead = false

    public init() {}

    public func isMet(_ requirement: Requirement, _ situation: Situation) -> Bool {
        requirement == .selection ? selected != nil : situation.isMet(requirement)
    }

    var lines: [PackLine] { list.rows.compactMap(\.line) }

    /// The pack under the cursor.
    var selected: PackLine? { list.selected?.line }

    /// The cursor stays on its pack; where that has been given, it goes on to the next one to be given.
    mutating func show(_ lines: [PackLine]) {
        let (old, before) = (selected, self.lines)
        list.show(PackRow.rows(lines))
        if let old, old.group != .given, lines.contains(where: { $0.id == old.id && $0.group == .given }) {
            let after = before.drop { $0.id != old.id }.dropFirst() + before.prefix { $0.id != old.id }.reversed()
            let next = after.first { $0.group != .given }
            if let next { list.select(next.id) }
        }
        leaveTitle(upwards: false)
        isRead = true
    }

    mutating func move(_ key: Key) {
        let before = list.cursor
        guard list.handle(key) else { return }
        leaveTitle(upwards: list.cursor < before)
    }

    /// A title is no pack: the cursor goes on to the one behind it, with the title in sight.
    private mutating func leaveTitle(upwards: Bool) {
        if list.selected?.line == nil { list.move(upwards && list.cursor > 0 ? .up : .down) }
        guard list.cursor > 0, list.rows[list.cursor - 1].line == nil else { return }
        list.move(.up)
        list.move(.down)
    }
}
