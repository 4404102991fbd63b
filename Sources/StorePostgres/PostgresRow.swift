import CPostgres
import HotlineStore

/// One row of a result that is in memory.
struct PostgresRow: SQLRow {
    let result: OpaquePointer
    let row: Int32

    func isNull(_ column: Int) -> Bool { PQgetisnull(result, row, Int32(column)) == 1 }

    /// 0 for null, like SQLite's.
    func integer(_ column: Int) -> Int64 {
        let value = raw(column)
        guard !value.isEmpty else { return 0 }
        switch PQftype(result, Int32(column)) {
        case ServerType.int8: return Int64(bigEndian: value.loadUnaligned(as: Int64.self))
        case ServerType.int4: return Int64(Int32(bigEndian: value.loadUnaligned(as: Int32.self)))
        case ServerType.int2: return Int64(Int16(bigEndian: value.loadUnaligned(as: Int16.self)))
        case ServerType.bool: return Int64(value[0])
        case ServerType.numeric: return ServerNumeric(value).integer
        default: return Int64(String(decoding: value, as: UTF8.self)) ?? 0
        }
    }

    func text(_ column: Int) -> String {
        isNumber(column) ? String(integer(column)) : String(decoding: raw(column), as: UTF8.self)
    }

    func bytes(_ column: Int) -> [UInt8] { Array(raw(column)) }

    func withText(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        guard isNumber(column), !isNull(column) else { return raw(column).withMemoryRebound(to: UInt8.self, body) }
        var digits = String(integer(column))
        digits.withUTF8(body)
    }

    private func isNumber(_ column: Int) -> Bool {
        switch PQftype(result, Int32(column)) {
        case ServerType.int8, ServerType.int4, ServerType.int2, ServerType.bool, ServerType.numeric: true
        default: false
        }
    }

    /// Empty for null.
    private func raw(_ column: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: PQgetvalue(result, row, Int32(column)), count: Int(PQgetlength(result, row, Int32(column))))
    }
}

/// A number of any length as the server sends it: what sums of whole numbers come as.
struct ServerNumeric {
    let integer: Int64

    /// Four numbers of two bytes (how many digits, the place of the first, the
    /// sign, the decimals), then the digits, to the base of ten thousand.
    /// What does not fit is as large as can be.
    init(_ bytes: UnsafeRawBufferPointer) {
        func number(_ place: Int) -> Int64 {
            Int64(Int16(bigEndian: bytes.loadUnaligned(fromByteOffset: place * 2, as: Int16.self)))
        }
        guard bytes.count >= 8 else {
            integer = 0
            return
        }
        let (digits, weight, isNegative) = (Int(number(0)), Int(number(1)), number(2) == 0x4000)
        var sum: Int64 = 0
        for place in 0..<max(0, weight + 1) {
            let digit = place < digits ? number(4 + place) : 0
            let (wide, overflow) = sum.multipliedReportingOverflow(by: 10_000)
            // Downwards: the lowest number there is has no counterpart above.
            let (next, more) = wide.subtractingReportingOverflow(digit)
            guard !overflow, !more else {
                integer = isNegative ? .min : .max
                return
            }
            sum = next
        }
        integer = isNegative ? sum : sum == .min ? .max : -sum
    }
}
