/// A terminal without a terminal: gives inputs that a test wrote down and
/// keeps every screen it was shown.
///
/// When its script is at an end it hangs up, so that a loop under test ends.
public final class ScriptedTerminal: Terminal {
    public private(set) var size: Size
    public let glyphs: GlyphSet
    public var scheme: Scheme = .monochrome
    public let waker = Waker {}
    /// Every screen shown, the last one last.
    public private(set) var surfaces: [Surface] = []
    public private(set) var rings = 0
    public private(set) var suspensions = 0
    public private(set) var redraws = 0
    public private(set) var isClosed = false
    private var script: [[Input]]

    /// - Parameter script: batches of input, each given by one call of `inputs`; an empty batch is a time-out.
    public init(columns: Int = 80, rows: Int = 24, glyphs: GlyphSet = .utf8, script: [[Input]] = []) {
        size = Size(columns: columns, rows: rows)
        self.glyphs = glyphs
        self.script = script
    }

    /// Adds keys written as in `Key.keys(in:)`, each its own batch; false where a name is unknown.
    @discardableResult
    public func type(_ notation: String) -> Bool {
        guard let keys = Key.keys(in: notation) else { return false }
        script += keys.map { [.key($0)] }
        return true
    }

    /// Adds one batch.
    public func feed(_ inputs: Input...) { script.append(inputs) }

    public func resize(columns: Int, rows: Int) {
        script.append([.resized(Size(columns: columns, rows: rows))])
    }

    /// The last screen as text; empty before the first.
    public var text: String { surfaces.last?.text ?? "" }

    public func present(_ surface: Surface) { surfaces.append(surface) }

    public func inputs(within limit: Duration?) -> [Input] {
        guard !script.isEmpty, !isClosed else { return [.hangUp] }
        let batch = script.removeFirst()
        for case .resized(let size) in batch { self.size = size }
        return batch
    }

    public func ring() { rings += 1 }
    public func redraw() { redraws += 1 }

    public func suspend() {
        suspensions += 1
        script.insert([.continued], at: 0)
    }

    public func close() { isClosed = true }
}
