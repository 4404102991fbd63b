import HotlineDomain
import HotlineStore
import Wording

/// How it stands with the server, in whole sentences: for the key that opens
/// the line at the top, and for `desk status`.
public struct ServerWords {
    private let say: Say
    private let time: (Instant) -> String

    public init(_ say: Say, time: @escaping (Instant) -> String) {
        self.say = say
        self.time = time
    }

    /// Paragraphs, what matters most first.
    public func text(of note: FerryNote) -> [String] {
        var text: [String] = []
        if let retired = note.retired {
            text.append(say("server.retired", ["by": retired.by, "time": time(retired.at)]))
        }
        text += note.refused.flatMap(refused)
        if let away = note.away {
            text += self.away(away)
        } else if !note.isConnected, note.there == Heads() {
            text.append(say("server.not_yet"))
        }
        if let ailing = note.ailing {
            text.append(say("server.ailing", ["time": time(ailing.since), "because": because(ailing)]))
        }
        if note.away != nil || !note.isConnected {
            if note.waiting > 0 {
                text.append(say("server.waiting", n: note.waiting))
            } else if text.isEmpty {
                text.append(say("server.nothing_waits"))
            }
        }
        if let away = note.away, note.retired == nil {
            // Where it was moved it does not come back by itself.
            text += (away.moved == nil ? [say("server.goes_on")] : []) + [say("server.elsewhere")]
        }
        text += note.progress.map { say("server.\($0.way.rawValue)", counts(of: $0)) }
        if let off = note.clockOff { text.append(say("server.clock.\(off.clock)", ["age": age(off)])) }
        if text.isEmpty, note.isConnected { text.append(say("server.well")) }
        if !note.isConnected, let even = note.evenAt { text.append(say("server.even_at", ["time": time(even)])) }
        return text
    }

    private func refused(_ refused: FerryNote.Refused) -> [String] {
        [
            say(refused.refusal?.sentence ?? "refusal.\(refused.rule)", refused.details),
            say("server.refused.\(refused.way.rawValue)", ["time": time(refused.since)]),
        ]
    }

    private func away(_ away: FerryNote.Trouble) -> [String] {
        let about = ["time": time(away.since), "because": because(away)]
        return [say(away.isFull ? "server.full" : "server.away", about)]
    }

    private func because(_ trouble: FerryNote.Trouble) -> String {
        if let moved = trouble.moved { return say(moved.sentence, moved.details) }
        let details = ServerSentence(say).spoken(in: trouble.details)
        return say(ServerSentence.key(of: trouble.name, details), details)
    }

    private func age(_ off: Span) -> String { say.age(seconds: Int(abs(off.seconds))) }

    func counts(of progress: FerryNote.Progress) -> [String: String] {
        ["done": say.integer(progress.done), "total": say.integer(progress.total)]
    }
}

// The line at the top, from the most it has to say to the least that is still true.
extension ServerWords {
    /// Empty where all is well. `key`: the one that opens the whole text.
    func line(of note: FerryNote, key: String) -> [String] {
        if note.retired != nil {
            return [say("frame.server.retired", ["key": key]), say("frame.server.retired.brief", ["key": key])]
        }
        if let refused = note.refused.first {
            let what = say("server.\(refused.rule.replacing("shipment.", with: "refused."))")
            return [
                say("frame.server.refused", ["what": what, "key": key]),
                say("frame.server.refused.brief", ["key": key]),
            ]
        }
        if let away = note.away {
            let state = "frame.server.\(away.isFull ? "full" : "away")"
            let since = ["time": time(away.since)]
            guard note.waiting > 0 else { return [say("\(state).nothing", since), say("\(state).nothing.brief")] }
            return [say(state, n: note.waiting, since), say("\(state).brief", n: note.waiting)]
        }
        if let ailing = note.ailing {
            return [say("frame.server.ailing", ["time": time(ailing.since)]), say("frame.server.ailing.brief")]
        }
        if let progress = note.progress.first(where: { $0.way == .fetch }) ?? note.progress.first {
            let state = "frame.server.\(progress.way.rawValue)"
            return [say(state, counts(of: progress)), say("\(state).brief")]
        }
        guard let off = note.clockOff else { return [] }
        let way = say("frame.server.clock.\(off.clock)")
        return [say("frame.server.clock", ["age": age(off), "way": way]), say("frame.server.clock.brief")]
    }
}

extension Span {
    /// Of the server's clock against the desk's: the desk's is behind where the server's is ahead.
    fileprivate var clock: String { milliseconds > 0 ? "behind" : "ahead" }
}
