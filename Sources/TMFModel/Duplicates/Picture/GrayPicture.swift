/// A picture in shades of grey, row by row: 0 black, 255 white.
public struct GrayPicture: Hashable, Sendable {
    public let width: Int
    public let height: Int
    public let points: [UInt8]

    /// Nil unless there are `width` × `height` points.
    public init?(width: Int, height: Int, points: [UInt8]) {
        guard width > 0, height > 0, points.count == width * height else { return nil }
        self.width = width
        self.height = height
        self.points = points
    }

    /// Pictures as `pdftoppm -gray` writes them, one after the other (PGM, `P5`). What is cut off is left out.
    public static func read(_ bytes: [UInt8]) -> [GrayPicture] {
        var pictures: [GrayPicture] = []
        var place = 0
        func word() -> Int? {
            while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x0A { place += 1 }
            let start = place
            while place < bytes.count, bytes[place] > 0x20 { place += 1 }
            return Int(String(decoding: bytes[start..<place], as: UTF8.self))
        }
        while place + 2 < bytes.count, bytes[place...].starts(with: "P5".utf8) {
            place += 2
            guard let width = word(), let height = word(), word() == 255 else { break }
            place += 1
            guard width > 0, height > 0, width <= 20_000, height <= 20_000, place + width * height <= bytes.count,
                let picture = GrayPicture(
                    width: width, height: height, points: Array(bytes[place..<place + width * height]))
            else { break }
            pictures.append(picture)
            place += width * height
        }
        return pictures
    }

    /// The shade below which so many of 1,000 points lie.
    func shade(below share: Int) -> Int {
        var counts = [Int](repeating: 0, count: 256)
        for point in points { counts[Int(point)] += 1 }
        var left = points.count * share / 1_000
        for (shade, count) in counts.enumerated() {
            left -= count
            if left < 0 { return shade }
        }
        return 255
    }
}
