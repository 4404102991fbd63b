import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

/// Who rings at the operator's telephone, in the rule under the head: nothing
/// moves for it, nothing is covered by it, and it takes no key but its own.
struct TelephoneStrip {
    /// From left to right. Where there is no room for all of it, the same is said in fewer letters;
    /// what does not fit then goes from the end, whole. How many more there are and the key stay.
    private let parts: [String]
    private let key: String
    private let role: TerminalUI.Role

    init(_ situation: Situation, width: Int) {
        let telephone = situation.telephone
        let caller = telephone.first
        let isLive = caller.map { !$0.visit.facts.isOver } ?? false
        if !isLive, let gone = telephone.goneNow(at: situation.now) {
            parts = ["\(Glyph.none) \(TelephoneStrip.end(of: gone, situation))"]
            key = ""
            role = .faint
        } else if let caller {
            let name = GlobalCommand.keys.row(for: .takeCaller)?.keys.first?.description ?? ""
            key = "\(name) \(situation.say("key.take_caller"))"
            let more = telephone.callers.count - 1
            parts = TelephoneStrip.fitting(
                Form.allCases.map { TelephoneStrip.parts(of: caller, situation, $0) },
                more > 0 ? ["+\(more)"] : [], room: width - cellWidth(of: key) - 4)
            // Who has hung up can wait.
            role = isLive ? .title : .warning
        } else {
            parts = []
            key = ""
            role = .rule
        }
    }

    func draw(on surface: inout Surface, y: Int) {
        guard !parts.isEmpty else { return }
        if role == .title { surface.fill(Rect(y: y, width: surface.width, height: 1), role: role) }
        let right = key.isEmpty ? 0 : min(surface.width, cellWidth(of: key) + 2)
        let text = parts.joined(separator: "  ")
        surface.put(" \(text) ", x: 0, y: y, role: role, maxWidth: surface.width - right)
        if right > 0 { surface.put(" \(key) ", x: surface.width - right, y: y, role: role, maxWidth: right) }
    }

    /// How much is said of a caller, the most first.
    private enum Form: CaseIterable { case whole, brief, inCodes }

    /// The first that has room, else what of the last has; `more` always.
    private static func fitting(_ forms: [[String]], _ more: [String], room: Int) -> [String] {
        func fits(_ parts: [String]) -> Bool { cellWidth(of: (parts + more).joined(separator: "  ")) <= room }
        var parts = forms.first(where: fits) ?? forms.last ?? []
        while parts.count > 1, !fits(parts) { parts.removeLast() }
        return parts + more
    }

    /// `● rings 0:12  Russia  third call  Moldova  Romanian`
    private static func parts(of caller: DeskCaller, _ situation: Situation, _ form: Form) -> [String] {
        let facts = caller.visit.facts
        var parts = [state(caller.visit, situation), situation.lineName(facts.line)]
        if caller.isPassedOn { parts.append(situation.say("telephone.passed_on")) }
        if let taker = caller.taker, facts.isWaiting {
            parts.append(situation.say("telephone.taken_by", ["operator": taker]))
        }
        if let known = situation.telephone.known[caller.id] {
            parts.append(form == .whole ? situation.recognised(known) : situation.say.recognisedBriefly(known))
        }
        let isCode = form == .inCodes
        let country = isCode ? facts.country : facts.country.map { situation.label(.country, $0.uppercased()) }
        let language = isCode ? facts.language : facts.language.map { situation.label(.language, $0) }
        parts.append(contentsOf: [country, language].compactMap { $0 })
        return parts
    }

    private static func state(_ visit: Visit, _ situation: Situation) -> String {
        let say = situation.say
        switch visit.phase(for: situation.person?.code, at: situation.now) {
        case .ringing(let since):
            return "\(Glyph.idle) \(say("telephone.ringing", ["time": situation.duration(situation.now - since)]))"
        case .onLine(let since):
            return "\(Glyph.live) \(say("telephone.on_line", ["time": situation.duration(situation.now - since)]))"
        case .over(let talk):
            return "\(Glyph.ellipsis) \(say("telephone.over", ["talk": situation.duration(talk)]))"
        }
    }

    private static func end(of visit: Visit, _ situation: Situation) -> String {
        let wait = situation.duration(visit.facts.wait ?? Span(milliseconds: 0))
        let about = [
            "line": situation.lineName(visit.facts.line), "wait": wait, "operator": visit.facts.operator ?? "",
        ]
        switch visit.facts.outcome {
        case .answered?: return situation.say("telephone.answered_elsewhere", about)
        case .abandoned?: return situation.say("telephone.gave_up", about)
        case .lost?: return situation.say("telephone.lost", about)
        case .overflowed?, .unstaffed?, .refused?, .closed?, nil: return situation.say("telephone.left", about)
        }
    }
}
