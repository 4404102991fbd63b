import HotlineDomain

@testable import HotlineStore

/// A case with whatever its fields can hold, of people who agreed to share it
/// and of some who were not asked.
struct RandomCase {
    private var chance: SeededChance
    private let store: Store
    private let now: Instant

    init(seed: UInt64, _ store: Store, at now: Instant) {
        chance = SeededChance(state: seed)
        self.store = store
        self.now = now
    }

    /// What spreadsheets, tables and terminals stumble over.
    private static let texts = [
        "Lilia", "=1+1", "+373", "-5", "@sum", "'quoted'", "a;b\\c;", "\\", ";;", "comma, and \"quotes\"",
        "two\nlines", "\n", " ", "Ștefan 🛟 Жанна", "\u{FEFF}mark", "\"\u{301}", ";\u{301}", "'\u{301}", "true", "0",
        String(repeating: "ж", count: 2_000),
    ]

    mutating func make() throws -> CaseID {
        let id = store.newID(Case.self, at: now)
        var commands: [Command] = [
            .case(id, .open(.walkIn)), .case(id, .set(person: nil, entries(CaseField.of(.case)))),
        ]
        let roles = ["beneficiary"] + (0..<number(3)).map { _ in one(CodeLists.list(.caseRole).codes).code }
        for role in roles {
            let isAsked = ["beneficiary", "child"].contains(role) || number(2) == 0
            let fields = CaseField.of(role: role).filter { $0.name != "consent" }
            let consent = isAsked ? [CaseEntry("consent", .codes(["yes"]))] : []
            let pseudonym = store.written("Person \(number(100)) =\"x\"", at: now)
            commands.append(.case(id, .addPerson(role: role, pseudonym: pseudonym, entries(fields) + consent)))
        }
        try store.perform(commands, by: "51", at: now)
        return id
    }

    private mutating func entries(_ fields: [CaseField]) -> [CaseEntry] {
        fields.compactMap { field in number(2) == 0 ? nil : CaseEntry(field.name, value(field)) }
    }

    private mutating func value(_ field: CaseField) -> CaseEntry.Given {
        switch field.kind {
        case .code(let list): return .codes([one(CodeLists.list(list).codes).code])
        case .codes(let list):
            let codes = CodeLists.list(list).codes.map(\.code)
            let picked = codes.filter { _ in number(3) == 0 }
            return .codes(picked.isEmpty ? [codes[0]] : picked)
        case .date: return .date(BusinessDate(days: Int64(number(20_000))))
        case .number: return .number(number(121))
        case .text: return .words(store.written(one(RandomCase.texts), at: now))
        case .sealedDate: return .words(store.written(BusinessDate(days: Int64(number(15_000))).description, at: now))
        case .sealedCode(let list): return .words(store.written(one(CodeLists.list(list).codes).code, at: now))
        }
    }

    private mutating func number(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &chance) }
    private mutating func one<T>(_ all: [T]) -> T { all[number(all.count)] }
}
