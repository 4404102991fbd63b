import HotlineDomain
import HotlineStore
import HotlineSwitch

extension ConsoleRunner {
    /// Nil where no bridge has told of anything, and where callers are simulated.
    func switchboard(for person: Operator?, _ mine: [Call], at now: Instant) throws -> Switchboard? {
        guard let person, callers == nil, person.may(.answerCalls) || person.may(.readCounts) else { return nil }
        let (links, visits) = (try store.linksNow(at: now), try store.visitsNow())
        guard !links.isEmpty || !visits.isEmpty || console.situation.telephone.isTold else { return nil }
        var told = Switchboard(
            link: link(links), waiting: visits.filter(\.facts.isWaiting), callers: [], known: [:], gone: [],
            passedOn: [])
        guard person.may(.answerCalls) else { return told }
        // Of a switch that is not heard nobody knows who is still on the line.
        let silent = Set(links.filter { $0.state == .down }.map(\.source))
        told.callers = try store.deskCallers(of: person.code, among: visits, at: now)
            .filter { $0.visit.facts.isOver || !silent.contains($0.visit.source) }
        told.known = try known(told.callers, person.code)
        told.gone = try console.situation.telephone.callers.map(\.id)
            .filter { id in !told.callers.contains { $0.id == id } }
            .compactMap(store.visit)
        told.passedOn = try store.passedOn(mine)
        let before = console.situation.myCalls.filter { old in !mine.contains { $0.id == old.id } }
        told.lostRings = try store.neverAnswered(before, by: person.code)
        told.heldSince = try store.heldSince(by: person.code)
        return told
    }

    /// Heard as long as any feed is; a feed that never says so is heard when it tells something.
    private func link(_ links: [LinkState]) -> CallerQueue.Link {
        guard !links.isEmpty, links.allSatisfy({ $0.state == .down }) else { return .up }
        return .down(since: links.map(\.beganAt).max() ?? clock())
    }

    private func known(_ callers: [DeskCaller], _ code: String) throws -> [VisitID: Recognition] {
        known = known.filter { id, _ in callers.contains { $0.id == id } }
        for caller in callers where known[caller.id] == nil {
            known[caller.id] = .some(try store.recognition(of: caller.id, for: code))
        }
        return known.compactMapValues { $0 }
    }
}
