/// What an XML file may make its reader do.
package struct XMLLimits: Hashable, Sendable {
    /// In elements; the root is 1.
    package let maxDepth: Int

    /// Of the whole file in bytes.
    package let maxBytes: Int64

    package init(maxDepth: Int = 200, maxBytes: Int64 = 1 << 30) {
        self.maxDepth = maxDepth
        self.maxBytes = maxBytes
    }
}
