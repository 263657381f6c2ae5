/// A value behind one reference. Judging walks over hundreds of thousands of records, and would copy every text of
/// every one of them each time.
@usableFromInline
final class Box<Value: Hashable & Sendable>: Hashable, Sendable {
    @usableFromInline let value: Value

    @inlinable
    init(_ value: Value) { self.value = value }

    @inlinable
    static func == (left: Box, right: Box) -> Bool { left === right || left.value == right.value }

    @inlinable
    func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
