import HotlineDomain
import Testing

@testable import HotlineStore

/// The ferries, and the network between them and the server.
extension HouseOfDesks {
    /// What a desk asks of the server.
    struct Letter {
        enum Content {
            case heads(isFirst: Bool)
            case take(Shipment, expects: Set<ShipmentRule>)
            case give(Heads, limit: Int)
        }

        let desk: Int
        let life: Int
        let ticket: Int
        let content: Content
    }

    /// What the server says to it.
    struct Answer {
        enum Content {
            case input(Ferry.Input)
            case brought(Shipment?, expects: Set<ShipmentRule>)
        }

        let letter: Letter
        let content: Content
    }

    static let gone = StoreError.unavailable(path: "server", detail: "Connection refused")
    static let silent = StoreError.unavailable(path: "server", detail: "timeout")

    // MARK: - A desk's ferry

    mutating func wake(_ desk: Int, _ life: Int) throws {
        guard desks[desk].isUp, desks[desk].life == life else { return }
        desks[desk].wakesAt = nil
        try tell(.tick, desk)
    }

    mutating func tell(_ input: Ferry.Input, _ desk: Int) throws {
        let effects = desks[desk].ferry.take(input, at: moment(desks[desk]))
        #expect(effects.count <= 1, "seed \(seed)")
        for effect in effects { try carryOut(effect, desk) }
        guard let wake = desks[desk].ferry.wakeAt else { return }
        let at = max(now + 1, wake.milliseconds)
        guard desks[desk].wakesAt.map({ at < $0 }) ?? true else { return }
        desks[desk].wakesAt = at
        expect(.wake(desk, life: desks[desk].life), in: at - now)
    }

    private mutating func carryOut(_ effect: Ferry.Effect, _ desk: Int) throws {
        let store = desks[desk].store
        switch effect {
        case .connect: send(.heads(isFirst: true), desk)
        case .compare: send(.heads(isFirst: false), desk)
        case .ship(let heads, let limit):
            guard let shipment = try store.shipment(after: heads, limit: limit) else {
                return try tell(.shipped(Heads(), events: 0), desk)
            }
            let garbled = try garbled(shipment)
            send(.take(garbled.shipment, expects: garbled.expects), desk)
        case .fetch(let heads, let limit): send(.give(heads, limit: limit), desk)
        case .leave: break
        }
    }

    /// On its way once, twice or never; who waits for an answer does not wait for ever.
    private mutating func send(_ content: Letter.Content, _ desk: Int) {
        tickets += 1
        let letter = Letter(desk: desk, life: desks[desk].life, ticket: tickets, content: content)
        desks[desk].awaited = tickets
        if isCut || !isServerUp {
            return expect(.givesUp(desk, ticket: tickets), in: 5)
        }
        for delay in delays() { expect(.arrives(letter), in: delay) }
        expect(.givesUp(desk, ticket: tickets), in: 10_000)
    }

    /// After so long it arrives, as often as it does.
    private mutating func delays() -> [Int64] {
        var delays = [Int64(1 + acts.number(40))]
        guard !isHealed else { return delays }
        if troubles.contains(.dawdling), acts.number(4) == 0 { delays[0] = Int64(acts.number(30_000)) }
        if troubles.contains(.losing), acts.number(5) == 0 { delays = [] }
        if troubles.contains(.doubling), acts.number(4) == 0 { delays.append(Int64(acts.number(20_000))) }
        return delays
    }

    mutating func giveUp(_ desk: Int, _ ticket: Int) throws {
        guard desks[desk].isUp, desks[desk].awaited == ticket else { return }
        desks[desk].awaited = nil
        try tell(.lost(isCut || !isServerUp ? HouseOfDesks.gone : HouseOfDesks.silent), desk)
    }

    // MARK: - At the server

    mutating func arrive(_ letter: Letter) throws {
        guard isServerUp, !isCut else { return }
        let content: Answer.Content
        switch letter.content {
        case .heads(let isFirst):
            let (heads, fork) = try compared(desks[letter.desk].store)
            let clock = HouseOfDesks.start + Span(milliseconds: now)
            content = .input(
                isFirst ? .connected(heads, clock: clock, fork: fork) : .compared(heads, fork: fork))
        case .take(let shipment, let expects): content = .input(try received(shipment, expects, from: letter.desk))
        case .give(let heads, let limit):
            let shipment = try server.shipment(after: heads, limit: limit)
            let garbled = try shipment.map { try self.garbled($0) }
            content = .brought(garbled?.shipment, expects: garbled?.expects ?? [])
        }
        for delay in delays() { expect(.answered(Answer(letter: letter, content: content)), in: delay) }
    }

    /// As the program does it: by hashes too, and of a fork of the desk's own chain the server tells.
    private func compared(_ desk: Store) throws -> (heads: Heads, fork: Refusal?) {
        guard comparesHashes else { return (try server.heads(), nil) }
        let (heads, fork) = try desk.comparable(to: server)
        return (heads, fork?.details["desk"] == desk.desk?.description ? nil : fork)
    }

    private mutating func received(
        _ shipment: Shipment, _ expects: Set<ShipmentRule>, from desk: Int
    ) throws -> Ferry.Input {
        if isFullThere { quick(server).room = acts.number(120) }
        defer { quick(server).room = nil }
        do {
            let receipt = try server.receive(shipment)
            for other in desks.indices where other != desk && !receipt.nodes.isEmpty {
                for delay in delays() { expect(.bell(other), in: delay) }
            }
            return .shipped(shipment.heads, events: shipment.events.count)
        } catch let refusal as Refusal {
            return .refused(named(refusal, expects, desk))
        } catch let error as StoreError where error == QuickEngine.full {
            return .lost(QuickEngine.full)
        }
    }

    private func quick(_ store: Store) -> QuickEngine { store.engine as! QuickEngine }

    // MARK: - Back at the desk

    mutating func take(_ answer: Answer) throws {
        let (desk, letter) = (answer.letter.desk, answer.letter)
        guard desks[desk].isUp, desks[desk].life == letter.life, !isCut else { return }
        let isAwaited = desks[desk].awaited == letter.ticket
        if isAwaited { desks[desk].awaited = nil }
        switch answer.content {
        case .input(let input):
            if isAwaited { try tell(input, desk) }
        case .brought(let shipment, let expects):
            // Nobody waits for it any more, and it is taken all the same: it must do no harm.
            let input = try brought(shipment, expects, desk)
            try tell(isAwaited ? input : .written(desks[desk].store.heads()), desk)
        }
    }

    private mutating func brought(
        _ shipment: Shipment?, _ expects: Set<ShipmentRule>, _ desk: Int
    ) throws -> Ferry.Input {
        guard let shipment else { return .fetched(Heads(), events: 0) }
        if isFullHere { quick(desks[desk].store).room = acts.number(120) }
        defer { quick(desks[desk].store).room = nil }
        do {
            try desks[desk].store.receive(shipment)
            return .fetched(shipment.heads, events: shipment.events.count)
        } catch let refusal as Refusal {
            return .refused(named(refusal, expects, desk))
        } catch let error as StoreError where error == QuickEngine.full {
            return .failed(QuickEngine.full)
        }
    }

    /// Refused by a name that fits: a gap is what letters that come late, or a server that lost something, leave.
    private mutating func named(_ refusal: Refusal, _ expects: Set<ShipmentRule>, _ desk: Int) -> Refusal {
        refusals[refusal.rule, default: 0] += 1
        var fits = expects.union([.gapped])
        if troubles.contains(.copy) { fits.insert(.forked) }
        if !(ShipmentRule(rawValue: refusal.rule).map { fits.contains($0) } ?? false) {
            oddities.insert("\(refusal.rule) where \(expects) fits, with \(troubles)")
        }
        if refusal.rule == ShipmentRule.forked.rawValue, expects.isEmpty { isForked(desk) }
        return refusal
    }

    // MARK: - On the way

    /// What somebody makes of it, and by which names that may be refused.
    private mutating func garbled(_ shipment: Shipment) throws -> (shipment: Shipment, expects: Set<ShipmentRule>) {
        guard troubles.contains(.garbling), !isHealed, acts.number(3) == 0 else { return (shipment, []) }
        var shipment = shipment
        let place = acts.number(shipment.events.count)
        let event = shipment.events[place]
        switch acts.number(6) {
        case 0:
            shipment.events.remove(at: place)
            guard !shipment.events.isEmpty else { return (shipment, []) }
            // Where it was the node's last, the one that builds on it is found.
            return (shipment, outOfPlace)
        case 1:
            shipment.events.swapAt(0, shipment.events.count - 1)
            return (shipment, outOfPlace)
        case 2:
            shipment.starts[event.entry.node] = Array(repeating: 7, count: 32)
            return (shipment, [.forked])
        case 3:
            // As if the same node had written something else there.
            let other = changed(event.entry)
            let start = shipment.starts[event.entry.node] ?? Chain.start
            shipment.events.insert(ShippedEvent(entry: other, hash: Chain.hash(start, other)), at: place + 1)
            return (shipment, [.forked, .tampered])
        case 4 where !shipment.words.isEmpty:
            let chosen = acts.number(shipment.words.count)
            let words = shipment.words[chosen]
            guard case .sealed(var sealed, let key, let digest) = words.content else { return (shipment, []) }
            shipment.words.remove(at: chosen)
            sealed[acts.number(sealed.count)] ^= 1
            shipment.words.append(
                WordsRow(
                    id: words.id, subject: words.subject, field: words.field,
                    content: .sealed(sealed, wrappedKey: key, digest: digest), place: words.place))
            return (shipment, [.tampered])
        default:
            shipment.events[place] = ShippedEvent(entry: changed(event.entry), hash: event.hash)
            return (shipment, [.tampered, .forked])
        }
    }

    /// Where a copy wrote in the place of one that is missing, the next one goes on with another chain.
    private var outOfPlace: Set<ShipmentRule> {
        troubles.contains(.copy) ? [.gapped, .forked, .tampered] : [.gapped, .forked]
    }

    private func changed(_ entry: JournalEntry) -> JournalEntry {
        JournalEntry(
            node: entry.node, sequence: entry.sequence, stamp: Stamp(by: "00", at: entry.stamp.at), tick: entry.tick,
            base: entry.base, seen: entry.seen, hotline: entry.hotline, subject: entry.subject, body: entry.body)
    }
}
