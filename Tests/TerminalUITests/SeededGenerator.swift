/// A generator whose whole run follows from its seed, so that a failed property can be run again.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Letters of every kind a note can hold: plain, Cyrillic, Romanian, wide, marked, and what must never be shown.
let difficultPieces = [
    "a", "Z", " ", "ș", "ț", "Ă", "Ж", "ё", "日", "本", "ｗ", "é", "e\u{301}", "и\u{306}", "👍", "👩\u{200D}👧",
    "\u{202E}", "\u{200B}", "\u{7}", "\u{1B}", "\u{85}", "\t", "\n", "\r\n", "\u{301}", "\u{FE0F}", "\u{E000}", "🇲🇩",
    "각",
]

func difficultText(_ count: Int, using generator: inout SeededGenerator) -> String {
    (0..<count).map { _ in difficultPieces.randomElement(using: &generator) ?? "a" }.joined()
}
