import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

/// The whole console as a value: what is open in the hotline, the screens on
/// top of each other, what lies over them. `update` is the only thing that
/// changes it, `draw` shows it.
public struct Console: Sendable {
    public internal(set) var situation: Situation
    /// Screens on top of each other; the last one is seen.
    var stack: [OpenScreen]
    var overlay: Overlay?
    var strayKeys = StrayKeys()
    /// Nothing is shown until somebody is back.
    var deskLock: DeskLock?
    /// What went along with callers whom the switch passed on.
    var passedOnDrafts: [CallID: Draft] = [:]
    /// The SOS that was raised last from here.
    var sosRaised: RaisedSOS?
    /// When a key was pressed last.
    var lastTouched: Instant
    public internal(set) var notice: Notice?
    public internal(set) var size: Size
    public internal(set) var scheme: Scheme

    public init(_ situation: Situation, size: Size, scheme: Scheme = .dark) {
        self.situation = situation
        self.size = size
        self.scheme = scheme
        lastTouched = situation.now
        stack = [OpenScreen(route: .signIn, screen: SignInScreen())]
    }

    public var screens: [any ConsoleScreen] { stack.map(\.screen) }

    /// The screen that is seen.
    var top: any ConsoleScreen {
        get { stack[stack.count - 1].screen }
        set { stack[stack.count - 1].screen = newValue }
    }

    /// The least room that everything can be seen in; less shows what fits of it.
    static let sizeMin = Size(columns: 60, rows: 16)
    var isTooSmall: Bool { size.columns < Console.sizeMin.columns || size.rows < Console.sizeMin.rows }

    /// What a screen may draw on: all but the frame.
    var body: Rect { Frame.body(size) }
}

/// A screen with the way that led to it.
struct OpenScreen: Sendable {
    let route: Route
    var screen: any ConsoleScreen
}
