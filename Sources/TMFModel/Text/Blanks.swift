extension Unicode.Scalar {
    /// Whether it is white space. Nearly all that is asked of is ASCII, which needs no look into Unicode's tables.
    package var isBlank: Bool {
        isASCII ? self == " " || (9...13).contains(value) : properties.isWhitespace
    }
}
