import HotlineDomain
import HotlineStore
import HotlineSwitch
import TerminalUI
import Wording

/// The impure half of the loop: owns the terminal, the store and the drafts,
/// and does what the console asks for, at once and in order.
public final class ConsoleRunner {
    let store: Store
    let terminal: any Terminal
    let drafts: any DraftKeeper
    let clock: () -> Instant
    var callers: SimulatedCallers?
    /// Nil where nobody can write packs.
    let packs: (any PackWriter)?
    /// Nil where this desk works by itself.
    let ferry: (any DeskFerry)?
    public private(set) var console: Console
    /// The store's mark when it was last read: another one means news.
    var mark: Int64? { didSet { if mark != oldValue { ferry?.wake() } } }
    /// The case that was opened last.
    var looked: Subject?
    /// Of the current call as it was then: looked up once, not with every change of another desk.
    private var caller: (call: Call, known: Recognition?)?
    /// Of those who ring or talk: looked up once.
    var known: [VisitID: Recognition?] = [:]
    /// The search that is not in the journal yet.
    private var search = SearchNote()
    /// Searches that wait until no key does.
    var idle: [Query] = []
    /// The pack of the first of them, as far as it is counted.
    var packLook: PackLook?
    private(set) var isRunning = true
    private var lastTick: Instant

    /// - Parameters:
    ///   - clock: the moment now.
    ///   - callers: simulated ones, for practice; nil for a line without a switch.
    ///   - packs: who writes donors' packs.
    ///   - ferry: who carries what is done here to the server.
    public init(
        store: Store, terminal: any Terminal, drafts: any DraftKeeper, language: Language,
        callers: SimulatedCallers? = nil, packs: (any PackWriter)? = nil, ferry: (any DeskFerry)? = nil,
        clock: @escaping () -> Instant
    ) throws {
        self.store = store
        self.terminal = terminal
        self.drafts = drafts
        self.clock = clock
        self.callers = callers
        self.packs = packs
        self.ferry = ferry
        let now = clock()
        lastTick = now
        let hotline = try store.hotline()
        var situation = Situation(
            now: now, language: language, about: try store.about(), hotline: hotline,
            zone: try store.zone(hotline.zone), live: try store.live(at: now))
        situation.packPlace = packs?.place
        situation.ferry = ferry?.note
        console = Console(situation, size: terminal.size, scheme: terminal.scheme)
    }

    /// Runs until somebody leaves or the terminal is gone; what was typed stays on disk.
    public func run(as code: String? = nil) {
        begin(as: code)
        while isRunning {
            show()
            let inputs = terminal.inputs(within: pause)
            if inputs.isEmpty { loadIdle() }
            for input in inputs where isRunning { take(input) }
            lookAtPack()
            if clock().seconds != lastTick.seconds { tick() }
        }
        packs?.giveUp()
        noteSearch(ended: true)
        drafts.close()
    }

    /// What may wait, one after the other while no key does.
    func loadIdle() {
        if case .pack(let donor, let period)? = idle.first { return look(at: donor, period) }
        if !idle.isEmpty { load(idle.removeFirst()) }
    }

    /// - Parameter code: an operator to sign in at once, as `--as` asks.
    func begin(as code: String? = nil) {
        carryOut(console.start(surroundings))
        if let code { carryOut([.planShifts(), .load(.signIn(code))]) }
        tick()
    }

    private var surroundings: Surroundings {
        let store = store
        return Surroundings(now: clock()) { store.newID(Call.self, at: $0).raw }
    }

    /// How long to wait for a key.
    private var pause: Duration {
        if !idle.isEmpty || isCountingForPack { return .zero }
        return isGivingPack ? min(untilNextSecond, ConsoleRunner.packPause) : untilNextSecond
    }

    private var untilNextSecond: Duration { .milliseconds(1000 - clock().milliseconds % 1000) }

    func show() {
        if terminal.scheme != console.scheme { terminal.scheme = console.scheme }
        var surface = Surface(terminal.size, glyphs: terminal.glyphs)
        console.draw(on: &surface)
        terminal.present(surface)
    }

    func take(_ input: Input) {
        switch input {
        case .key(let key): handle(.key(key))
        case .resized(let size): handle(.resized(size))
        case .continued:
            terminal.redraw()
            handle(.resized(terminal.size))
            tick()
        case .woken: tick()
        case .readable:
            store.engine.drainBell()
            tick()
        case .interrupt: break
        case .terminate, .hangUp: isRunning = false
        }
    }

    func handle(_ message: Message) { carryOut(console.update(message, surroundings)) }

    /// Once a second: what other desks and the switch did meanwhile.
    func tick() {
        lastTick = clock()
        handle(.tick)
        noteSearch()
        if let events = callers?.events(until: lastTick), !events.isEmpty { handle(.switchboard(events)) }
        refreshIfChanged()
        lookAtFerry()
    }

    private func lookAtFerry() {
        guard let note = ferry?.note, console.situation.ferry.map({ !note.says(the: $0) }) ?? true else { return }
        handle(.ferry(note))
    }

    /// Also once a minute without news: business dates and shifts begin by the clock.
    private func refreshIfChanged() {
        do {
            let now = try store.engine.changeMark()
            guard now != mark || lastTick.seconds % 60 == 0 else { return }
            try refresh()
        } catch {
            fail(error)
        }
    }

    /// Reads what is open anew and tells the console.
    func refresh() throws {
        let now = clock()
        mark = try store.engine.changeMark()
        let code = console.situation.person?.code
        let hotline = try store.hotline()
        let live = try store.live(at: now, for: code.flatMap(hotline.operatorNamed))
        let mine = try code.map { try store.unfinishedCalls(of: $0) } ?? []
        var refreshed = Refreshed(
            hotline: hotline, live: live, myCalls: mine, myShift: try code.flatMap { try store.currentShift(of: $0) },
            myTasks: try live.tasksDue.filter { $0.isTask(of: code) }.map(store.entryFile),
            caller: try caller(of: Situation.current(of: mine)))
        for line in hotline.lines { refreshed.zones[line.code] = try store.zone(line.zone) }
        refreshed.switchboard = try switchboard(for: code.flatMap(hotline.operatorNamed), mine, at: now)
        handle(.refreshed(refreshed))
    }

    /// Who searched among what callers said is in the journal.
    func noteSearch(ended: Bool = false) {
        guard let (person, command) = search.due(at: clock(), ended: ended) else { return }
        do {
            try store.perform([command], by: person, at: clock())
            mark = try store.engine.changeMark()
        } catch {
            fail(error)
        }
    }

    func takeSearch(_ answer: Answer) {
        guard case .callPage(let page, let filter) = answer, let person = console.situation.person?.code else {
            return
        }
        search.take(filter, found: page.rows.count, by: person, at: clock())
    }

    private func caller(of call: Call?) throws -> Recognition? {
        guard let call else { return nil }
        if let caller, caller.call == call { return caller.known }
        let known = try store.recognition(of: call)
        caller = (call, known)
        return known
    }

    func stop() { isRunning = false }

    /// Whatever went wrong is said, and everything typed is where it was.
    func fail(_ error: any Error) {
        switch error {
        case let refusal as Refusal: handle(.refused(refusal))
        case let error as StoreError: handle(.failed(error))
        default: handle(.failed(.failed(detail: "\(type(of: error))")))
        }
    }
}
