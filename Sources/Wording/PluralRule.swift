extension Language {
    /// How many forms a counted text has; the `nplurals` of its PO files.
    var pluralForms: Int {
        switch self {
        case .en: 2
        case .ro, .ru: 3
        }
    }

    /// Which form goes with a count, 0 ..< `pluralForms`, in the order of the PO files.
    func pluralForm(_ count: Int) -> Int {
        let n = count.magnitude
        switch self {
        case .en: return n == 1 ? 0 : 1
        case .ro: return romanianForm(n)
        case .ru: return russianForm(n)
        }
    }
}

/// 1 apel; 0, 2 ... 19 and every such remainder of a hundred: apeluri; else: de apeluri.
private func romanianForm(_ n: UInt) -> Int {
    if n == 1 { return 0 }
    return n == 0 || (1...19).contains(n % 100) ? 1 : 2
}

/// 1, 21, 31 звонок; 2 ... 4, 22 ... 24 звонка; 0, 5 ... 20 and 11 ... 14 of any hundred: звонков.
private func russianForm(_ n: UInt) -> Int {
    if (11...14).contains(n % 100) { return 2 }
    switch n % 10 {
    case 1: return 0
    case 2...4: return 1
    default: return 2
    }
}
