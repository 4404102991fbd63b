import Foundation

/// One line of the table: what was measured, and whether it is as good as it should be.
struct Outcome {
    let name: String
    let measured: String
    let goal: String
    /// Nil where there is no goal.
    let isMet: Bool?

    init(_ name: String, _ measured: String, goal: String = "", isMet: Bool? = nil) {
        self.name = name
        self.measured = measured
        self.goal = goal
        self.isMet = isMet
    }

    static func ratio(_ name: String, _ value: Double, detail: String, goal: Double) -> Outcome {
        Outcome(
            name, String(format: "%.2f", value) + "  (\(detail))", goal: String(format: "<= %.1f", goal),
            isMet: value <= goal)
    }

    func printed() {
        let mark = isMet.map { $0 ? "met" : "MISSED" } ?? ""
        let cells = [name.padded(58), measured.padded(44), goal.padded(10), mark]
        print(cells.joined(separator: " "))
        fflush(nil)
    }
}

extension String {
    fileprivate func padded(_ width: Int) -> String {
        count >= width ? self : self + String(repeating: " ", count: width - count)
    }
}
