/// How a figure stands to its target. Never colour alone: it has a symbol and words.
public enum TrafficLight: String, Hashable, Sendable, CaseIterable {
    /// At the target or above it.
    case green
    /// Below the target by no more than the study's margin.
    case amber
    /// Further below.
    case red

    /// The light of `part` of `whole` against a target in percent, compared without rounding; nil without a target,
    /// or where `whole` is zero.
    public init?(_ part: Int, of whole: Int, target: Int?, margin: Int) {
        guard let target, whole > 0 else { return nil }
        if part * 100 >= target * whole {
            self = .green
        } else {
            self = part * 100 >= (target - margin) * whole ? .amber : .red
        }
    }

    public var symbol: String {
        switch self {
        case .green: "✓"
        case .amber: "◐"
        case .red: "✕"
        }
    }

    public var words: String {
        switch self {
        case .green: "on target"
        case .amber: "near target"
        case .red: "below target"
        }
    }
}
