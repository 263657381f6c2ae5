/// What has been decided about one version.
///
/// Which version is current, superseded or expired is never stored: it follows from the versions and the day.
public enum VersionStatus: String, Hashable, Sendable, CaseIterable {
    /// Not finished: kept, but does not count.
    case draft
    /// Filed, and waiting for quality control.
    case filed
    /// Counts.
    case approved
    /// Quality control sent it back.
    case returned
}
