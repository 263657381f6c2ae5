/// How two texts that are much alike differ, and whether they are one text all the same.
///
/// A word that stands for another word makes two records of them: another version label, another date, another name.
/// What a text recognition misreads, and a stamp that only one of them has at the edge of a page, does not.
public struct TextComparison: Sendable {
    /// How many of 1,000 words are the same in both, misread ones among them.
    public private(set) var share = 0
    /// What makes two records of them, as `version label 2.0 / 3.0`: the first few.
    public private(set) var differences: [String] = []
    /// Words that are read differently.
    public private(set) var misread = 0
    /// Words that only one of them has, at the edge of a page.
    public private(set) var added = 0

    public var isSame: Bool { differences.isEmpty }

    /// More words of a page than this do not differ between two texts that are one.
    private static let mostDifferences = 600
    /// Nor more than half of its words, unless they are as few as this.
    private static let fewDifferences = 40
    static let mostTold = 6

    /// Two texts that have less than `least` of 1,000 words in common are not looked into further: their share is then less
    /// than `least`, and no difference is told.
    public init(_ one: ComparedText, _ two: ComparedText, least: Int = 0) {
        var judging = DifferenceJudging(one, two)
        let total = one.words.count + two.words.count
        var share: Int { total == 0 ? 0 : (total - judging.differing) * 1_000 / total }
        let byPage = one.pageEnds.count == two.pageEnds.count
        let pairs = byPage ? Array(zip(one.pages, two.pages)) : [(one.words.indices, two.words.indices)]
        for (left, right) in pairs {
            let blocks = WordDifference.blocks(
                one.words[left].map(\.hash), two.words[right].map(\.hash),
                most: min(
                    byPage ? Self.mostDifferences : 2 * Self.mostDifferences,
                    max(Self.fewDifferences, (left.count + right.count) / 2)))
            guard let blocks else {
                judging.replace(left, right)
                continue
            }
            for block in blocks {
                judging.note(
                    left.lowerBound + block.one.lowerBound..<left.lowerBound + block.one.upperBound,
                    right.lowerBound + block.two.lowerBound..<right.lowerBound + block.two.upperBound,
                    on: (left, right))
            }
            if share < least { break }
        }
        self.share = share
        guard share >= least else { return }
        // What is misread and what is a stamp is told by all differences together.
        differences = judging.verdict(most: Self.mostTold)
        misread = judging.misreadWords
        added = judging.addedWords
    }

    /// What shows that they are alike or differ, one clause each.
    public var evidence: [String] {
        var evidence = ["\(share / 10) % of the words are the same"]
        if isSame {
            if misread > 0 {
                evidence.append(
                    "\(misread) \(misread == 1 ? "word is" : "words are") read differently, as by text recognition")
            }
            if added > 0 {
                evidence.append(
                    "one has \(added) \(added == 1 ? "word" : "words") more at the edge of a page, as a stamp has")
            }
        } else {
            evidence.append("differ: " + differences.joined(separator: "; "))
        }
        return evidence
    }
}
