/// The lines of a hotline, each judged as it comes in.
extension Hotline {
    /// `knowsZone`: there is a clock of the name the line gives.
    static func decide(
        _ hotline: Hotline?, adding line: Line, knowsZone: Bool
    ) throws(Refusal) -> [HotlineEvent] {
        if hotline?.line(line.code) != nil { throw Refusal(LineRule.exists, ["line": line.code]) }
        try check(line, knowsZone: knowsZone)
        return [.lineSet(line: line)]
    }

    static func decide(
        _ hotline: Hotline?, changing line: Line, knowsZone: Bool
    ) throws(Refusal) -> [HotlineEvent] {
        guard var changed = hotline, let old = changed.line(line.code) else {
            throw Refusal(LineRule.unknown, ["line": line.code, "known": hotline?.knownLines ?? "-"])
        }
        try check(line, knowsZone: knowsZone)
        changed.set(line)
        try changed.refuseClosingAllLines(without: line.code)
        return line == old ? [] : [.lineSet(line: line)]
    }

    private static func check(_ line: Line, knowsZone: Bool) throws(Refusal) {
        let about = ["line": line.code]
        guard isDirectoryCode(line.code) else { throw Refusal(LineRule.badCode, about) }
        guard !line.name.allSatisfy(\.isWhitespace), Provider.isPlain(line.name) else {
            throw Refusal(LineRule.badName, about)
        }
        guard Provider.isPlain(line.dialled) else { throw Refusal(LineRule.badNumber, about) }
        if line.countries.isEmpty { throw Refusal(LineRule.needsCountry, about) }
        for country in line.countries { try CodeCheck.code(country, .country) }
        if line.languages.isEmpty { throw Refusal(LineRule.needsLanguage, about) }
        for language in line.languages { try CodeCheck.code(language, .language) }
        guard knowsZone else { throw Refusal(LineRule.unknownZone, ["zone": line.zone]) }
        if let until = line.until, until < line.since { throw Refusal(LineRule.endsBeforeItBegins, about) }
    }

    /// `code`: the line that has just got its last day.
    func refuseClosingAllLines(without code: String) throws(Refusal) {
        if lines.allSatisfy({ $0.until != nil }) { throw Refusal(LineRule.lastOpen, ["line": code]) }
    }

    mutating func set(_ line: Line) {
        if let place = lines.firstIndex(where: { $0.code == line.code }) {
            lines[place] = line
        } else {
            lines.append(line)
        }
    }

    /// A profile adds lines and changes them and takes none out, since calls
    /// name what stands there; one that was closed stays closed.
    func keepingLines(of old: Hotline?) -> Hotline {
        guard let old else { return self }
        var merged = self
        for line in old.lines {
            if var new = self.line(line.code) {
                new.until = new.until ?? line.until
                merged.set(new)
            } else {
                merged.lines.append(line)
            }
        }
        return merged
    }
}
