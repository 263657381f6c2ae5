/// The number of a quality issue in its study, from 1. Written as `Q-0001`.
public struct IssueNumber: SerialNumber {
    public static let prefix = "Q"
    public let value: Int32

    public init(_ value: Int) { self.value = Int32(clamping: value) }
}
