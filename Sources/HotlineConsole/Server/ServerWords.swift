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
        } else if !note.isConnected, note.isUnasked {
            text.append(say("server.not_yet"))
        }
        if let ailing = note.ailing {
            text.append(say("server.ailing", ["time": time(ailing.since), "because": because(ailing)]))
        }
        if note.away != nil || !note.isConnected {
            if note.waiting > 0 {
                text.append(say(note.isUnasked ? "server.waiting.at_most" : "server.waiting", n: note.waiting))
            } else if text.isEmpty {
                text.append(say("server.nothing_waits"))
            }
        }
        if let away = note.away, note.retired == nil {
            text += goesOn(away) + [say("server.elsewhere")]
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
        let about = ["time": time(away.since), "because": passing(away) ?? because(away)]
        if away.isFull { return [say("server.full", about)] }
        if away.moved != nil { return [because(away)] }
        guard let mend = ServerMend(away) else { return [say("server.away", about)] }
        return [say("server.barred", ["time": time(away.since), "because": cause(away)]), self.mend(mend, away)]
    }

    /// What becomes of the work here. Where it was moved, or somebody has to mend something, it does not come back
    /// by itself.
    private func goesOn(_ away: FerryNote.Trouble) -> [String] {
        let comesBack = away.moved == nil && ServerMend(away) == nil
        return [say(comesBack ? "server.goes_on" : "server.goes_on.mended")]
    }

    /// What is to be done about it.
    public func mend(_ mend: ServerMend, _ trouble: FerryNote.Trouble) -> String {
        say("server.mend.\(mend.rawValue)", ["role": role(trouble) ?? say("server.mend.role")])
    }

    /// That a desk came in by, as its server's address names it.
    private func role(_ trouble: FerryNote.Trouble) -> String? {
        guard let path = trouble.details["path"], let at = path.firstIndex(of: "@"),
            let slashes = path.firstRange(of: "://"), slashes.upperBound < at
        else { return nil }
        return String(path[slashes.upperBound..<at])
    }

    /// What is wrong, as a part of a sentence that tells of the server.
    public func cause(_ trouble: FerryNote.Trouble) -> String {
        if let passing = passing(trouble) { return passing }
        switch trouble.name {
        case StoreError.missing(path: "").name, StoreError.notAStore(path: "").name:
            return say("server.because.no_store")
        case StoreError.unavailable(path: "", detail: "").name, StoreError.noRight(path: "", detail: "").name:
            return ServerSentence(say).spoken(in: trouble.details)["detail"] ?? ""
        default:
            let sentence = because(trouble)
            return sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
        }
    }

    /// What a person would have to look after, and a ferry looks after by itself.
    private func passing(_ trouble: FerryNote.Trouble) -> String? {
        switch trouble.name {
        case StoreError.unsure(path: "").name: say("server.because.unacknowledged")
        case StoreError.busy.name: say("server.because.busy")
        default: nil
        }
    }

    private func because(_ trouble: FerryNote.Trouble) -> String {
        if let moved = trouble.moved { return say(moved.sentence, moved.details) }
        let details = ServerSentence(say).spoken(in: trouble.details)
        return say(ServerSentence.key(of: trouble.name, details), details)
    }

    /// Not cut off, as the age of something is: two days less the time that the question took are two days.
    private func age(_ off: Span) -> String {
        let seconds = (abs(off.milliseconds) + 500) / 1000
        let unit: Int64 = seconds < 86_400 ? 60 : 86_400
        return say.age(seconds: Int((seconds + unit / 2) / unit * unit))
    }

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
            return line(of: away, waiting: note.isUnasked ? 0 : note.waiting, key: key)
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

    /// The key stands there where somebody has to do something.
    private func line(of away: FerryNote.Trouble, waiting: Int, key: String) -> [String] {
        let isBarred = away.moved != nil || ServerMend(away) != nil
        let state = "frame.server.\(away.isFull ? "full" : isBarred ? "barred" : "away")"
        let about = ["time": time(away.since), "key": key]
        guard waiting > 0 else { return [say("\(state).nothing", about), say("\(state).nothing.brief", about)] }
        return [say(state, n: waiting, about), say("\(state).brief", n: waiting, about)]
    }
}

extension Span {
    /// Of the server's clock against the desk's: the desk's is behind where the server's is ahead.
    fileprivate var clock: String { milliseconds > 0 ? "behind" : "ahead" }
}
