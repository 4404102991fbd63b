import HotlineDomain
import HotlineSwitch
import TerminalUI
import Wording

/// Where the words about those who wait begin: as a rule at the same places, and
/// further right only for a name that is longer, as far as the languages leave room.
struct WaitingColumns {
    static let country = 13
    private static let countryWidth = 14
    private static let languageWidth = 11

    let language: Int
    let known: Int

    init(_ callers: [WaitingCaller], _ situation: Situation, width: Int) {
        func widest(_ labels: [String]) -> Int { labels.map { cellWidth(of: $0) }.max() ?? 0 }
        let country = widest(callers.map { situation.label(.country, $0.country) })
        let language = widest(callers.map { situation.label(.language, $0.language) })
        let room = width - WaitingColumns.country - language - 2
        let taken = max(WaitingColumns.countryWidth, min(country, room))
        self.language = WaitingColumns.country + taken + 1
        known = self.language + max(WaitingColumns.languageWidth, language) + 1
    }
}
