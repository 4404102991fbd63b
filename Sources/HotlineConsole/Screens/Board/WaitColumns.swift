import HotlineReports
import TerminalUI
import Wording

/// The columns of the wait histogram: the words and numbers as wide as they
/// are, the bars all that is left.
struct WaitColumns {
    let label: Int
    let bar: Int
    let answered: Int
    private let largest: Int

    init(_ steps: [WaitHistogram.Step], width: Int, _ situation: Situation) {
        func widest(_ text: (WaitHistogram.Step) -> String) -> Int {
            steps.reduce(0) { max($0, cellWidth(of: text($1))) }
        }
        label = widest(situation.name)
        answered = widest { situation.say.integer($0.answered) }
        let givenUp = widest { $0.givenUp > 0 ? "\(Glyph.shade) \(situation.say.integer($0.givenUp))" : "" }
        bar = max(1, width - label - answered - givenUp - (givenUp > 0 ? 6 : 4))
        // Both of a step stand one behind the other.
        largest = steps.reduce(1) { max($0, $1.answered + $1.givenUp) }
    }

    /// Whatever was counted is seen.
    func length(_ n: Int) -> Int { n == 0 ? 0 : max(1, n * bar / largest) }
}
