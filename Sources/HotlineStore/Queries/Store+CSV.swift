import HotlineDomain

extension Store {
    /// The columns of `csv`, in order.
    public static let csvColumns = [
        "number", "business_date", "hour", "started", "ended", "class", "code", "line", "operator", "country",
        "language", "topics", "caller", "sex", "age_band", "heard", "outcome", "status", "revision",
    ]

    /// Calls of a period as CSV (RFC 4180, UTF-8, a header line), oldest first;
    /// codes only, never a person's words. Times are UTC. `sink` is given full
    /// pieces of at most 64 KiB and the last one.
    public func csv(_ period: Period, into sink: (UnsafeRawBufferPointer) throws -> Void) throws {
        let rules = try zone(hotline().zone)
        // A business date lies within a day of the calendar day in UTC.
        let from = rules.instant(period.first, secondsOfDay: 0) - .days(1)
        let to = rules.instant(period.last, secondsOfDay: 0) + .days(3)
        var writer = CSVWriter()
        writer.line(Store.csvColumns)
        try engine.read { connection in
            try connection.rows(
                """
                SELECT number, business_date, hour, started, ended, class, code, line, operator, country, language,
                    topics, caller, sex, age_band, heard, outcome, status, revision
                FROM call WHERE hotline = $1 AND started BETWEEN $2 AND $3
                AND business_date BETWEEN $4 AND $5 AND status <> 'discarded' ORDER BY started, id
                """,
                [
                    .integer(hotlineID), .instant(from), .instant(to), .integer(period.first.days),
                    .integer(period.last.days),
                ]
            ) { row in
                for column in 0..<Store.csvColumns.count {
                    switch column {
                    case 1: writer.date(row.integer(column))
                    case 2, 18: writer.integer(row.integer(column))
                    case 3, 4: if row.isNull(column) { writer.empty() } else { writer.time(row.integer(column)) }
                    default: row.withText(column) { writer.text($0) }
                    }
                }
                writer.endLine()
                if writer.isFull { try writer.flush(sink) }
                return true
            }
        }
        try writer.flush(sink)
    }
}

/// Fields of a CSV file gathered in one buffer of bytes: no string is made.
struct CSVWriter {
    private var bytes: [UInt8] = []
    private var isFirst = true
    private static let capacity = 65_536

    init() { bytes.reserveCapacity(CSVWriter.capacity) }

    var isFull: Bool { bytes.count > CSVWriter.capacity - 4096 }

    mutating func flush(_ sink: (UnsafeRawBufferPointer) throws -> Void) throws {
        try bytes.withUnsafeBytes { try sink($0) }
        bytes.removeAll(keepingCapacity: true)
    }

    mutating func line(_ fields: [String]) {
        for field in fields {
            var field = field
            field.withUTF8 { text($0) }
        }
        endLine()
    }

    mutating func endLine() {
        bytes.append(13)
        bytes.append(10)
        isFirst = true
    }

    mutating func empty() { separate() }

    mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
        separate()
        // Quote, comma, newline, carriage return.
        if text.contains(where: { $0 == 34 || $0 == 44 || $0 == 10 || $0 == 13 }) {
            bytes.append(34)
            for byte in text {
                if byte == 34 { bytes.append(34) }
                bytes.append(byte)
            }
            bytes.append(34)
        } else {
            bytes.append(contentsOf: text)
        }
    }

    mutating func integer(_ value: Int64) {
        separate()
        digits(value, 1)
    }

    /// `2009-09-14`
    mutating func date(_ days: Int64) {
        separate()
        appendDate(days)
    }

    /// `2009-09-14T02:10:00Z`
    mutating func time(_ milliseconds: Int64) {
        separate()
        let instant = Instant(milliseconds: milliseconds)
        let clock = ZoneRules.utc.wallClock(at: instant)
        appendDate(clock.date.days)
        bytes.append(84)
        digits(Int64(clock.hour), 2)
        bytes.append(58)
        digits(Int64(clock.minute), 2)
        bytes.append(58)
        digits(Int64(clock.second), 2)
        bytes.append(90)
    }

    private mutating func appendDate(_ days: Int64) {
        let (year, month, day) = BusinessDate(days: days).civil
        digits(Int64(year), 4)
        bytes.append(45)
        digits(Int64(month), 2)
        bytes.append(45)
        digits(Int64(day), 2)
    }

    private mutating func digits(_ value: Int64, _ width: Int) {
        var power: Int64 = 1
        for _ in 1..<max(1, width) { power *= 10 }
        while value / power >= 10 { power *= 10 }
        while power > 0 {
            bytes.append(UInt8(48 + value / power % 10))
            power /= 10
        }
    }

    private mutating func separate() {
        if isFirst { isFirst = false } else { bytes.append(44) }
    }
}
