/// How far words speak for artifacts: by the model's names, and by what was filed.
///
/// For each word and artifact there is a probability that a file of the artifact has the word: the share of filed
/// records that do, with two records more that do not; and apart from that what the model's names say. Either is
/// enough. What a word adds to an artifact is the logarithm of that probability over the mean of all artifacts: naive
/// Bayes with a Bernoulli model, of which only what speaks for an artifact is counted.
public struct Experience: Sendable {
    /// What a name of the model says about one word.
    struct Share: Sendable {
        let word: Int32
        let artifact: Int32
        let share: Float
    }

    /// A filed record, its words by number.
    struct Record: Sendable {
        let artifact: Int
        let words: [Int32]
        let text: [Int32]?
    }

    let words: WordTable
    /// For each word what it adds to which artifact; only what is above the mean.
    let gains: [[(artifact: Int32, gain: Float)]]
    /// How many records of each artifact were learned from.
    let counts: [Int]

    init(words: WordTable, stock: [Share], artifacts: Int, records: some Sequence<Record>) {
        self.words = words
        var counts = [Int](repeating: 0, count: artifacts)
        var textCounts = [Int](repeating: 0, count: artifacts)
        var seen: [UInt64: Int32] = [:]
        var textSeen: [UInt64: Int32] = [:]
        for record in records {
            counts[record.artifact] += 1
            for word in record.words { seen[Self.key(word, record.artifact), default: 0] += 1 }
            guard let text = record.text else { continue }
            textCounts[record.artifact] += 1
            for word in text { textSeen[Self.key(word, record.artifact), default: 0] += 1 }
        }
        self.counts = counts
        var shares = [[Estimate]](repeating: [], count: words.count)
        var known = seen
        for share in stock {
            let filed = known.removeValue(forKey: Self.key(share.word, Int(share.artifact))) ?? 0
            let own = Float(filed) / Float(counts[Int(share.artifact)] + 2)
            shares[Int(share.word)].append((share.artifact, 1 - (1 - 0.95 * share.share) * (1 - own), 1))
        }
        for (key, count) in known {
            let artifact = Int(key & 0xFFFF_FFFF)
            shares[Int(key >> 32)].append(
                (Int32(artifact), Float(count) / Float(counts[artifact] + 2), Self.trust(count)))
        }
        for (key, count) in textSeen where count > 1 {
            let artifact = Int(key & 0xFFFF_FFFF)
            shares[Int(key >> 32)].append(
                (Int32(artifact), Float(count) / Float(textCounts[artifact] + 2), Self.trust(count)))
        }
        gains = shares.map { Self.gains($0, of: artifacts) }
    }

    /// How likely a word is in files of an artifact, and how far that is to be trusted.
    private typealias Estimate = (artifact: Int32, share: Float, trust: Float)

    /// A word that only one record has may be there by chance: it counts half, one of three records three quarters.
    private static func trust(_ count: Int32) -> Float { Float(count) / Float(count + 1) }

    private static func gains(_ estimates: [Estimate], of artifacts: Int) -> [(artifact: Int32, gain: Float)] {
        let sorted = estimates.sorted { $0.artifact < $1.artifact }
        let mean = sorted.reduce(0) { $0 + $1.share } / Float(max(artifacts, 1))
        return sorted.compactMap { artifact, share, trust in
            let gain = Float.bits((share + Self.floor) / (mean + Self.floor)) * trust
            return gain > 0.05 ? (artifact, gain) : nil
        }
    }

    /// The probability of a word of which nothing is known.
    private static let floor: Float = 0.004

    private static func key(_ word: Int32, _ artifact: Int) -> UInt64 { UInt64(word) << 32 | UInt64(artifact) }
}
