import CPostgres

/// What a server said went wrong. Only its first line is kept: the others may
/// tell what was in a row.
struct ServerFailure: Sendable {
    /// Five characters of SQL's own; nil where the line to the server broke.
    let state: String?
    let message: String

    init(state: String?, message: String) {
        self.state = state
        self.message = message
    }

    init(_ result: OpaquePointer) {
        state = ServerFailure.field(67, of: result)
        message =
            ServerFailure.field(77, of: result) ?? ServerAddress.line(String(cString: PQresultErrorMessage(result)))
    }

    /// Somebody else wrote what this looked at: the same again may well succeed.
    var isConflict: Bool { state == "40001" || state == "40P01" }

    /// `PG_DIAG_SQLSTATE` is `C`, `PG_DIAG_MESSAGE_PRIMARY` is `M`.
    private static func field(_ code: Int32, of result: OpaquePointer) -> String? {
        PQresultErrorField(result, code).map { String(cString: $0) }
    }
}
