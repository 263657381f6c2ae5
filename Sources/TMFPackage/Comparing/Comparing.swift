public import TMFModel

/// Compares two of: a store, a package, a transfer, a manifest. Stores and packages are read side by side in the order of their
/// documents' numbers, so that memory does not grow with them; a manifest or the list of a transfer is read whole, and its
/// rows find their documents by key or number, source, path, address or bytes.
public struct Comparing: Sendable {
    private let a: ComparedSource
    private let b: ComparedSource
    private let day: Day?
    private let ignored: Set<String>

    /// `day` looks at stores and packages as of its end. `ignoring` are fields that are not compared, such as
    /// `filed_at` for records that were filed twice.
    public init(_ a: ComparedSource, _ b: ComparedSource, asOf day: Day? = nil, ignoring: Set<String> = []) {
        self.a = a
        self.b = b
        self.day = day
        ignored = ignoring
    }

    /// Lists everything that is not the same. Throws what reading the two throws.
    public func compare() throws -> Comparison {
        let (left, right) = (try a.list, try b.list)
        if let left, let right {
            var matching = ManifestMatching(left, isA: true, ignored: ignored)
            for record in right { matching.take(record) }
            return matching.finish()
        }
        guard let list = left ?? right else { return try merge() }
        var matching = ManifestMatching(list, isA: left != nil, ignored: ignored)
        try (left == nil ? a : b).read(asOf: day) {
            matching.take($0)
        } document: {
            matching.take(ComparedRecord($0))
        }
        return matching.finish()
    }

    private func merge() throws -> Comparison {
        let feed = DocumentFeed(a, asOf: day)
        defer { feed.stop() }
        var merging = Merging(feed: feed, ignored: ignored)
        try b.read(asOf: day) {
            try merging.begin($0)
        } document: {
            try merging.take($0)
        }
        return try merging.finish()
    }
}

/// Two streams of documents in the order of their numbers, one pulled, one pushed.
private struct Merging {
    private let feed: DocumentFeed
    private let ignored: Set<String>
    private var batch: ArraySlice<Document>?
    private var frames: (a: ComparedFrame, b: ComparedFrame)?
    private var result = Comparison()

    init(feed: DocumentFeed, ignored: Set<String>) {
        self.feed = feed
        self.ignored = ignored
    }

    mutating func begin(_ b: ComparedFrame) throws {
        batch = try feed.next()?[...]
        guard let a = feed.frame else { return }
        frames = (a, b)
        result.headA = a.snapshot.head?.hash
        result.headB = b.snapshot.head?.hash
        result.different = FrameComparison(a: a.snapshot, b: b.snapshot, ignored: ignored).differences
    }

    mutating func take(_ b: Document) throws {
        while let a = batch?.first, a.number < b.number {
            addOnlyA(a)
            try advance()
        }
        guard let a = batch?.first, a.number == b.number else { return addOnlyB(b) }
        result.compared += 1
        // Nearly all are equal, and values are compared much quicker than their fields.
        if a != b {
            result.different +=
                RecordComparison(ComparedRecord(a), ComparedRecord(b), ignored: ignored).differences
        }
        try advance()
    }

    mutating func finish() throws -> Comparison {
        while let a = batch?.first {
            addOnlyA(a)
            try advance()
        }
        return result
    }

    private mutating func advance() throws {
        batch?.removeFirst()
        if batch?.isEmpty ?? false { batch = try feed.next()?[...] }
    }

    private mutating func addOnlyA(_ a: Document) {
        let lone = ComparedRecord(a).lone
        if frames?.b.withheld.contains(a.number) ?? false {
            result.withheld.append(lone)
        } else {
            result.onlyInA.append(lone)
        }
    }

    private mutating func addOnlyB(_ b: Document) {
        let lone = ComparedRecord(b).lone
        if frames?.a.withheld.contains(b.number) ?? false {
            result.withheld.append(lone)
        } else {
            result.onlyInB.append(lone)
        }
    }
}
