import CDisk

/// How this process takes memory from the system and gives it back.
package enum ProcessMemory {
    /// In bytes: longer pieces are taken from the system each by itself.
    private static let longPiece: Int32 = 256 << 10

    /// Keeps little of what was freed: few pools for all threads together, where the C library would make eight for each
    /// processor, and long pieces outside of them, which go back to the system at once.
    package static func takeLittle() {
        _ = mallopt(disk_malloc_pools, 2)
        _ = mallopt(disk_malloc_long, longPiece)
    }

    /// Gives back what is free between pieces in use.
    package static func giveBack() { _ = malloc_trim(0) }
}
