import TerminalUI

/// Where the parts of the board stand: on a wall all of them side by side, on a
/// smaller screen one at a time.
struct BoardLayout {
    let isWall: Bool
    /// The day, or the names of the parts; and on the right the switch.
    let head: Rect
    let lines: Rect
    let identity: Rect
    let status: Rect
    /// What a part has to itself under its heading; the line it is of is said there.
    private let one: Rect
    private let figures: Rect
    let hours: Rect
    private let lower: [Rect]
    /// What is opened lies over all but the lines.
    let opened: Rect

    private static let wall = Size(columns: 150, rows: 38)
    private static let figuresWidth = 53
    private static let givenUpWidth = 45
    static let identityRows = 2
    private static let statusRows = 6

    init(_ size: Size, lines count: Int) {
        isWall = size.columns >= BoardLayout.wall.columns && size.rows >= BoardLayout.wall.rows
        let (head, body) = Rect(width: size.columns, height: size.rows).cutTop(1)
        self.head = head
        let (lines, below) = body.cutTop(min(count + 1, max(2, body.height / 2)))
        self.lines = lines
        let (identity, rest) = below.cutTop(BoardLayout.identityRows)
        self.identity = identity
        guard isWall else {
            one = body
            figures = body
            hours = body
            lower = []
            status = rest.cutTop(1).rest
            opened = body
            return
        }
        let (middle, foot) = rest.cutTop(1).rest.cutBottom(BoardLayout.statusRows + 1)
        status = foot.cutTop(1).rest
        figures = middle.cutLeft(BoardLayout.figuresWidth).left
        let right = middle.cutLeft(BoardLayout.figuresWidth + 1).rest
        hours = right.cutTop(BoardLayout.pictureRows + 1).top
        one = middle
        let under = right.cutTop(BoardLayout.pictureRows + 2).rest
        // Who gave up is read to the end of its words; bars get what they can beside people.
        let bars = max(0, under.width + 1 - BoardLayout.givenUpWidth)
        let edges: [Int] = [0, bars * 5 / 9, bars, under.width + 1]
        lower = zip(edges, edges.dropFirst()).map { begin, end in
            Rect(x: under.x + begin, y: under.y, width: end - begin - 1, height: under.height)
        }
        opened = right
    }

    /// Rows of the hourly picture without its heading.
    static let pictureRows = 15

    /// A part with its heading line.
    func whole(_ part: BoardPart) -> Rect {
        guard isWall else { return one }
        return switch part {
        case .now: lines
        case .figures: figures
        case .hours: hours
        case .waits: lower[0]
        case .people: lower[1]
        case .givenUp: lower[2]
        }
    }

    /// Its rows, below the heading.
    func list(_ part: BoardPart) -> Rect { whole(part).cutTop(1).rest }

    /// The lines that join the parts of a wall.
    func drawRules(on surface: inout Surface) {
        guard isWall else { return }
        surface.horizontalLine(y: figures.y - 1)
        surface.horizontalLine(y: status.y - 1)
        surface.verticalLine(x: figures.right, y: figures.y, length: figures.height)
        surface.horizontalLine(y: hours.bottom, x: hours.x, length: hours.width)
        for pane in lower.dropFirst() {
            surface.verticalLine(x: pane.x - 1, y: pane.y, length: pane.height)
        }
    }

    /// What is left for the calls behind a figure, under what is said of it.
    static func behindHeight(of sheet: Sheet?, _ opened: Rect) -> Int {
        max(1, opened.height - (sheet?.lines.count ?? 0))
    }
}
