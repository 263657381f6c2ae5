/// Cuts bytes that come in pieces into lines that end in a line feed.
///
/// After each `add`, ask `next` until it is nil.
package struct LineSplitter: Sendable {
    /// The beginning of a line whose end has not come.
    private var pending: [UInt8] = []
    private var piece: ArraySlice<UInt8> = []

    package init() {}

    /// Whether bytes came after the last line feed.
    package var hasUnfinishedLine: Bool { !pending.isEmpty || !piece.isEmpty }

    package mutating func add(_ bytes: ArraySlice<UInt8>) {
        if piece.isEmpty { piece = bytes } else { piece += bytes }
    }

    /// The next whole line without its end; nil until more bytes come. Keep none beyond the next call: each keeps the
    /// bytes that it is a part of.
    package mutating func next() -> ArraySlice<UInt8>? {
        guard let end = piece.firstIndex(of: 0x0A) else {
            pending.append(contentsOf: piece)
            piece = []
            return nil
        }
        let line = piece[..<end]
        piece = piece[(end + 1)...]
        guard !pending.isEmpty else { return line }
        pending.append(contentsOf: line)
        let whole = pending[...]
        pending = []
        return whole
    }
}
