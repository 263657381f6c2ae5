/// What an archive may make its reader do.
package struct ArchiveLimits: Hashable, Sendable {
    package let maxMembers: Int

    /// Of all members together, unpacked, in bytes.
    package let maxTotalBytes: Int64

    /// Unpacked bytes for each byte of the archive's file. Not applied to the first mebibyte.
    package let maxRatio: Int64

    package init(maxMembers: Int = 2_000_000, maxTotalBytes: Int64 = 1 << 42, maxRatio: Int64 = 1_000) {
        self.maxMembers = maxMembers
        self.maxTotalBytes = maxTotalBytes
        self.maxRatio = maxRatio
    }

    /// What is left when so much was unpacked.
    package func without(members: Int, bytes: Int64) -> ArchiveLimits {
        ArchiveLimits(
            maxMembers: max(0, maxMembers - members), maxTotalBytes: max(0, maxTotalBytes - bytes), maxRatio: maxRatio)
    }

    /// The same for archives that lie in one whose file has so many bytes: their contents all come out of that.
    package func growing(from packed: Int64) -> ArchiveLimits {
        let (most, overflows) = packed.multipliedReportingOverflow(by: maxRatio)
        return ArchiveLimits(
            maxMembers: maxMembers, maxTotalBytes: overflows ? maxTotalBytes : min(maxTotalBytes, max(1 << 20, most)),
            maxRatio: maxRatio)
    }

    /// Why this much is too much; nil if it is not.
    func refusal(members: Int, bytes: Int64, packed: Int64) -> String? {
        if members > maxMembers { return "more than \(maxMembers) members" }
        if bytes > maxTotalBytes { return "unpacks to more than \(maxTotalBytes) bytes" }
        if bytes > 1 << 20, bytes / max(packed, 1) >= maxRatio {
            return "unpacks to more than \(maxRatio) times its size of \(packed) bytes"
        }
        return nil
    }
}
