import HotlineDomain

/// What was written in two places is told to people until somebody saw both:
/// neither more nor less than the events say.
extension Verifier {
    /// Most things have none, and are not asked about one by one.
    mutating func checkDivergences(_ outcome: History.Outcome, _ connection: any Connection) throws {
        guard !outcome.divergences.isEmpty else { return }
        let stored = try Divergence.Table(connection: connection).rows(of: outcome.subject)
        if stored != Set(outcome.divergences) { find(.rowDiffers(table: "divergence", id: outcome.subject.id)) }
    }

    mutating func checkDivergenceCount(_ connection: any Connection) throws {
        let stored = try connection.count("SELECT count(*) FROM divergence WHERE hotline = $1", [.integer(hotline)])
        if stored > divergences { find(.rowWithoutEvent(table: "divergence", count: stored - divergences)) }
    }
}
