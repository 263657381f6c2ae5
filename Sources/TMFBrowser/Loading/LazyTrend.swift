import Synchronization
import TMFModel
import TMFReview

/// The trend of a study, made when it is first asked for.
final class LazyTrend: Sendable {
    private let make: @Sendable () throws -> [TrendPoint]
    private let made = Mutex<[TrendPoint]?>(nil)

    init(_ make: @escaping @Sendable () throws -> [TrendPoint]) { self.make = make }

    func points() throws -> [TrendPoint] {
        try made.withLock { made in
            if let made { return made }
            let points = try make()
            made = points
            return points
        }
    }
}
