extension Say {
    private var words: CalendarWords { CalendarWords.of(language) }

    /// `14 September 2009`, `14 septembrie 2009`, `14 сентября 2009`. Months are 1 ... 12.
    public func date(year: Int, month: Int, day: Int) -> String { "\(dayAndMonth(month: month, day: day)) \(year)" }

    /// `14 September`, `14 сентября`.
    public func dayAndMonth(month: Int, day: Int) -> String { "\(day) \(words.monthsOfDate[month - 1])" }

    /// For columns, always ten characters: `14.09.2009`; in English `14/09/2009`,
    /// the day first as everywhere this is used.
    public func shortDate(year: Int, month: Int, day: Int) -> String {
        let mark = language == .en ? "/" : "."
        return [padded(day, 2), padded(month, 2), padded(year, 4)].joined(separator: mark)
    }

    /// Where the year goes without saying: `14 Sep`, `14 sept.`, `14 сент.`
    public func shortDayAndMonth(month: Int, day: Int) -> String { "\(day) \(words.monthsShort[month - 1])" }

    /// As a heading: `September 2009`, `Septembrie 2009`, `Сентябрь 2009`.
    public func monthTitle(year: Int, month: Int) -> String { "\(capitalised(words.months[month - 1])) \(year)" }

    /// Inside a line: `September 2009`, `septembrie 2009`, `сентябрь 2009`.
    public func monthName(year: Int, month: Int) -> String { "\(words.months[month - 1]) \(year)" }

    /// For columns: `Sep 2009`, `sept. 2009`, `сент. 2009`.
    public func shortMonth(year: Int, month: Int) -> String { "\(words.monthsShort[month - 1]) \(year)" }

    /// Monday is 1.
    public func weekday(_ number: Int) -> String { words.weekdays[number - 1] }

    /// Monday is 1: `Mon`, `lun.`, `пн`.
    public func weekdayShort(_ number: Int) -> String { words.weekdaysShort[number - 1] }

    /// `08:05`, `24:00`.
    public func clock(hour: Int, minute: Int) -> String { "\(padded(hour, 2)):\(padded(minute, 2))" }

    /// How long something took: `6:12`, `1:02:10`.
    public func duration(seconds: Int) -> String {
        guard seconds >= 0 else { return "-" + duration(seconds: -seconds) }
        let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
        return hours == 0
            ? "\(minutes):\(padded(rest, 2))" : "\(hours):\(padded(minutes, 2)):\(padded(rest, 2))"
    }

    /// How long something has been waiting, in its two largest units at most:
    /// `45 s`, `6 min`, `1 h 5 min`, `3 d`. What lies ahead counts as 0.
    public func age(seconds: Int) -> String {
        let seconds = max(0, seconds)
        let (minutes, hours) = (seconds / 60, seconds / 3600)
        if minutes == 0 { return "\(seconds) \(words.second)" }
        if hours == 0 { return "\(minutes) \(words.minute)" }
        if hours < 24 {
            let rest = minutes % 60
            return "\(hours) \(words.hour)" + (rest == 0 ? "" : " \(rest) \(words.minute)")
        }
        return "\(hours / 24) \(words.day)"
    }
}

private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

private func capitalised(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
