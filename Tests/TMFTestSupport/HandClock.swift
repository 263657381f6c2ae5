import Synchronization
package import TMFModel

/// A clock that stands until it is set.
package final class HandClock: Sendable {
    private let instant: Mutex<Instant>

    /// Stands at noon of a day, in UTC.
    package init(_ day: Day) { instant = Mutex(HandClock.noon(day)) }

    package func set(to day: Day) { instant.withLock { $0 = HandClock.noon(day) } }

    package func advance(seconds: Int64) {
        instant.withLock { $0 = Instant(milliseconds: $0.milliseconds + seconds * 1_000) }
    }

    package func now() -> Instant { instant.withLock { $0 } }

    private static func noon(_ day: Day) -> Instant {
        Instant(milliseconds: Instant(startOf: day).milliseconds + 12 * 3_600_000)
    }
}
