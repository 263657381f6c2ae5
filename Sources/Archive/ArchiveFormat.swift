/// The kinds of archive that are written.
package enum ArchiveFormat: String, CaseIterable, Hashable, Sendable {
    case zip

    /// The pax interchange format, its extensions only where a name or size needs them.
    case tar

    /// The same, compressed by Zstandard: one thread and a fixed level, so that the bytes can be repeated.
    case tarZstd = "tar.zst"
}
