/// The number of a hold in its study, from 1. Written as `H-0001`.
public struct HoldNumber: SerialNumber {
    public static let prefix = "H"
    public let value: Int32

    public init(_ value: Int) { self.value = Int32(clamping: value) }
}

/// The number under which things were destroyed together, from 1. Written as `X-0001`.
public struct DisposalNumber: SerialNumber {
    public static let prefix = "X"
    public let value: Int32

    public init(_ value: Int) { self.value = Int32(clamping: value) }
}
