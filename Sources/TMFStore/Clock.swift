public import TMFModel

#if canImport(Glibc)
    import Glibc
#endif

/// The system's clock: the only place that asks what time it is.
public enum Clock {
    /// Now, in UTC.
    public static let now: @Sendable () -> Instant = {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
    }
}
