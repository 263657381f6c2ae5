import SystemPackage
import TMFFormats
import TMFModel

/// The documents of a manifest.
enum ManifestRecords {
    /// Rows that share a key are versions of one document. Throws `InputProblems` with everything that is wrong.
    static func read(_ path: FilePath) throws -> [ComparedRecord] {
        var reader = try ManifestReader(Table(opening: path, source: path.string))
        var rows: [[ManifestRow]] = []
        var places: [String: Int] = [:]
        var problems: [InputProblem] = []
        while let (row, found) = try reader.next() {
            problems += found
            if let key = row.document, let place = places[key] {
                rows[place].append(row)
            } else {
                if let key = row.document { places[key] = rows.count }
                rows.append([row])
            }
        }
        guard problems.isEmpty else { throw InputProblems(problems) }
        return rows.map(ComparedRecord.init)
    }
}

/// Finds for each document of one side its rows in a manifest on the other.
struct ManifestMatching {
    private let records: [ComparedRecord]
    private let isA: Bool
    private let ignored: Set<String>
    private var places: [String: Int] = [:]
    private var isTaken: [Bool]
    private var withheld: Set<String> = []
    private var result = Comparison()

    /// `isA` says on which side the manifest is.
    init(_ records: [ComparedRecord], isA: Bool, ignored: Set<String>) {
        self.records = records
        self.isA = isA
        self.ignored = ignored
        isTaken = Array(repeating: false, count: records.count)
        for (place, record) in records.enumerated() {
            for identity in record.identities where places[identity] == nil { places[identity] = place }
        }
    }

    mutating func take(_ frame: ComparedFrame) {
        withheld = Set(frame.withheld.map(\.description))
        if isA { result.headB = frame.snapshot.head?.hash } else { result.headA = frame.snapshot.head?.hash }
    }

    mutating func take(_ other: ComparedRecord) {
        var place: Int?
        for identity in other.identities {
            guard place == nil, let known = places[identity], !isTaken[known] else { continue }
            place = known
        }
        guard let place else {
            if isA { result.onlyInB.append(other.lone) } else { result.onlyInA.append(other.lone) }
            return
        }
        isTaken[place] = true
        result.compared += 1
        let (a, b) = isA ? (records[place], other) : (other, records[place])
        result.different += RecordComparison(a, b, ignored: ignored).differences
    }

    consuming func finish() -> Comparison {
        var result = result
        for (place, record) in records.enumerated() where !isTaken[place] {
            if withheld.contains(record.name) {
                result.withheld.append(record.lone)
            } else if isA {
                result.onlyInA.append(record.lone)
            } else {
                result.onlyInB.append(record.lone)
            }
        }
        return result
    }
}
