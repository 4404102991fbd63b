/// Codes as people count them: 2 before 10, and `line-9` before `line-10`.
public func codesInOrder(_ first: String, _ second: String) -> Bool {
    let (a, b) = (Array(first.utf8), Array(second.utf8))
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
        guard isDigit(a[i]), isDigit(b[j]) else {
            if a[i] != b[j] { return a[i] < b[j] }
            i += 1
            j += 1
            continue
        }
        let (left, right) = (number(in: a, from: &i), number(in: b, from: &j))
        if left.count != right.count { return left.count < right.count }
        if left != right { return left.lexicographicallyPrecedes(right) }
    }
    if i < a.count || j < b.count { return j < b.count }
    // `01` and `1` are two codes.
    return first < second
}

/// The digits from here on, without the zeros they begin with; however long, nothing overflows.
private func number(in text: [UInt8], from place: inout Int) -> ArraySlice<UInt8> {
    let start = place
    while place < text.count, isDigit(text[place]) { place += 1 }
    return text[start..<place].drop { $0 == UInt8(ascii: "0") }
}

private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
