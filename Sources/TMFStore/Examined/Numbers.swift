import Foundation

/// Rows of numbers as bytes, the low byte first.
enum Numbers {
    static func data<Number: FixedWidthInteger>(_ numbers: [Number]) -> Data {
        var data = Data(capacity: numbers.count * Number.bitWidth / 8)
        for number in numbers {
            for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
                data.append(UInt8(truncatingIfNeeded: number >> Number(shift)))
            }
        }
        return data
    }

    /// Bytes at the end that make no whole number are passed over.
    static func read<Number: FixedWidthInteger>(_ data: Data) -> [Number] {
        let width = Number.bitWidth / 8
        let bytes = [UInt8](data)
        return stride(from: 0, through: bytes.count - width, by: width).map { start in
            (0..<width).reduce(Number(0)) { $0 | Number(bytes[start + $1]) << Number($1 * 8) }
        }
    }
}
