/// What the first bytes of a picture tell of its size.
struct ImageFacts: Hashable {
    let width: Int
    let height: Int
    /// In dots per inch; nil if not said.
    var resolution: Int?

    /// Nil if the size is not told by these bytes.
    init?(_ head: [UInt8]) {
        guard let found = Self.png(head) ?? Self.jpeg(head) ?? Self.bitmap(head) ?? Self.gif(head) else {
            return nil
        }
        self = found
    }

    private init(width: Int, height: Int, resolution: Int? = nil) {
        self.width = width
        self.height = height
        self.resolution = resolution
    }

    /// Related specification: Portable Network Graphics (third edition), 5.3, 11.2.1 and 11.3.4.3.
    private static func png(_ head: [UInt8]) -> ImageFacts? {
        guard head.starts(with: [0x89, 0x50, 0x4E, 0x47]), head.count >= 33 else { return nil }
        var facts = ImageFacts(width: big(head, 16, 4), height: big(head, 20, 4))
        var at = 33
        while at + 21 <= head.count {
            let length = big(head, at, 4)
            if head[(at + 4)...].starts(with: "pHYs".utf8), length == 9, head[at + 16] == 1 {
                facts.resolution = Int((Double(big(head, at + 8, 4)) * 0.0254).rounded())
            }
            at += 12 + length
        }
        return facts
    }

    /// Related specification: ITU-T T.81, B.1.1, and JFIF 1.02.
    private static func jpeg(_ head: [UInt8]) -> ImageFacts? {
        guard head.starts(with: [0xFF, 0xD8]) else { return nil }
        var at = 2
        var resolution: Int?
        while at + 9 < head.count, head[at] == 0xFF {
            let marker = head[at + 1]
            if marker == 0xE0, at + 16 <= head.count, head[(at + 4)...].starts(with: "JFIF".utf8) {
                let density = big(head, at + 12, 2)
                resolution = head[at + 11] == 1 ? density : head[at + 11] == 2 ? density * 254 / 100 : nil
            }
            // The frames, without the tables that share their range of numbers.
            if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
                return ImageFacts(width: big(head, at + 7, 2), height: big(head, at + 5, 2), resolution: resolution)
            }
            at += 2 + big(head, at + 2, 2)
        }
        return nil
    }

    private static func bitmap(_ head: [UInt8]) -> ImageFacts? {
        guard head.starts(with: "BM".utf8), head.count >= 42 else { return nil }
        let perMetre = little(head, 38)
        return ImageFacts(
            width: abs(little(head, 18)), height: abs(little(head, 22)),
            resolution: perMetre > 0 ? Int((Double(perMetre) * 0.0254).rounded()) : nil)
    }

    private static func gif(_ head: [UInt8]) -> ImageFacts? {
        guard head.starts(with: "GIF8".utf8), head.count >= 10 else { return nil }
        return ImageFacts(width: Int(head[6]) | Int(head[7]) << 8, height: Int(head[8]) | Int(head[9]) << 8)
    }

    private static func big(_ bytes: [UInt8], _ at: Int, _ width: Int) -> Int {
        bytes[at..<at + width].reduce(0) { $0 << 8 | Int($1) }
    }

    private static func little(_ bytes: [UInt8], _ at: Int) -> Int {
        Int(Int32(truncatingIfNeeded: (0..<4).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }))
    }
}
