/// How likely each artifact is, given how much words speak for it: they compete with each other, and with none of them.
struct Posterior: Sendable {
    /// By the place in the ranking that it was made of.
    let probabilities: [Float]

    /// `scores` are in bits, the highest first. `unexplained` is the number of words that nothing is known of.
    init(_ scores: [Float], unexplained: Int) {
        let none = Self.none + Self.doubt * Float(min(unexplained, 4))
        guard let top = scores.first.map({ max($0, none) }) else {
            probabilities = []
            return
        }
        let weights = scores.map { Float.power(($0 - top) / Self.temperature) }
        let sum = weights.reduce(Float.power((none - top) / Self.temperature), +)
        probabilities = weights.map { $0 / sum }
    }

    /// How often a suggestion of this probability was right among those the constants were chosen on, 0 to 100.
    static func confidence(_ probability: Float) -> Int {
        var from = steps[0]
        for step in steps.dropFirst() {
            if probability <= step.probability {
                let part = (probability - from.probability) / (step.probability - from.probability)
                return Int((from.confidence + part * (step.confidence - from.confidence)).rounded())
            }
            from = step
        }
        return Int(from.confidence)
    }

    /// What no artifact has to be beaten by, in bits, and what each unknown word adds to it.
    private static let none: Float = 5
    private static let doubt: Float = 0.4
    /// Words do not speak independently: their bits count for less than they say.
    private static let temperature: Float = 1.5

    private static let steps: [(probability: Float, confidence: Float)] = [
        (0, 0), (0.2, 15), (0.5, 45), (0.8, 72), (0.95, 86), (1, 92),
    ]
}

extension Float {
    /// Two to the power of `value`, linear between powers: the inverse of `bits`, and the same everywhere.
    fileprivate static func power(_ value: Float) -> Float {
        guard value > -100 else { return 0 }
        let whole = value.rounded(.down)
        return Float(sign: .plus, exponent: Int(whole), significand: 1 + value - whole)
    }
}
