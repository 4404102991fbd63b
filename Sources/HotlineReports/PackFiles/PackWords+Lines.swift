import HotlineDomain

/// Lines that the page and the workbook say alike.
extension PackWords {
    /// Name, value, and what the value is a share of.
    struct Line: Hashable {
        var name: String
        var value: String
    }

    public func wording(_ indicator: DonorIndicator) -> String {
        indicator.wording[language] ?? indicator.wording["en"] ?? indicator.code
    }

    /// How the line was answered. What nobody measures is said to be so.
    func service(_ figures: ServiceFigures) -> [Line] {
        var lines: [Line] = []
        if let queue = figures.queue {
            let seconds = String(queue.targets.answer.seconds)
            let shorter = String(queue.targets.shortAbandon.seconds)
            lines += [
                Line(name: say("pack.service.offered"), value: number(queue.offered)),
                Line(name: say("pack.service.level", ["s": seconds]), value: share(queue.serviceLevel)),
                Line(name: say("pack.service.answered"), value: share(queue.answerRate)),
                Line(name: say("pack.service.abandoned", ["s": shorter]), value: share(queue.abandonRate)),
                Line(name: say("pack.service.unstaffed"), value: share(queue.unstaffedRate)),
                Line(
                    name: say("pack.service.speed"),
                    value: [queue.speedOfAnswerMean, queue.speedOfAnswerMedian, queue.speedOfAnswerP90].map(time)
                        .joined(separator: " / ")),
                Line(name: say("pack.service.handle"), value: time(queue.handleTime)),
                Line(name: say("pack.service.closed"), value: number(queue.closed)),
            ]
        } else {
            lines.append(Line(name: say("pack.service.level_any"), value: say("pack.service.no_switch")))
        }
        if let coverage = figures.coverage {
            lines.append(Line(name: say("pack.service.coverage"), value: share(coverage)))
        }
        if let acknowledged = figures.acknowledged {
            lines.append(Line(name: say("pack.service.acknowledged"), value: share(acknowledged)))
        }
        if let reaction = figures.reaction {
            lines.append(Line(name: say("pack.service.reaction"), value: time(reaction)))
        }
        return lines + figures.lines.map(service)
    }

    /// One of several lines: without n/N, which would say how many calls it had.
    private func service(_ line: LineService) -> Line {
        let name = say("pack.service.line", ["line": label("line", line.line)])
        guard let percent = line.percent else { return Line(name: name, value: say("pack.service.too_few")) }
        return Line(name: name, value: "\(percent)\u{A0}% / \(time(line.median))")
    }

    /// `0:08`; `-` over nobody.
    func time(_ span: Span?) -> String {
        guard let span else { return "-" }
        let seconds = (span.milliseconds + 500) / 1000
        return "\(seconds / 60):\(Int(seconds % 60).padded(2))"
    }

    public func comment(_ comment: IndicatorFigures.Comment) -> String {
        switch comment {
        case .windowOpen(let length):
            say("pack.comment.window_open", ["length": say("pack.length.\(length.rawValue)")])
        case .grouped: say("pack.comment.grouped")
        case .withheld(let reason): say("pack.reason.\(reason.rawValue)")
        case .noTable: say("pack.comment.no_table")
        case .notInRegister: say("pack.comment.not_in_register")
        }
    }

    public func note(_ note: PackNote) -> String {
        func family(_ name: FamilyName) -> String { say("pack.family.\(name.rawValue)") }
        return switch note {
        case .draft: say("pack.draft")
        case .thresholds(let thresholds):
            say("pack.note.thresholds", ["calls": String(thresholds.calls), "people": String(thresholds.people)])
        case .definitions(let version): say("pack.note.definitions", ["version": String(version)])
        case .withheld(let name, let window, let reason):
            say(
                "pack.note.withheld",
                [
                    "family": family(name), "period": within(window),
                    "reason": say("pack.reason.\(reason.rawValue)"),
                ])
        case .notCollected(let name): say("pack.note.not_collected", ["family": family(name)])
        case .noWindow(let name, let length):
            say("pack.note.no_window", ["family": family(name), "length": say("pack.length.\(length.rawValue)")])
        case .hiddenSOS(let name, let window, let lines):
            say(
                "pack.note.hidden_sos", ["family": family(name), "period": within(window), "lines": String(lines)])
        case .merged(let name, let window):
            say("pack.note.merged", ["family": family(name), "period": within(window)])
        case .correction(let correction):
            say(
                "pack.note.correction",
                ["period": self.name(correction.month), "reason": correction.label(language)])
        case .noSwitch: say("pack.note.no_switch")
        case .returnsMissing(let share, let silent):
            say(
                "pack.note.returns",
                [
                    "n": number(share.n), "of": number(share.of),
                    "which": silent.map { names.territories[$0] ?? $0 }.joined(separator: ", "),
                ])
        }
    }
}
