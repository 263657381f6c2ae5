public import TMFModel

/// What reading an `exchange.xml` brought to light.
public struct EMSRemarks: Hashable, Sendable {
    /// One deviation from the standard that was passed over, wherever it occurs.
    public struct Relaxation: Hashable, Sendable {
        /// The element or attribute.
        public let element: String
        public let message: String
        /// Where it occurs first: the line, and the object if it is in one.
        public let line: Int
        public let object: String?
        public fileprivate(set) var count: Int

        /// `CHKSUMSTD: … (12 times, first in line 33, object A-1)`
        public var description: String {
            let place = "line \(line)\(object.map { ", object \($0)" } ?? "")"
            return "\(element): \(message) (\(count == 1 ? place : "\(count) times, first in \(place)"))"
        }
    }

    private struct Key: Hashable {
        let element: String
        let message: String
    }

    /// In the order in which they were first met.
    public private(set) var relaxations: [Relaxation] = []
    /// What keeps the package from being taken.
    public var problems: [InputProblem] = []
    private var places: [Key: Int] = [:]
    /// Deviations are passed over, and reported; otherwise each is a problem.
    public let isLenient: Bool
    /// The file, as the user knows it.
    public let source: String

    public init(source: String, isLenient: Bool) {
        self.source = source
        self.isLenient = isLenient
    }

    /// Takes note of a deviation. `message` speaks of no single object, so that equal ones are counted together.
    public mutating func deviate(_ element: String, _ message: String, line: Int, object: String? = nil) {
        guard isLenient else { return refuse(element, message, line: line, object: object) }
        let key = Key(element: element, message: message)
        if let place = places[key] {
            relaxations[place].count += 1
        } else {
            places[key] = relaxations.count
            relaxations.append(
                Relaxation(element: element, message: message, line: line, object: object, count: 1))
        }
    }

    /// Adds what was noted of the same file elsewhere.
    public mutating func add(_ others: EMSRemarks) {
        problems += others.problems
        for relaxation in others.relaxations {
            let key = Key(element: relaxation.element, message: relaxation.message)
            if let place = places[key] {
                relaxations[place].count += relaxation.count
            } else {
                places[key] = relaxations.count
                relaxations.append(relaxation)
            }
        }
    }

    /// Takes note of what cannot be passed over.
    public mutating func refuse(_ element: String, _ message: String, line: Int, object: String? = nil) {
        problems.append(
            InputProblem(
                source: source, row: line > 0 ? line : nil, column: element,
                message: object.map { "object \($0): \(message)" } ?? message))
    }
}
