/// What goes into and comes out of a statement: the types both engines share.
public enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case text(String)
    case bytes([UInt8])

    static func integer(_ value: Int64?) -> SQLValue { value.map { .integer($0) } ?? .null }
    static func text(_ value: String?) -> SQLValue { value.map { .text($0) } ?? .null }
    static func flag(_ value: Bool) -> SQLValue { .integer(value ? 1 : 0) }
}

/// One row of a result, valid only while the closure it was given to runs.
/// Columns count from 0.
public protocol SQLRow {
    func isNull(_ column: Int) -> Bool
    func integer(_ column: Int) -> Int64
    func text(_ column: Int) -> String
    func bytes(_ column: Int) -> [UInt8]
    /// The column as UTF-8 without a copy: for writing out many rows.
    func withText(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void)
}

extension SQLRow {
    func integerOrNil(_ column: Int) -> Int64? { isNull(column) ? nil : integer(column) }
    func textOrNil(_ column: Int) -> String? { isNull(column) ? nil : text(column) }
    func flag(_ column: Int) -> Bool { integer(column) != 0 }
}
