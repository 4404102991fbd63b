import HotlineConsole
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// What was written of in two places at once, beside what stands.
extension Divergence? {
    /// No member where everybody saw what everybody wrote.
    func row(_ zone: ZoneRules) -> JSONValue { map { ["divergence": $0.json(zone)] } ?? [:] }

    func add(to sheet: inout Sheet, _ zone: ZoneRules) {
        guard let divergence = self else { return }
        sheet.add("cli.field.divergence", say("divergence.both", divergence.facts { zone.spoken($0) }))
    }
}

extension Divergence {
    fileprivate func json(_ zone: ZoneRules) -> JSONValue {
        func side(_ side: Side) -> JSONValue { ["operator": .text(side.stamp.by), "at": .time(side.stamp.at, zone)] }
        return ["earlier": side(earlier), "later": side(later)]
    }
}
