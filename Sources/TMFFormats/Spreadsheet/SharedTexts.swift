import Disk
import TMFModel
import XML

/// The texts that the cells of a workbook share, by their number; out of memory where they are many.
final class SharedTexts {
    private let bytes = ScratchBytes()
    private var ends: [Int] = []

    /// A workbook without shared texts.
    init() {}

    /// Reads all of them. Leaves out what is struck through if asked to.
    init(_ workbook: WorkbookFile, part: String, withoutStruck: Bool) throws {
        let stream = try workbook.stream(part, watching: RichText.names + ["si"], attributes: RichText.attributes)
        let item = RichText.names.count
        var text = RichText(withoutStruck: withoutStruck)
        while let event = try stream.nextEvent() {
            if event.name == item {
                if event.kind == .start {
                    text.begin()
                } else {
                    text.unescape()
                    try bytes.append(text.bytes)
                    ends.append(bytes.count)
                }
            } else {
                text.take(event, of: stream)
            }
        }
    }

    /// The bytes of a text; nil if there is none of this number.
    func text(_ number: Int) throws -> ArraySlice<UInt8>? {
        guard ends.indices.contains(number) else { return nil }
        let start = number == 0 ? 0 : ends[number - 1]
        return start == ends[number] ? [] : try bytes.bytes(start..<ends[number])
    }
}
