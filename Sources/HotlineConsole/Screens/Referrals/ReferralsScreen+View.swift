import HotlineDomain
import TerminalUI

extension ReferralsScreen {
    public func draw(on surface: inout Surface, _ situation: Situation) {
        let number = NumberColumn.width(list.pane.window.rows.lazy.map(\.referral.number))
        list.draw(on: &surface, title: "referrals.title", situation) { row, surface in
            ReferralsScreen.draw(row.referral, on: &surface, number: number, situation)
        } sheet: { file, width in
            file.sheet(width: width, situation)
        }
    }

    /// Which, how it stands and until when, for what, to whom.
    private static func draw(
        _ referral: Referral, on surface: inout Surface, number: Int, _ situation: Situation
    ) {
        let mark = StateMark(referral, situation)
        surface.put(referral.number, x: 1, y: 0, role: .strong, maxWidth: number)
        let start = number + 2
        let state = min(29, max(20, (surface.width - start) * 2 / 5))
        surface.put(mark.text, x: start, y: 0, role: mark.role, maxWidth: state - 1)
        let rest = max(0, surface.width - start - state - 1)
        let provider = min(max(rest / 3, rest - serviceWidth - 1), providerWidth(situation))
        surface.put(
            situation.label(.service, referral.service), x: start + state, y: 0,
            maxWidth: max(0, rest - provider - 1))
        surface.put(
            situation.providerName(referral.provider), x: surface.width - provider - 1, y: 0, role: .faint,
            maxWidth: provider)
    }

    /// Crisis support and long-term support part at their last words, in each language.
    private static let serviceWidth = 30

    /// What the longest name takes.
    private static func providerWidth(_ situation: Situation) -> Int {
        situation.hotline.providers.reduce(0) { max($0, cellWidth(of: $1.name)) }
    }
}
