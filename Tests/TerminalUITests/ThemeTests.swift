import Testing

@testable import TerminalUI

@Suite("Themes")
struct ThemeTests {
    @Test("every scheme has a look for every role", arguments: Scheme.allCases)
    func complete(scheme: Scheme) {
        #expect(Set(scheme.theme.styles.keys) == Set(Role.allCases))
    }

    @Test(
        "every role can be read: contrast 4.5, and 7 in high contrast",
        arguments: [Scheme.dark, .light, .highContrast])
    func contrast(scheme: Scheme) throws {
        for role in Role.allCases {
            let style = scheme.theme.style(role)
            let ink = try #require(style.ink)
            let paper = try #require(style.paper)
            let ratio = contrastRatio(ink.of256, paper.of256)
            #expect(ratio >= (scheme == .highContrast ? 7 : 4.5), "\(scheme) \(role): \(ratio)")
            #expect(ink.of256 >= 16 && paper.of256 >= 16 && ink.of16 < 16 && ink.of8 < 8 && paper.of8 < 8)
            #expect(ink.of8 != paper.of8 && ink.of16 != paper.of16, "\(scheme) \(role)")
        }
    }

    @Test(
        "what must stand out looks different, with few colours and with none", arguments: Scheme.allCases,
        [0, 8, 16, 256])
    func distinct(scheme: Scheme, colours: Int) {
        let theme = (colours == 0 ? .monochrome : scheme).theme
        func look(_ role: Role) -> String {
            let style = theme.style(role)
            let ink = style.ink.map { Int($0.number(ofColours: colours)) } ?? -1
            let paper = style.paper.map { Int($0.number(ofColours: colours)) } ?? -1
            return "\(ink) on \(paper) \(style.attributes.rawValue)"
        }
        let pairs: [(Role, Role)] = [
            (.alarm, .text), (.alarm, .warning), (.alarm, .selected), (.warning, .text), (.selected, .text),
            (.selectedAlarm, .selected), (.selectedAlarm, .alarm), (.selectedWarning, .selected),
            (.fieldFocused, .text), (.fieldFocused, .field), (.key, .keyLabel), (.danger, .key), (.strong, .text),
        ]
        for (one, other) in pairs { #expect(look(one) != look(other), "\(one) and \(other)") }
    }

    @Test("the selected form of a role is a selected role, once and for ever")
    func selected() {
        for role in Role.allCases { #expect(role.whenSelected.whenSelected == role.whenSelected) }
        #expect(Role.allCases.count < 63, "eight colours leave 64 pairs")
    }

    @Test("NO_COLOR means none, unless a person chose")
    func noColour() {
        #expect(Scheme.initial(chosen: nil, noColor: nil) == .dark)
        #expect(Scheme.initial(chosen: nil, noColor: "") == .dark)
        #expect(Scheme.initial(chosen: nil, noColor: "1") == .monochrome)
        #expect(Scheme.initial(chosen: .light, noColor: "1") == .light)
    }
}

/// WCAG's ratio for two colours of the palette of 256.
private func contrastRatio(_ one: UInt8, _ other: UInt8) -> Double {
    let lights = [luminance(one), luminance(other)].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
}

private func luminance(_ number: UInt8) -> Double {
    let parts: [Double]
    if number >= 232 {
        let level = Double(8 + 10 * (Int(number) - 232)) / 255
        parts = [level, level, level]
    } else {
        let levels = [0, 95, 135, 175, 215, 255]
        let index = Int(number) - 16
        parts = [index / 36, index / 6 % 6, index % 6].map { Double(levels[$0]) / 255 }
    }
    let linear = parts.map { $0 <= 0.04045 ? $0 / 12.92 : power(($0 + 0.055) / 1.055) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

/// x to the power of 2.4, by x² times the fifth root of x².
private func power(_ x: Double) -> Double {
    let square = x * x
    var root = 1.0
    for _ in 0..<60 { root -= (root * root * root * root * root - square) / (5 * root * root * root * root) }
    return square * root
}
