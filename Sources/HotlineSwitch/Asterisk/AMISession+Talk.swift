import HotlineDomain

/// What is said to the switch, and what is made of its answers.
extension AMISession {
    /// Queue events, hanging up, the dialplan's own line, and the switch's coming and going.
    static let classes = "system,call,agent,user"

    mutating func receive(_ bytes: [UInt8], _ moment: SwitchMoment) {
        switch state {
        case .idle, .pausing, .connecting: return
        case .greeting, .loggingIn, .live: break
        }
        unheardPings = 0
        for frame in framing.take(bytes) {
            switch frame {
            case .banner(let text): greeted(text, moment)
            case .garbage(let lines): tell(.garbage(lines: lines), moment)
            case .oversized(let bytes): tell(.oversized(bytes: bytes), moment)
            case .message(let message): takeMessage(message, moment)
            }
        }
        heard = moment.wall
    }

    /// It answers and does not tell any more: another login is told again.
    /// Nothing is known since it last told of something.
    private mutating func beginAnew(_ moment: SwitchMoment) {
        out.append(.close)
        pass(feed.linkDown(at: moment, heard: told))
        state = .pausing(until: moment.steady + retry)
        retry = min(Span(milliseconds: retry.milliseconds * 2), waits.retryMax)
    }

    private mutating func greeted(_ text: String, _ moment: SwitchMoment) {
        guard case .greeting = state else { return }
        guard text.utf8.starts(with: AMIFraming.greeting) else { return fail(.notASwitch, moment, wasOpen: true) }
        logIn(moment)
    }

    mutating func logIn(_ moment: SwitchMoment) {
        if account.md5 != nil {
            pending = send("Challenge", [("AuthType", "MD5")])
            state = .loggingIn(.challenge, until: moment.steady + waits.login)
        } else {
            login([("Secret", account.secret.revealed)], moment)
        }
    }

    private mutating func login(_ proof: [(String, String)], _ moment: SwitchMoment) {
        pending = send("Login", [("Username", account.user)] + proof + [("Events", AMISession.classes)])
        state = .loggingIn(.login, until: moment.steady + waits.login)
    }

    private mutating func takeMessage(_ message: AMIMessage, _ moment: SwitchMoment) {
        switch state {
        case .greeting:
            // It speaks without having greeted: so can we.
            logIn(moment)
        case .loggingIn(let step, _):
            guard message["Response"] != nil, message[.actionID] == pending else { return }
            answer(message, to: step, moment)
        case .live:
            let events = feed.take(message, at: moment)
            pass(events)
            if message["Response"] != nil { answered(message, moment) }
            if message.event != nil, message[.actionID] == nil { told = moment.wall }
            if events.contains(where: \.isOfMissedEvents) { beginAnew(moment) }
        case .idle, .pausing, .connecting: break
        }
    }

    private mutating func answer(_ message: AMIMessage, to step: LoginStep, _ moment: SwitchMoment) {
        guard message["Response"] == "Success" else { return fail(.loginRefused, moment, wasOpen: true) }
        switch step {
        case .challenge:
            guard let challenge = message["Challenge"], let md5 = account.md5 else {
                return fail(.loginRefused, moment, wasOpen: true)
            }
            let key = md5(Array((challenge + account.secret.revealed).utf8))
            login([("AuthType", "MD5"), ("Key", key)], moment)
        case .login: begin(moment)
        }
    }

    private mutating func begin(_ moment: SwitchMoment) {
        state = .live
        liveSince = moment.steady
        told = moment.wall
        pingAt = moment.steady + waits.ping
        resyncAt = moment.steady + waits.resync
        unheardPings = 0
        pass(feed.linkUp(at: moment))
        // Which start of the switch this is decides what the list afterwards means.
        coreStatus = send("CoreStatus")
    }

    private mutating func answered(_ message: AMIMessage, _ moment: SwitchMoment) {
        guard let action = message[.actionID] else { return }
        let isRefused = message["Response"] == "Error"
        if action == coreStatus {
            coreStatus = ""
            if isRefused { tell(.notPermitted(action: "CoreStatus"), moment) }
            pending = send("QueueStatus")
        } else if action == pending, isRefused {
            tell(.notPermitted(action: "QueueStatus"), moment)
            // A switch that has just started does not know its queues yet.
            resyncAt = min(resyncAt, moment.steady + waits.retryFirst)
        }
    }

    /// The id the answer will carry.
    @discardableResult
    mutating func send(_ action: String, _ fields: [(String, String)] = []) -> String {
        actions += 1
        let id = "ringbuoy-\(actions)"
        let lines = [("Action", action), ("ActionID", id)] + fields
        out.append(.send(Array((lines.map { "\($0.0): \($0.1)\r\n" }.joined() + "\r\n").utf8)))
        return id
    }
}

extension SwitchEvent {
    fileprivate var isOfMissedEvents: Bool { if case .trouble(.eventsMissed, _) = self { true } else { false } }
}
