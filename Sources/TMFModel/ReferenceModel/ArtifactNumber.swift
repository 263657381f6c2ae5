/// The number of an artifact in the reference model: zone, section and artifact, `05.02.04`.
public struct ArtifactNumber: Hashable, Comparable, Sendable {
    /// 1 to 99.
    public let zone: UInt8
    /// 1 to 99, within its zone.
    public let section: UInt8
    /// 1 to 99, within its section.
    public let artifact: UInt8

    /// `05`
    public var zoneNumber: String { Decimal.padded(Int(zone), to: 2) }
    /// `05.02`
    public var sectionNumber: String { "\(zoneNumber).\(Decimal.padded(Int(section), to: 2))" }

    public static func < (left: ArtifactNumber, right: ArtifactNumber) -> Bool {
        (left.zone, left.section, left.artifact) < (right.zone, right.section, right.artifact)
    }
}

extension ArtifactNumber: LosslessStringConvertible {
    /// Nil unless `text` is three pairs of digits, none of them `00`, with dots between.
    public init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ $0.count == 2 }),
            let zone = Decimal.value(of: parts[0]), let section = Decimal.value(of: parts[1]),
            let artifact = Decimal.value(of: parts[2]), zone > 0, section > 0, artifact > 0
        else { return nil }
        self.init(zone: UInt8(zone), section: UInt8(section), artifact: UInt8(artifact))
    }

    public var description: String { "\(sectionNumber).\(Decimal.padded(Int(artifact), to: 2))" }
}
