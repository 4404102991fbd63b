import HotlineDomain

extension Ferry {
    /// What is to be done now that this has happened: at most one thing, the next one when its answer is there.
    public mutating func take(_ input: Input, at moment: FerryMoment) -> [Effect] {
        guard link != .over else { return [] }
        switch input {
        case .connected(let heads, let clock, let fork): connected(heads, clock, fork, moment)
        case .lost(let error): lost(error, moment)
        case .compared(let heads, let fork): compared(heads, fork, moment)
        case .shipped(let heads, let events): carried(.ship, heads, events)
        case .fetched(let heads, let events): carried(.fetch, heads, events)
        case .refused(let refusal): refused(refusal, moment)
        case .failed(let error): failed(error, moment)
        case .written(let heads): here = heads
        case .bell: isRung = isRung || link == .there
        case .tick: break
        case .stop: return stop()
        }
        return next(moment)
    }

    private mutating func stop() -> [Effect] {
        let wasThere = link == .there
        link = .over
        job = nil
        return wasThere ? [.leave] : []
    }

    private mutating func connected(
        _ heads: Heads, _ clock: Instant?, _ fork: Refusal?, _ moment: FerryMoment
    ) {
        guard link == .connecting else { return }
        link = .there
        if trial == nil { settle() }
        clockOff = clock.map { $0 - moment.wall }.flatMap { off in
            abs(off.milliseconds) > waits.clockMax.milliseconds ? off : nil
        }
        compared(heads, fork, moment)
    }

    /// It is there again, and takes what it did not take before.
    private mutating func settle() {
        trial = nil
        away = nil
        awayBefore = nil
        retry = waits.retryFirst
    }

    /// What was under way may have arrived all the same: the heads tell, once it is back.
    private mutating func lost(_ error: StoreError, _ moment: FerryMoment) {
        guard link == .connecting || link == .there else { return }
        link = .away(until: moment.steady + chance.part(of: retry))
        retry = min(waits.retryMax, retry + retry)
        if case .carry(let way) = job { trial = way }
        job = nil
        isRung = false
        voyages = [:]
        away = FerryNote.Trouble(error, since: away?.since ?? awayBefore ?? moment.wall)
    }

    private mutating func compared(_ heads: Heads, _ fork: Refusal?, _ moment: FerryMoment) {
        guard link == .there else { return }
        job = nil
        // All of it: a standby that took over may lack what the server had.
        there = heads
        isUnasked = false
        comparedAt = moment.steady
        stuck = []
        // What was refused may have come by way of another desk.
        for way in Way.allCases where missing(way) == 0 { refusals[way] = nil }
        // Nothing of it was offered yet, and it is told all the same.
        self.fork = fork.map { FerryNote.Refused($0, .fetch, since: self.fork?.since ?? moment.wall) }
        // And what could not be written may have been by another program of this desk.
        if Way.allCases.allSatisfy({ missing($0) == 0 }) { (ailing, ailingUntil) = (nil, nil) }
    }

    private mutating func carried(_ way: Way, _ heads: Heads, _ events: Int) {
        guard job == .carry(way) else { return }
        job = nil
        lastWay = way
        if trial == way { settle() }
        let missed = missing(way)
        switch way {
        case .ship: there = there.raised(to: heads)
        case .fetch: here = here.raised(to: heads)
        }
        refusals[way] = nil
        gapsLookedAt.remove(way)
        ailing = nil
        ailingUntil = nil
        let left = missing(way)
        // What cannot be carried for now is not asked for again and again.
        if left >= missed, left > 0 { stuck.insert(way) }
        let done = (voyages[way]?.done ?? 0) + events
        voyages[way] = left == 0 ? nil : Voyage(done: done, total: done + left)
    }

    /// Both journals are as they were. A gap may be the other side's: it may have
    /// lost what it had, so the heads are looked at before anybody is told.
    private mutating func refused(_ refusal: Refusal, _ moment: FerryMoment) {
        guard case .carry(let way) = job else { return }
        job = nil
        lastWay = way
        voyages[way] = nil
        stuck.insert(way)
        if refusal.rule == ShipmentRule.gapped.rawValue, gapsLookedAt.insert(way).inserted {
            comparedAt = moment.steady + Span(milliseconds: -waits.compareEvery.milliseconds)
            return
        }
        refusals[way] = FerryNote.Refused(refusal, way, since: refusals[way]?.since ?? moment.wall)
    }

    /// Later again: a disk may have room by then, and whoever held the store may be done.
    private mutating func failed(_ error: StoreError, _ moment: FerryMoment) {
        if job != nil { job = nil }
        ailingUntil = moment.steady + chance.part(of: waits.retryMax)
        ailing = FerryNote.Trouble(error, since: ailing?.since ?? moment.wall)
    }
}

// What comes next.
extension Ferry {
    private mutating func next(_ moment: FerryMoment) -> [Effect] {
        switch link {
        case .notYet: return connect()
        case .away(let until): return moment.steady >= until ? connect() : []
        case .there: return job == nil ? work(moment) : []
        case .connecting, .over: return []
        }
    }

    private mutating func connect() -> [Effect] {
        link = .connecting
        return [.connect]
    }

    private mutating func work(_ moment: FerryMoment) -> [Effect] {
        if moment.steady >= comparedAt + waits.compareEvery { return begin(.compare) }
        if let until = ailingUntil, moment.steady < until { return [] }
        // In turns: what is new here does not wait until a month has been caught up with.
        let ways: [Way] = lastWay == .ship ? [.fetch, .ship] : [.ship, .fetch]
        if let way = ways.first(where: { !stuck.contains($0) && missing($0) > 0 }) { return begin(.carry(way)) }
        if trial.map({ missing($0) == 0 }) == true { settle() }
        return isRung ? begin(.compare) : []
    }

    private mutating func begin(_ job: Job) -> [Effect] {
        self.job = job
        switch job {
        case .compare:
            isRung = false
            return [.compare]
        case .carry(.ship): return [.ship(after: there, limit: waits.eventsMax)]
        case .carry(.fetch): return [.fetch(after: here, limit: waits.eventsMax)]
        }
    }
}
