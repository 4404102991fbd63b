import Testing

@testable import TerminalUI

@Suite("Cutting a screen into parts")
struct RectTests {
    @Test("parts cover the whole and never less than nothing", arguments: [0, 1, 2, 5, 24], [-3, 0, 1, 3, 99])
    func cuts(size: Int, cut: Int) {
        let rect = Rect(x: 3, y: 4, width: size, height: size)
        let (top, below) = rect.cutTop(cut)
        let (above, bottom) = rect.cutBottom(cut)
        let (left, right) = rect.cutLeft(cut)
        let (rest, last) = rect.cutRight(cut)
        let part = min(max(0, cut), size)
        #expect(top.height == part && bottom.height == part && left.width == part && last.width == part)
        #expect(top.height + below.height == size && above.height + bottom.height == size)
        #expect(left.width + right.width == size && rest.width + last.width == size)
        #expect(below.y == top.bottom && bottom.y == above.bottom && right.x == left.right && last.x == rest.right)
    }

    @Test("the middle is inside the whole")
    func centred() {
        #expect(Rect(width: 80, height: 24).centred(width: 60, height: 6) == Rect(x: 10, y: 9, width: 60, height: 6))
        #expect(Rect(width: 5, height: 1).centred(width: 60, height: 6) == Rect(width: 5, height: 1))
        #expect(Rect(width: 9, height: 3).inset(left: 4, top: 9, right: 9).isEmpty)
    }
}
