/// What a language calls months, weekdays and units of time, and how it writes
/// numbers. Checked in rather than asked of the machine: a Russian pack is
/// printed on computers that have no Russian locale. A test compares the table
/// with Foundation's.
struct CalendarWords: Sendable {
    /// On its own, as a heading: `сентябрь`.
    let months: [String]
    /// After a day: `14 сентября`.
    let monthsOfDate: [String]
    /// After a day, where there is little room.
    let monthsShort: [String]
    /// Monday first, as in ISO 8601.
    let weekdays: [String]
    let weekdaysShort: [String]
    let second: String
    let minute: String
    let hour: String
    let day: String
    let groupSeparator: String
    let decimalMark: String
    let percentSign: String

    static func of(_ language: Language) -> CalendarWords {
        switch language {
        case .en: english
        case .ro: romanian
        case .ru: russian
        }
    }

    private static let english = CalendarWords(
        months: words("January February March April May June July August September October November December"),
        monthsOfDate: words("January February March April May June July August September October November December"),
        monthsShort: words("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
        weekdays: words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
        weekdaysShort: words("Mon Tue Wed Thu Fri Sat Sun"),
        second: "s", minute: "min", hour: "h", day: "d",
        groupSeparator: ",", decimalMark: ".", percentSign: "%")

    private static let romanian = CalendarWords(
        months: words(
            "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie"),
        monthsOfDate: words(
            "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie"),
        monthsShort: words("ian. feb. mar. apr. mai iun. iul. aug. sept. oct. nov. dec."),
        weekdays: words("luni marți miercuri joi vineri sâmbătă duminică"),
        weekdaysShort: words("lun. mar. mie. joi vin. sâm. dum."),
        second: "s", minute: "min", hour: "h", day: "z",
        groupSeparator: ".", decimalMark: ",", percentSign: "\u{A0}%")

    private static let russian = CalendarWords(
        months: words("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"),
        monthsOfDate: words(
            "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
        monthsShort: words("янв. февр. марта апр. мая июня июля авг. сент. окт. нояб. дек."),
        weekdays: words("понедельник вторник среда четверг пятница суббота воскресенье"),
        weekdaysShort: words("пн вт ср чт пт сб вс"),
        second: "с", minute: "мин", hour: "ч", day: "д",
        groupSeparator: "\u{A0}", decimalMark: ",", percentSign: "\u{A0}%")
}

private func words(_ list: String) -> [String] { list.split(separator: " ").map(String.init) }
