/// Cells of one row that differ from what the terminal shows.
public struct ChangedSpan: Hashable, Sendable {
    public let y: Int
    public let columns: Range<Int>
}

/// What has to be sent to turn one screen into the other; everything where
/// there was none or its size was another. No span begins or ends inside a
/// wide cell.
public func changedSpans(from old: Surface?, to new: Surface) -> [ChangedSpan] {
    let columns = new.size.columns
    guard columns > 0 else { return [] }
    guard let old, old.size == new.size else {
        return (0..<new.size.rows).map { ChangedSpan(y: $0, columns: 0..<columns) }
    }
    var spans: [ChangedSpan] = []
    old.cells.withUnsafeBufferPointer { old in
        new.cells.withUnsafeBufferPointer { new in
            for y in 0..<(new.count / columns) {
                let row = y * columns..<(y + 1) * columns
                appendSpans(row: y, from: old[row], to: new[row], into: &spans)
            }
        }
    }
    return spans
}

private func appendSpans(
    row y: Int, from old: Slice<UnsafeBufferPointer<Cell>>, to new: Slice<UnsafeBufferPointer<Cell>>,
    into spans: inout [ChangedSpan]
) {
    let first = new.startIndex
    var index = first
    while index < new.endIndex {
        guard old[index] != new[index] else {
            index += 1
            continue
        }
        var start = index
        // A new second half is sent with its first; so is the place of an old one.
        while start > first, new[start].isTrailingHalf || old[start].isTrailingHalf { start -= 1 }
        var end = index + 1
        while end < new.endIndex, old[end] != new[end] || new[end].isTrailingHalf || old[end].isTrailingHalf {
            end += 1
        }
        let columns = start - first..<end - first
        if let last = spans.last, last.y == y, last.columns.upperBound >= columns.lowerBound {
            spans[spans.count - 1] = ChangedSpan(y: y, columns: last.columns.lowerBound..<columns.upperBound)
        } else {
            spans.append(ChangedSpan(y: y, columns: columns))
        }
        index = end
    }
}
