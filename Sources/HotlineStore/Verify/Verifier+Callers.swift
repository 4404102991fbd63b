import HotlineDomain

/// The fingerprints of callers: each belongs to a call that was recognised, and
/// opens where the key is at hand. That one is gone is no damage: they go.
extension Verifier {
    mutating func checkCallers(_ connection: any Connection) throws {
        let stray = try connection.count(
            """
            SELECT count(*) FROM caller_sign
            WHERE hotline = $1 AND call NOT IN (SELECT id FROM call WHERE number_known = 1)
            """, [.integer(hotline)])
        if stray > 0 { find(.callerSignWithoutCall(count: stray)) }
        let signs = CallerSigns(connection: connection, hotline: hotline)
        for call in try signs.closed(callerKeys) { find(.callerSignClosed(call: call.raw)) }
    }
}
