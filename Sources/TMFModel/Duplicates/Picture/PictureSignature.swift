/// What is kept of the picture of a page to find others like it: the signs of its slow changes of shade, which neither
/// noise nor a slight turn upsets.
///
/// Related: the perceptual hash by the discrete cosine transform, as pHash has it, of 16 × 16 instead of 8 × 8 numbers.
public enum PictureSignature {
    /// Of the picture from which it is taken.
    public static let width = 136
    public static let height = 192
    private static let side = 16

    /// Four words of 64 signs; empty for a blank page.
    public static func of(_ picture: GrayPicture) -> [UInt64] {
        let paper = picture.shade(below: 900) - 8
        let ink = picture.points.map { Float(max(0, paper - Int($0))) }
        guard ink.reduce(0, +) > Float(picture.points.count) / 20 else { return [] }
        let across = waves(picture.width)
        let down = waves(picture.height)
        var rows = [Float](repeating: 0, count: picture.height * side)
        for row in 0..<picture.height {
            for wave in 0..<side {
                var sum: Float = 0
                for column in 0..<picture.width {
                    sum += ink[row * picture.width + column] * across[wave * picture.width + column]
                }
                rows[row * side + wave] = sum
            }
        }
        var numbers: [Float] = []
        for wave in 0..<side {
            for column in 0..<side {
                numbers.append(
                    (0..<picture.height).reduce(Float(0)) {
                        $0 + rows[$1 * side + column] * down[wave * picture.height + $1]
                    })
            }
        }
        // The first is the mean shade.
        let middle = numbers.dropFirst().sorted()[(numbers.count - 1) / 2]
        var words = [UInt64](repeating: 0, count: side * side / 64)
        for (place, number) in numbers.enumerated().dropFirst() where number > middle {
            words[place / 64] |= 1 << UInt64(place % 64)
        }
        return words
    }

    /// In how many signs two pages differ; nil where one is blank.
    public static func distance(_ one: [UInt64], _ two: [UInt64]) -> Int? {
        guard one.count == two.count, !one.isEmpty else { return nil }
        return zip(one, two).reduce(0) { $0 + ($1.0 ^ $1.1).nonzeroBitCount }
    }

    private static func waves(_ count: Int) -> [Float] {
        (0..<side).flatMap { wave in (0..<count).map { Turn.cosine(Double((2 * $0 + 1) * wave) / Double(4 * count)) } }
    }
}
