// The schemes, a row a role. State is never told by colour alone: every alarm
// and warning also has a word and a mark, so monochrome loses nothing.

extension Theme {
    static let dark: Theme = {
        let paper = Ink(234, 0, 0)
        let selection = Ink(153, 7, 7)
        let bar = Ink(24, 4, 4)
        let white = Ink(231, 15, 7)
        return Theme([
            .text: Style(Ink(252, 7, 7), on: paper),
            .faint: Style(Ink(246, 8, 7), on: paper),
            .strong: Style(white, on: paper, .bold),
            .title: Style(white, on: bar, .bold),
            .heading: Style(Ink(117, 14, 6), on: paper, .bold),
            .alarm: Style(white, on: Ink(160, 1, 1), .bold),
            .warning: Style(Ink(221, 11, 3), on: paper, .bold),
            .good: Style(Ink(114, 10, 2), on: paper),
            .selected: Style(Ink(16, 0, 0), on: selection),
            .selectedFaint: Style(Ink(238, 0, 0), on: selection),
            .selectedAlarm: Style(Ink(124, 1, 1), on: selection, [.bold, .underline]),
            .selectedWarning: Style(Ink(52, 1, 1), on: selection, .bold),
            .selectedGood: Style(Ink(22, 2, 0), on: selection),
            .label: Style(Ink(110, 6, 6), on: paper),
            .field: Style(Ink(252, 7, 7), on: Ink(237, 0, 0)),
            .fieldFocused: Style(Ink(231, 15, 7), on: Ink(17, 4, 4)),
            .match: Style(Ink(221, 11, 3), on: paper, .underline),
            .key: Style(Ink(117, 14, 6), on: paper, .bold),
            .keyLabel: Style(Ink(250, 7, 7), on: paper),
            .keyOff: Style(Ink(246, 8, 7), on: paper, .dim),
            .danger: Style(Ink(210, 9, 1), on: paper, .bold),
            .rule: Style(Ink(246, 8, 7), on: paper),
        ])
    }()

    static let light: Theme = {
        let paper = Ink(255, 15, 7)
        let selection = Ink(24, 4, 4)
        let white = Ink(231, 15, 7)
        let black = Ink(16, 0, 0)
        return Theme([
            .text: Style(Ink(234, 0, 0), on: paper),
            .faint: Style(Ink(240, 8, 0), on: paper),
            .strong: Style(black, on: paper, .bold),
            .title: Style(white, on: Ink(24, 4, 4), .bold),
            .heading: Style(Ink(24, 4, 4), on: paper, .bold),
            .alarm: Style(white, on: Ink(160, 1, 1), .bold),
            .warning: Style(Ink(88, 1, 1), on: paper, .bold),
            .good: Style(Ink(22, 2, 2), on: paper),
            .selected: Style(white, on: selection),
            .selectedFaint: Style(Ink(252, 7, 7), on: selection),
            .selectedAlarm: Style(Ink(228, 11, 3), on: selection, [.bold, .underline]),
            .selectedWarning: Style(Ink(229, 11, 3), on: selection, .bold),
            .selectedGood: Style(Ink(194, 10, 7), on: selection),
            .label: Style(Ink(24, 4, 4), on: paper),
            .field: Style(black, on: Ink(252, 7, 7)),
            .fieldFocused: Style(black, on: Ink(229, 11, 3)),
            .match: Style(Ink(88, 1, 1), on: paper, .underline),
            .key: Style(Ink(24, 4, 4), on: paper, .bold),
            .keyLabel: Style(Ink(236, 0, 0), on: paper),
            .keyOff: Style(Ink(240, 8, 0), on: paper, .dim),
            .danger: Style(Ink(124, 1, 1), on: paper, .bold),
            .rule: Style(Ink(240, 8, 0), on: paper),
        ])
    }()

    static let highContrast: Theme = {
        let paper = Ink(16, 0, 0)
        let white = Ink(231, 15, 7)
        let yellow = Ink(226, 11, 3)
        return Theme([
            .text: Style(white, on: paper),
            .faint: Style(white, on: paper),
            .strong: Style(white, on: paper, .bold),
            .title: Style(paper, on: white, .bold),
            .heading: Style(yellow, on: paper, .bold),
            .alarm: Style(white, on: Ink(124, 1, 1), .bold),
            .warning: Style(yellow, on: paper, [.bold, .underline]),
            .good: Style(Ink(120, 10, 2), on: paper, .bold),
            .selected: Style(paper, on: yellow, .bold),
            .selectedFaint: Style(paper, on: yellow),
            .selectedAlarm: Style(white, on: Ink(124, 1, 1), [.bold, .underline]),
            .selectedWarning: Style(paper, on: yellow, [.bold, .underline]),
            .selectedGood: Style(paper, on: yellow),
            .label: Style(Ink(123, 14, 6), on: paper),
            .field: Style(white, on: paper, .underline),
            .fieldFocused: Style(paper, on: white, .bold),
            .match: Style(yellow, on: paper, [.bold, .underline]),
            .key: Style(yellow, on: paper, .bold),
            .keyLabel: Style(white, on: paper),
            .keyOff: Style(Ink(250, 7, 7), on: paper),
            .danger: Style(Ink(217, 9, 1), on: paper, [.bold, .underline]),
            .rule: Style(white, on: paper),
        ])
    }()

    static let monochrome = Theme([
        .text: Style(),
        .faint: Style(attributes: .dim),
        .strong: Style(attributes: .bold),
        .title: Style(attributes: .reverse),
        .heading: Style(attributes: .bold),
        .alarm: Style(attributes: [.bold, .reverse]),
        .warning: Style(attributes: .bold),
        .good: Style(),
        .selected: Style(attributes: .reverse),
        .selectedFaint: Style(attributes: .reverse),
        .selectedAlarm: Style(attributes: [.bold, .underline, .reverse]),
        .selectedWarning: Style(attributes: [.bold, .reverse]),
        .selectedGood: Style(attributes: .reverse),
        .label: Style(),
        .field: Style(attributes: .underline),
        .fieldFocused: Style(attributes: [.bold, .underline]),
        .match: Style(attributes: .underline),
        .key: Style(attributes: .bold),
        .keyLabel: Style(),
        .keyOff: Style(attributes: .dim),
        .danger: Style(attributes: [.bold, .underline]),
        .rule: Style(attributes: .dim),
    ])
}

extension Style {
    fileprivate init(attributes: Attributes) { self.init(nil, on: nil, attributes) }
}
