import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

/// The whole console as a value: what is open in the hotline, the screens on
/// top of each other, what lies over them. `update` is the only thing that
/// changes it, `draw` shows it.
public struct Console: Sendable {
    public internal(set) var situation: Situation
    /// The last one is seen.
    public internal(set) var screens: [any ConsoleScreen]
    var overlay: Overlay?
    public internal(set) var notice: Notice?
    public internal(set) var size: Size
    public internal(set) var scheme: Scheme

    public init(_ situation: Situation, size: Size, scheme: Scheme = .dark) {
        self.situation = situation
        self.size = size
        self.scheme = scheme
        screens = [SignInScreen()]
    }

    /// The screen that is seen.
    var top: any ConsoleScreen {
        get { screens[screens.count - 1] }
        set { screens[screens.count - 1] = newValue }
    }

    /// The least room that everything can be seen in; less shows what fits of it.
    static let sizeMin = Size(columns: 60, rows: 16)
    var isTooSmall: Bool { size.columns < Console.sizeMin.columns || size.rows < Console.sizeMin.rows }

    /// What a screen may draw on: all but the frame.
    var body: Rect { Frame.body(size) }
}
