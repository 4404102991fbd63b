extension Call {
    public static func applying(_ event: CallEvent, to call: Call?, id: CallID, stamp: Stamp) -> Call? {
        switch event {
        case .started(let number, let line, let at, let placement, let country, let language):
            return Call(
                id: id, number: number, line: line, status: .talking, operatorCode: stamp.by, started: at,
                ended: nil, placement: placement, content: CallContent(country: country, language: language),
                revision: 0, escalation: nil, heldSince: nil, held: Span(milliseconds: 0), callBackBy: nil,
                calledBackAt: nil, lastChanged: stamp)
        case .entered(let number, let line, let started, let ended, let placement, let content):
            return Call(
                id: id, number: number, line: line, status: .draft, operatorCode: stamp.by, started: started,
                ended: ended, placement: placement, content: content, revision: 0, escalation: nil, heldSince: nil,
                held: Span(milliseconds: 0), callBackBy: nil, calledBackAt: nil, lastChanged: stamp)
        default:
            guard var call else { return nil }
            call.apply(event)
            call.settle()
            call.lastChanged = stamp
            return call
        }
    }

    /// Two desks may write about one call without seeing each other. Whatever came of it is a call as there
    /// can be: one that lacks what a final one needs is a draft again, for somebody to look at.
    private mutating func settle() {
        if let over = ended, over < started { ended = started }
        if status == .final, escalation != nil {
            content.callClass = .sos
            content.code = nil
        }
        let isWhole = content.callClass.map { $0 != .sos || escalation != nil } ?? false
        if status == .final, !isWhole || ended == nil || revision == 0 { status = .draft }
    }

    /// A caller who has gone does not come back, whatever a desk wrote that had not heard of it.
    private mutating func go(_ live: Status) { if ended == nil { status = live } }

    private mutating func apply(_ event: CallEvent) {
        switch event {
        case .started, .entered: break
        case .joined(let visit): self.visit = visit
        case .connected(let at, let placement):
            started = at
            self.placement = placement
        case .hungUp(let at, let held):
            endHold(at)
            self.held = max(self.held, held)
            if status.isLive { status = .wrapUp }
            ended = at
        case .held(let at):
            go(.held)
            heldSince = status == .held ? at : nil
        case .resumed(let at):
            endHold(at)
            go(.talking)
        case .transferred(let to): operatorCode = to
        case .lineChanged(let line, let placement):
            self.line = line
            self.placement = placement
        case .ended(let at):
            endHold(at)
            if status.isLive { status = .wrapUp }
            ended = at
        case .saved(let content):
            promise(content)
            self.content = content
            if status == .wrapUp { status = .draft }
        case .closedAs(let code, let at):
            endHold(at)
            content.callClass = .nonCounselling
            content.code = code
            // What was chosen before the key was pressed: nobody was told of an SOS.
            if content.outcome == "escalated" { content.outcome = nil }
            status = .final
            ended = at
            revision = max(1, revision)
        case .escalated(let id):
            escalation = id
            content.callClass = .sos
            content.code = nil
            if status == .final {
                revision += 1
                content.outcome = content.outcome ?? "escalated"
            }
        case .finalised(let revision):
            status = .final
            self.revision = revision
        case .amended(let revision, _, let started, let ended, let placement, let content):
            self.revision = revision
            self.started = started
            self.ended = ended
            self.placement = placement
            promise(content)
            self.content = content
        case .discarded:
            status = .discarded
            content.callBackAt = nil
            content.callBack = nil
            numberKnown = false
            codename = nil
        case .callBackTaken(let by): callBackBy = by
        case .calledBack(let at):
            calledBackAt = at
            content.callBack?.number = nil
        case .callBackWithdrawn:
            content.callBackAt = nil
            content.callBack = nil
            callBackBy = nil
        case .recognised(let sign, let name):
            switch sign {
            case .number: numberKnown = true
            case .codename: codename = name
            }
        case .unrecognised(let sign):
            switch sign {
            case .number: numberKnown = false
            case .codename: codename = nil
            }
        }
    }

    /// Another call-back than the one that was made is due like the first.
    private mutating func promise(_ new: CallContent) {
        guard new.callBackAt != content.callBackAt else { return }
        calledBackAt = nil
        callBackBy = nil
    }

    private mutating func endHold(_ at: Instant) {
        // Two desks' clocks may differ by a moment: a hold never lasted less than nothing.
        if let since = heldSince { held = held + max(at - since, Span(milliseconds: 0)) }
        heldSince = nil
    }
}
