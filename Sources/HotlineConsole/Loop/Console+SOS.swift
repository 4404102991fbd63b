import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

/// SOS from anywhere: one key, at once, without a question, without a letter lost. Where it may be of
/// another caller than the one it was raised of, it says of whom, and one key raises it of the other.
extension Console {
    mutating func raiseSOS(_ around: Surroundings) -> [Effect] {
        overlay = nil
        let persons = sosPersons
        let isCertain = persons.first.map(isOnLineHere) ?? true
        return raise(of: persons.first, or: isCertain ? nil : persons.dropFirst().first, around)
    }

    /// The one the last SOS was not of.
    mutating func raiseOtherSOS(_ around: Surroundings) -> [Effect] {
        guard let other = sosRaised?.other, isThere(other) else {
            notice = Notice(.hint, says: "sos.no_other")
            return []
        }
        overlay = nil
        return raise(of: other, or: nil, around)
    }

    private mutating func raise(of person: SOSPerson?, or other: SOSPerson?, _ around: Surroundings) -> [Effect] {
        if case .call(let id)? = person, let call = situation.myCalls.first(where: { $0.id == id }) {
            if call.escalation != nil {
                notice = Notice(
                    .alarm, says: "sos.already",
                    ["number": call.number, "to": told(call), "other": otherSOS(than: person)])
                return [.ring]
            }
            sosRaised = RaisedSOS(of: words(person), other: other)
            return [.perform([.escalation(around.newID(), .raise(call: id))], then: [.ring])]
        }
        sosRaised = RaisedSOS(of: words(person), other: other)
        let id: CallID = around.newID()
        var start = situation.beginning(around)
        if case .caller(let visit)? = person { start = .answer(visit) }
        // On the desk there is nothing to keep on the screen: go where one can write.
        let then: [Effect] = top is DeskScreen ? [.ring, .open(.call(id))] : [.ring]
        return [.perform([.call(id, start), .escalation(around.newID(), .raise(call: id))], then: then)]
    }

    /// Says what follows from events that nobody must miss: an SOS, of whom, and who was told.
    mutating func announce(_ events: [Event]) {
        for event in events {
            guard case .escalation(let id, .raised(let call, let number, _)) = event else { continue }
            let told = events.compactMap { event -> String? in
                if case .escalation(id, .assigned(let to)) = event { return to }
                return nil
            }
            let about = ["number": number, "other": otherSOS(than: .call(call))]
            // How one that was raised by mistake ends is said with it: nothing takes it back.
            let mistake = ["outcome": CodeInList(.escalationOutcome, "not_confirmed")]
            notice =
                told.first.map {
                    Notice(.alarm, says: "sos.raised", about.merging(["to": $0]) { $1 }, codes: mistake)
                } ?? Notice(.alarm, says: "sos.raised_nobody", about)
        }
    }

    private func told(_ call: Call) -> String {
        situation.live.escalations.first { $0.id == call.escalation }?.assignee ?? "\u{2013}"
    }

    /// ` Of: who rings now, Europe. Somebody else? Ctrl-Y: 09-0001, until 14:20`
    private func otherSOS(than person: SOSPerson?) -> String {
        guard let raised = sosRaised, let other = raised.other, other != person, isThere(other) else {
            return ""
        }
        let key = GlobalCommand.keys.row(for: .otherSOS)?.keys.first?.description ?? ""
        return " " + situation.say("sos.other", ["whose": raised.of, "key": key, "other": words(other)])
    }
}

/// Somebody an SOS can be of.
enum SOSPerson: Hashable, Sendable {
    /// Of a call of one's own.
    case call(CallID)
    /// At one's telephone, with no call yet.
    case caller(VisitID)
}

/// The SOS that was raised last, as its desk says it.
struct RaisedSOS: Hashable, Sendable {
    let of: String
    /// Whom it may be of instead; nil where there is no doubt.
    let other: SOSPerson?
}

extension Console {
    /// Of whom an SOS may be, the likeliest first: whoever is on the line; then the call on the screen,
    /// which one reads or writes; then who rings, since a telephone is picked up before the switch can
    /// tell of it; then who has hung up. Decisions/0025 says why.
    private var sosPersons: [SOSPerson] {
        let shown = top.callShown.flatMap { id in situation.myCalls.first { $0.id == id } }
        let onScreen = shown.map { SOSPerson.call($0.id) }
        let talking = situation.liveCall.map { SOSPerson.call($0.id) }
        let writing = situation.myCalls.last { $0.status == .wrapUp }.map { SOSPerson.call($0.id) }
        let isTalkShown = shown?.status.isLive ?? false
        let found = [
            isTalkShown ? onScreen : nil, talking, caller(.onLine), onScreen, caller(.ringing), caller(.over),
            writing,
        ]
        return found.compactMap(\.self).reduce(into: []) { persons, person in
            if !persons.contains(person) { persons.append(person) }
        }
    }

    /// Not written up yet by who sits here, or at their telephone.
    private func isThere(_ person: SOSPerson) -> Bool {
        switch person {
        case .call(let id): situation.myCalls.contains { $0.id == id && $0.escalation == nil }
        case .caller(let id): situation.telephone.callers.contains { $0.id == id && $0.call == nil }
        }
    }

    private enum Stage { case ringing, onLine, over }

    /// Who is at one's own telephone and has no call yet.
    private func caller(_ stage: Stage) -> SOSPerson? {
        situation.telephone.callers.first { $0.call == nil && self.stage(of: $0.visit) == stage }
            .map { SOSPerson.caller($0.id) }
    }

    private func stage(of visit: Visit) -> Stage {
        switch visit.phase(for: situation.person?.code, at: situation.now) {
        case .ringing: .ringing
        case .onLine: .onLine
        case .over: .over
        }
    }

    /// Talks with the operator in a call of this desk: nobody else is meant.
    private func isOnLineHere(_ person: SOSPerson) -> Bool {
        guard case .call(let id) = person else { return false }
        return situation.myCalls.first { $0.id == id }?.status.isLive ?? false
    }

    /// `who rings now, Europe`; `09-0001, until 14:20`
    private func words(_ person: SOSPerson?) -> String {
        let say = situation.say
        switch person {
        case .call(let id)?:
            guard let call = situation.myCalls.first(where: { $0.id == id }) else { return "" }
            guard let ended = call.ended else { return call.number }
            return say("sos.who.ended", ["number": call.number, "time": situation.clock(ended)])
        case .caller(let id)?:
            guard let visit = situation.telephone.callers.first(where: { $0.id == id })?.visit else { return "" }
            let line = ["line": situation.lineName(visit.facts.line)]
            return switch stage(of: visit) {
            case .ringing: say("sos.who.rings", line)
            case .onLine: say("sos.who.on_line", line)
            case .over: say("sos.who.hung_up", line)
            }
        case nil: return ""
        }
    }
}

extension Situation {
    /// Nobody is on the line as far as this desk knows: the call begins now.
    fileprivate func beginning(_ around: Surroundings) -> CallCommand {
        let given = callDefaults()
        return .start(line: given.line, at: around.now, country: given.country, language: given.language)
    }
}
