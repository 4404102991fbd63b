import Foundation
import HotlineDomain

/// A time zone nobody knows, and the names that look most like it.
public struct UnknownZone: Error, Hashable, Sendable {
    public let name: String
    public let nearest: [String]
}

extension ZoneRules {
    /// The rules of a place, `Europe/Chisinau`, from the time zone data this
    /// program runs with: every change of its clocks from 1990 to 2080.
    public static func named(_ name: String) throws(UnknownZone) -> ZoneRules {
        if name == utc.name { return utc }
        guard name.contains("/"), let zone = TimeZone(identifier: name) else {
            throw UnknownZone(name: name, nearest: nearest(to: name, in: TimeZone.knownTimeZoneIdentifiers))
        }
        var changes: [Change] = []
        var moment = firstMoment
        while let next = zone.nextDaylightSavingTimeTransition(after: moment), next > moment, next < lastMoment {
            let offset = zone.secondsFromGMT(for: next)
            if offset != (changes.last?.offsetSeconds ?? zone.secondsFromGMT(for: firstMoment)) {
                changes.append(
                    Change(at: Instant(seconds: Int64(next.timeIntervalSince1970)), offsetSeconds: offset))
            }
            moment = next
        }
        return ZoneRules(name: name, firstOffsetSeconds: zone.secondsFromGMT(for: firstMoment), changes: changes)
    }

    /// 1990-01-01 and 2080-01-01.
    private static let firstMoment = Date(timeIntervalSince1970: 631_152_000)
    private static let lastMoment = Date(timeIntervalSince1970: 3_471_292_800)
}
