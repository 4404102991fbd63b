import HotlineDomain

/// Where each table, key and value of a profile stands in its text. The parser
/// says it only for what it cannot parse; problems of sense have places too.
struct SourceIndex {
    private let values: [SourcePath: SourcePosition]
    private let keys: [SourcePath: SourcePosition]
    /// The text with quotes around dates the calendar does not have. The parser
    /// would stop at the first of them; so the reader can name each.
    let parsable: String
    /// What has to be refused before the parser sees it.
    let trap: (rule: ProfileRule, at: SourcePosition)?

    /// The first character within quotes that nobody would see, written as an escape or as it is.
    let unseen: (scalar: Unicode.Scalar, at: SourcePosition)?

    init(_ text: String) {
        var scan = SourceScan(text)
        scan.document()
        values = scan.values
        keys = scan.keys
        trap = scan.trap
        unseen = scan.unseen
        var scalars = String.UnicodeScalarView()
        var copied = 0
        for range in scan.bareValues where SourceIndex.isImpossibleDate(scan.scalars[range]) {
            scalars += scan.scalars[copied..<range.lowerBound] + ["\""] + scan.scalars[range] + ["\""]
            copied = range.upperBound
        }
        parsable = String(scalars + scan.scalars[copied...])
    }

    /// Where a value begins; where it has no place of its own, that of what it stands in.
    func value(_ path: SourcePath) -> SourcePosition { position(path, in: values) }

    func key(_ path: SourcePath) -> SourcePosition { position(path, in: keys) }

    private func position(_ path: SourcePath, in positions: [SourcePath: SourcePosition]) -> SourcePosition {
        var path: SourcePath? = path
        while let here = path {
            if let position = positions[here] ?? values[here] { return position }
            path = here.parent
        }
        return SourcePosition(line: 1, column: 1)
    }

    private static func isImpossibleDate(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        let parts = scalars.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } })
        else { return false }
        return BusinessDate(String(String.UnicodeScalarView(scalars))) == nil
    }
}
