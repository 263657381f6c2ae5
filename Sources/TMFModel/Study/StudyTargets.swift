/// What a study wants its figures to reach. In percent; nil where the study sets no target.
public struct StudyTargets: Hashable, Sendable {
    public var completeness: Int?
    public var timeliness: Int?
    public var quality: Int?
    /// Percentage points below a target down to which a figure is still near it; 0 or more.
    public var margin: Int

    /// Where a study says nothing.
    public static let usualMargin = 10

    public init(
        completeness: Int? = nil, timeliness: Int? = nil, quality: Int? = nil, margin: Int = Self.usualMargin
    ) {
        self.completeness = completeness
        self.timeliness = timeliness
        self.quality = quality
        self.margin = margin
    }

    /// The settings of the study file that are set, by their keys. The margin is left out where it is the usual one.
    public var settings: [(key: String, value: Int)] {
        let all: [(String, Int?)] = [
            ("target-completeness", completeness), ("target-timeliness", timeliness), ("target-quality", quality),
            ("target-margin", margin == Self.usualMargin ? nil : margin),
        ]
        return all.compactMap { key, value in value.map { (key, $0) } }
    }

    /// Sets the target of a key of the study file; false if there is no such key.
    public mutating func set(_ key: String, to value: Int) -> Bool {
        switch key {
        case "target-completeness": completeness = value
        case "target-timeliness": timeliness = value
        case "target-quality": quality = value
        case "target-margin": margin = value
        default: return false
        }
        return true
    }
}
