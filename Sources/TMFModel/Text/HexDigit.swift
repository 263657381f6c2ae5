/// Hexadecimal digits as bytes of ASCII text.
public enum HexDigit {
    /// 0 to 15, for a digit in lower or upper case; nil for any other byte.
    public static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x61...0x66: digit - 0x57
        case 0x41...0x46: digit - 0x37
        default: nil
        }
    }
}
