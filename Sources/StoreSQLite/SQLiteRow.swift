import GRDBSQLite
import HotlineStore

/// The row a statement stands on.
struct SQLiteRow: SQLRow {
    let statement: OpaquePointer

    func isNull(_ column: Int) -> Bool { sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL }

    func integer(_ column: Int) -> Int64 { sqlite3_column_int64(statement, Int32(column)) }

    func text(_ column: Int) -> String {
        var found = ""
        withText(column) { found = String(decoding: $0, as: UTF8.self) }
        return found
    }

    func bytes(_ column: Int) -> [UInt8] {
        guard let start = sqlite3_column_blob(statement, Int32(column)) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: length(column)))
    }

    func withText(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        // The text must be asked for before its length: asking converts.
        let start = sqlite3_column_text(statement, Int32(column))
        body(UnsafeBufferPointer(start: start, count: start == nil ? 0 : length(column)))
    }

    private func length(_ column: Int) -> Int { Int(sqlite3_column_bytes(statement, Int32(column))) }
}
