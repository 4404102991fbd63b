/// What a cell is there for. Views name roles; a theme decides how they look.
public enum Role: UInt8, CaseIterable, Hashable, Sendable {
    case text
    /// Said in passing: units, hints, what matters less.
    case faint
    case strong
    /// The line with who and when.
    case title
    /// The name of a part of the screen.
    case heading
    /// Somebody may be in danger.
    case alarm
    /// Something is late or missing.
    case warning
    case good
    case selected
    case selectedFaint
    case selectedAlarm
    case selectedWarning
    case selectedGood
    /// The name of a field.
    case label
    case field
    /// The field that takes the keys.
    case fieldFocused
    /// The letters of a row that match what was typed.
    case match
    case key
    case keyLabel
    /// A key that cannot act now.
    case keyOff
    /// A key or word that does what cannot be taken back.
    case danger
    case rule

    /// The role of the same words in the selected row.
    public var whenSelected: Role {
        switch self {
        case .faint, .keyOff, .rule, .selectedFaint: .selectedFaint
        case .alarm, .danger, .selectedAlarm: .selectedAlarm
        case .warning, .selectedWarning: .selectedWarning
        case .good, .selectedGood: .selectedGood
        case .text, .strong, .title, .heading, .selected, .label, .field, .fieldFocused, .match, .key, .keyLabel:
            .selected
        }
    }
}
