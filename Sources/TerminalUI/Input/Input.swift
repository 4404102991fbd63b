/// What reaches the loop from outside, in the order in which it came.
public enum Input: Hashable, Sendable {
    case key(Key)
    case resized(Size)
    /// Somebody called the terminal's waker: there is something in a mailbox.
    case woken
    /// A watched file descriptor can be read; who asked to watch it must read it.
    case readable(Int32)
    /// The program was stopped and goes on: clocks have moved, the screen is drawn again.
    case continued
    case interrupt
    case terminate
    /// The terminal is gone. Nothing can be shown any more; comes again at every call.
    case hangUp
}
