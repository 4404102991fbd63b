import HotlineDomain
import HotlinePractice
import HotlineProfiles
import HotlineStore
import StoreSQLite

/// Years already written, one a seed: several suites look at the same ones.
actor WrittenYear {
    static let shared = WrittenYear()
    /// Two that stay and one that is new each run; a year takes a second or two to write.
    static let seeds: [UInt64] = [1, 2009, .random(in: 0...UInt64.max)]

    private var years: [UInt64: Task<Store, any Error>] = [:]

    func store(_ seed: UInt64) async throws -> Store {
        let year = years[seed] ?? Task.detached { try WrittenYear.fresh(seed) }
        years[seed] = year
        return try await year.value
    }

    static func fresh(_ seed: UInt64) throws -> Store {
        try PracticeYear.create(in: try SQLiteEngine.inMemory(), seed: seed) { try ZoneRules.named($0) }
    }
}

extension Store {
    /// Every call of the store, newest first.
    func allCalls() throws -> [Call] {
        var calls: [Call] = []
        var key: CallKey?
        repeat {
            let page = try self.calls(from: key, limit: 500)
            calls += page.calls
            key = page.next
        } while key != nil
        return calls
    }
}
