import HotlineDomain
import HotlineStore
import HotlineSwitch
import TerminalUI

/// Everything that can happen to the console, in the one order in which it happened.
public enum Message: Sendable {
    case key(Key)
    case resized(Size)
    /// A second has passed, or the program goes on after it was stopped.
    case tick
    /// What is open in the hotline, read anew because somebody changed it.
    case refreshed(Refreshed)
    /// What was asked for is done.
    case performed([Event], then: [Effect])
    /// The passphrase was the right one: the desk shows itself again.
    case unlocked
    /// A rule stands in the way; nothing has changed.
    case refused(Refusal)
    /// The store could not; nothing has changed, drafts are where they were.
    case failed(StoreError)
    case answered(Answer)
    case switchboard([SwitchEvent])
    /// How it stands with the server has changed.
    case ferry(FerryNote)
    /// A pack that is made beside the loop has come further, or to its end.
    case pack(PackWork)
}

/// What every screen shows of the hotline, read in one go.
public struct Refreshed: Sendable {
    public var hotline: Hotline
    public var live: Live
    /// Calls of the operator signed in that are not finished, oldest first.
    public var myCalls: [Call]
    public var myShift: Shift?
    /// Of the caller whose call is being worked on.
    public var caller: Recognition?
    /// The clocks of the lines.
    public var zones: [String: ZoneRules] = [:]
    /// One's own tasks that are due, with what they say.
    public var myTasks: [EntryFile]
    /// Nil for a line without a switch.
    public var switchboard: Switchboard?

    public init(
        hotline: Hotline, live: Live, myCalls: [Call], myShift: Shift?, myTasks: [EntryFile] = [],
        caller: Recognition? = nil
    ) {
        self.myTasks = myTasks
        self.hotline = hotline
        self.live = live
        self.myCalls = myCalls
        self.myShift = myShift
        self.caller = caller
    }
}
