import Testing

@testable import TerminalUI

@Suite("What is sent to the terminal")
struct ChangedSpansTests {
    @Test("nothing where nothing changed, everything where there was nothing")
    func extremes() {
        var surface = Surface(columns: 4, rows: 2)
        surface.put("abc", x: 0, y: 0)
        #expect(changedSpans(from: surface, to: surface) == [])
        let whole = [ChangedSpan(y: 0, columns: 0..<4), ChangedSpan(y: 1, columns: 0..<4)]
        #expect(changedSpans(from: nil, to: surface) == whole)
        #expect(changedSpans(from: Surface(columns: 3, rows: 2), to: surface) == whole)
        #expect(changedSpans(from: nil, to: Surface(columns: 0, rows: 0)) == [])
        #expect(changedSpans(from: nil, to: Surface(columns: 0, rows: 3)) == [])
    }

    @Test("a change of role alone is a change")
    func roles() {
        var old = Surface(columns: 6, rows: 1)
        old.put("abcdef", x: 0, y: 0)
        var new = old
        new.select(Rect(x: 2, width: 2, height: 1))
        #expect(changedSpans(from: old, to: new) == [ChangedSpan(y: 0, columns: 2..<4)])
    }

    @Test("sending the spans makes the old screen the new one, and none splits a wide cell", arguments: 0..<40)
    func property(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let columns = Int.random(in: 1...17, using: &generator)
        var old = Surface(columns: columns, rows: 3)
        var new = Surface(columns: columns, rows: 3)
        for y in 0..<3 {
            old.put(difficultText(12, using: &generator), x: 0, y: y, cut: .plain)
            if y != 1 { new.put(old.lines[y], x: 0, y: y, cut: .plain) }
            for _ in 0..<3 {
                let x = Int.random(in: 0..<columns, using: &generator)
                new.put(difficultPieces.randomElement(using: &generator) ?? "a", x: x, y: y, cut: .plain)
            }
        }
        expectWholeCells(new)
        var sent = (0..<3).map { y in (0..<columns).map { old[$0, y] } }
        for span in changedSpans(from: old, to: new) {
            for x in span.columns { sent[span.y][x] = new[x, span.y] }
            let (first, end) = (span.columns.lowerBound, span.columns.upperBound)
            for surface in [old, new] {
                #expect(!surface[first, span.y].isTrailingHalf, "seed \(seed)")
                #expect(end == columns || !surface[end, span.y].isTrailingHalf, "seed \(seed)")
            }
        }
        #expect(sent == (0..<3).map { y in (0..<columns).map { new[$0, y] } }, "seed \(seed)")
    }
}
