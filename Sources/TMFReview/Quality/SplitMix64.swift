/// Numbers that follow from a seed, the same on every machine: SplitMix64 (Steele, Lea and Flood, 2014).
///
/// The definition is part of what makes a sample repeatable, and never changes.
struct SplitMix64 {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below `limit`, which is 1 or more, each as likely as any other: numbers of an incomplete last
    /// round are passed over.
    mutating func next(below limit: UInt64) -> UInt64 {
        let incomplete = (0 &- limit) % limit
        while true {
            let number = next()
            if number >= incomplete { return number % limit }
        }
    }
}
