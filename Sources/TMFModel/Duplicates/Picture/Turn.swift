/// Sine and cosine without a mathematical library: by their series, exact to some ten digits.
enum Turn {
    /// Of a part of a full turn.
    static func cosine(_ turns: Double) -> Float {
        let angle = (turns - turns.rounded()) * 2 * Double.pi
        var (term, sum) = (1.0, 1.0)
        for power in stride(from: 2.0, through: 24, by: 2) {
            term *= -angle * angle / (power * (power - 1))
            sum += term
        }
        return Float(sum)
    }

    static func sine(_ turns: Double) -> Float { cosine(turns - 0.25) }
}
