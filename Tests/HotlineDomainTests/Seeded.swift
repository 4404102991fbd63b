/// Random numbers that come again with the same seed (SplitMix64), so that a
/// property that fails can be tried again.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension Seeded {
    /// The seeds every property is tried with: three that stay, one that is new each run.
    static let seeds: [UInt64] = [1, 2009, 0xFFFF_FFFF, .random(in: 0...UInt64.max)]
}
