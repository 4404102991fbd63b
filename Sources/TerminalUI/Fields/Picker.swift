/// Type-ahead over a list of choices: by code, by the beginning of any word of
/// any label, by first letters, by what is inside.
public struct Picker<ID: Hashable & Sendable>: Hashable, Sendable {
    public private(set) var choices: [Choice<ID>]
    public private(set) var field: TextField
    /// Indices of `choices` that fit what was typed, best first, in list order among equals.
    private var fitting: [Int]
    private var place = 0
    /// Rows seen at once: how far the page keys go.
    public var height: Int

    public init(_ choices: [Choice<ID>], selecting id: ID? = nil, height: Int = 8) {
        self.choices = choices
        self.height = height
        field = TextField(limit: 60)
        fitting = Array(choices.indices)
        place = id.flatMap { id in choices.firstIndex { $0.id == id } } ?? 0
    }

    /// The same choices in other words, some perhaps at other places: what was typed and chosen stays.
    public mutating func relabel(_ others: [Choice<ID>]) {
        let selected = selected?.id
        let places = Dictionary(others.indices.map { (others[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
        fitting = field.isEmpty ? Array(others.indices) : fitting.compactMap { places[choices[$0].id] }
        choices = others
        place = fitting.firstIndex { choices[$0].id == selected } ?? min(place, max(0, fitting.count - 1))
    }

    /// What fits, best first.
    public var matches: [Choice<ID>] { fitting.map { choices[$0] } }
    /// The one that Enter takes; none where nothing fits.
    public var selected: Choice<ID>? { fitting.indices.contains(place) ? choices[fitting[place]] : nil }

    /// - Parameter fold: the same as the choices were made with.
    public mutating func handle(_ key: Key, fold: (String) -> String) -> Edit {
        if let row = MoveCommand.pickerKeys.exactRow(for: key) {
            move(row.command)
            return .moved
        }
        let edit = field.handle(key)
        if edit == .changed { search(fold(field.text)) }
        return edit
    }

    public mutating func move(_ command: MoveCommand) {
        let page = max(1, height - 1)
        let target: Int
        switch command {
        case .up: target = place - 1
        case .down: target = place + 1
        case .pageUp: target = place - page
        case .pageDown: target = place + page
        case .first: target = 0
        case .last: target = fitting.count - 1
        }
        place = min(max(0, target), max(0, fitting.count - 1))
    }

    private mutating func search(_ query: String) {
        fitting = choices.indices
            .compactMap { index in choices[index].rank(query).map { (rank: $0, index: index) } }
            .sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }
            .map(\.index)
        place = 0
    }

    /// Draws what fits, codes in a column before the labels.
    public func drawList(on surface: inout Surface, in rect: Rect) {
        let top = windowStart(cursor: place, window: rect.height)
        let codeWidth = min(rect.width / 2, choices.reduce(0) { max($0, cellWidth(of: $1.code)) })
        surface.draw(in: rect) { surface in
            for row in 0..<max(0, min(surface.height, fitting.count - top)) {
                let choice = choices[fitting[top + row]]
                surface.put(choice.code, x: 1, y: row, role: .faint, maxWidth: codeWidth)
                surface.put(choice.label, x: codeWidth + 3, y: row, maxWidth: surface.width - codeWidth - 4)
                guard top + row == place else { continue }
                surface.select(Rect(y: row, width: surface.width, height: 1))
                surface.put(.cursor, x: 0, y: row, role: .selected)
            }
        }
    }
}
