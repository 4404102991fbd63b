/// The border to what shows a screen and gives keys: curses on a real
/// terminal, a script in a test.
public protocol Terminal: AnyObject {
    var size: Size { get }
    /// Which signs the terminal can show; surfaces are made with it.
    var glyphs: GlyphSet { get }
    /// How roles look; a new one shows at the next `present`.
    var scheme: Scheme { get set }
    /// Wakes the loop from another thread.
    var waker: Waker { get }

    /// Shows a screen; of one that was shown before, what has changed.
    func present(_ surface: Surface)
    /// Waits for input, for ever without a limit, and gives all that has come; empty when time is up.
    func inputs(within limit: Duration?) -> [Input]
    /// Sounds the bell.
    func ring()
    /// Draws everything anew at the next `present`, for a screen that others wrote on.
    func redraw()
    /// Stops the program as Ctrl-Z does; returns when it goes on.
    func suspend()
    /// Gives the terminal back as it was; may be called twice.
    func close()
}

/// Wakes a loop that waits for input; may be called from any thread, also
/// after the loop has ended.
public struct Waker: Sendable {
    private let action: @Sendable () -> Void
    public init(_ action: @escaping @Sendable () -> Void) { self.action = action }
    public func wake() { action() }
}
