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
        var text = FixedText(text)
        guard let zone = text.number(2), text.mark("."), let section = text.number(2), text.mark("."),
            let artifact = text.number(2), text.isAtEnd(), zone > 0, section > 0, artifact > 0
        else { return nil }
        self.init(zone: UInt8(zone), section: UInt8(section), artifact: UInt8(artifact))
    }

    public var description: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(8)
        bytes.append(Int(zone), width: 2)
        bytes.append(".")
        bytes.append(Int(section), width: 2)
        bytes.append(".")
        bytes.append(Int(artifact), width: 2)
        return String(decoding: bytes, as: UTF8.self)
    }
}
